import { describe, expect, test } from '@jest/globals';
import { readDeletion } from '../../../src/steps/delete-files/deletion.ts';
import { whyNotFreed } from '../../../src/steps/delete-files/why-not-freed.ts';

const MB = 1_000_000;
const none = { files: 1, bytes: 100 * MB, allocated: 100 * MB, linked: 0, holes: 0, gained: 100 * MB };

describe('what find printed', () => {
  const read = (...records: readonly string[]) => readDeletion(records.map((record) => `${record}\0`).join(''));

  test.each([
    ['a plain file', ['7 100 8 1'], { files: 1, bytes: 100, allocated: 4096, linked: 0, holes: 0 }],
    ['one that has another name', ['7 4096 8 2'], { files: 1, bytes: 4096, allocated: 0, linked: 4096, holes: 0 }],
    [
      'both names of one',
      ['7 4096 8 2', '7 4096 8 1'],
      { files: 2, bytes: 4096, allocated: 4096, linked: 0, holes: 0 },
    ],
    ['a sparse file', ['7 9096 8 1'], { files: 1, bytes: 9096, allocated: 4096, linked: 0, holes: 5000 }],
    ['something else', ['7 100', 'x 1 1 1', ''], { files: 0, bytes: 0, allocated: 0, linked: 0, holes: 0 }],
  ])('%s', (_name, records, sums) => expect(read(...records)).toEqual(sums));

  test.each([
    ['first and last', ['Avail\n 1000\n', '7 1 8 1', ' Avail\n 900\n', '8 1 8 1', ' Avail\n5000\n'], 4000],
    ['first alone', ['Avail\n 1000\n', '7 1 8 1'], undefined],
    ['never', ['7 1 8 1'], undefined],
  ])('df said it %s', (_name, records, gained) => expect(read(...records).gained).toBe(gained));
});

describe('why the file system gained another amount', () => {
  test.each([
    ['it did not', {}, undefined],
    ['a tenth is small', { gained: 90 * MB }, undefined],
    ['a megabyte is small', { bytes: 1000, allocated: 4096, gained: -900_000 }, undefined],
    ['nobody measured it', { gained: undefined }, undefined],
    ['hard links', { allocated: 60 * MB, linked: 40 * MB, gained: 60 * MB }, '40 MB stay under other names'],
    ['holes', { allocated: 0, holes: 100 * MB, gained: 0 }, '100 MB were holes'],
    ['still open, or written meanwhile', { gained: 20 * MB }, '80 MB are not free'],
    ['something else gave space back', { gained: 300 * MB }, '200 MB became free by something else'],
  ])('%s', (_name, differing, why) => {
    const { gained, ...rest } = { ...none, ...differing };
    const words = whyNotFreed({ ...rest, ...(gained === undefined ? {} : { gained }) });
    if (why === undefined) expect(words).toBeUndefined();
    else expect(words?.startsWith(why)).toBe(true);
  });
});
