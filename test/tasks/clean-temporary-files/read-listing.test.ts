import { expect, test } from '@jest/globals';
import { listFiles } from '../../../src/tasks/clean-temporary-files/commands.ts';
import { isLockName, readListing, readSpace } from '../../../src/tasks/clean-temporary-files/read-listing.ts';

const read = (...records: readonly string[]) =>
  readListing(Buffer.from(records.map((record) => `${record}\0`).join(''), 'latin1'));

test('a file was last touched at the newest of its three times', () => {
  for (const times of ['9.5 1 1', '1 9.5 1', '1 1 9.5'])
    expect(read(`old 1 2 3 ${times} /tmp/a`).old.map(({ touched }) => touched)).toEqual([9.5]);
});

test('names keep their bytes, blanks and line feeds', () => {
  const name = '/tmp/ a\n old 1 2 3\u00ff';
  const [file] = read(`old 1 2 3 1 1 1 ${name}`).old;
  expect(Buffer.from(file?.path ?? '', 'base64').toString('latin1')).toBe(name);
});

test('only plain files are old or young; folders are nothing, the rest is counted', () => {
  const { old, young, others } = read(
    'kept f 7',
    'kept d 7',
    'kept s 0',
    'kept l 3',
    'kept p 0',
    'old x 2 3 1 1 1 /tmp/a',
  );
  expect({ old: old.length, young, others }).toEqual({ old: 0, young: 1, others: 3 });
});

test('a day is a day, on the file system of the directory alone', () => {
  const command = listFiles('/tmp', 86_400_000);
  for (const age of ['-amin', '-mmin', '-cmin']) expect(command[command.indexOf(age) + 1]).toBe('+1440');
  expect(command.slice(1, 3)).toEqual(['/tmp', '-xdev']);
});

test.each([
  ['/tmp/x.lock', true],
  ['/tmp/x.pid', true],
  ['/tmp/lock', true],
  ['/tmp/.X0-lock', true],
  ['/tmp/x.lock.old', false],
  ['/tmp/clock', false],
])('%s is a lock: %s', (name, is) => expect(isLockName(name)).toBe(is));

test('the space of a file system', () => {
  expect(readSpace(Buffer.from('1B-blocks Avail\n 1000 900\n'))).toEqual({ size: 1000, free: 900 });
  expect(readSpace(Buffer.from('df: not there\n'))).toBeUndefined();
});
