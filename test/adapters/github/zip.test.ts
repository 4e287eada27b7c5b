import { describe, expect, test } from '@jest/globals';
import { onlyFile, ZipError } from '../../../src/adapters/github/zip.ts';
import { zipOf } from './zip-of.ts';

const most = 1_000;
const read = (zip: Buffer): string => onlyFile(zip, 'plan.json', most).toString('utf8');

test.each([
  ['deflated', 8],
  ['stored', 0],
])('one file, %s', (_, method) => {
  expect(read(zipOf({ method }))).toBe('{"a":1}');
});

test('as large as allowed', () => {
  expect(read(zipOf({ content: Buffer.alloc(most, 'x') }))).toHaveLength(most);
});

describe('refused', () => {
  const bomb = Buffer.alloc(1_000_000, 'x');
  test.each<readonly [string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'it is no zip'],
    ['text', Buffer.from('{"a":1}'.repeat(9)), 'it is no zip'],
    ['cut off', zipOf().subarray(0, -1), 'it is no zip'],
    ['something behind the directory', zipOf({ behind: Buffer.from('PK') }), 'it is no zip'],
    ['no file', zipOf({ count: 0 }), 'it holds 0 files'],
    ['two files', zipOf({ count: 2 }), 'it holds 2 files'],
    ['another name', zipOf({ name: 'other.json' }), 'its file is called "other.json"'],
    ['a path that leads out', zipOf({ name: '../plan.json' }), 'its file is called "../plan.json"'],
    ['an absolute path', zipOf({ name: '/plan.json' }), 'its file is called "/plan.json"'],
    ['a folder', zipOf({ name: 'plan.json/' }), 'its file is called "plan.json/"'],
    ['two names for one file', zipOf({ localName: '../../x.js' }), 'it names its file in two ways'],
    ['encrypted', zipOf({ flags: 1 }), 'its file is encrypted'],
    ['packed in another way', zipOf({ method: 12 }), 'its file is packed by method 12'],
    ['too much, and it says so', zipOf({ content: bomb }), 'its file unpacks to more than 1000 bytes'],
    ['too much, and it hides it', zipOf({ content: bomb, unpacked: 10 }), 'does not unpack to at most 1000 bytes'],
    ['another size than it says', zipOf({ unpacked: 3 }), 'its file is damaged'],
    ['a flipped bit', zipOf({ crc: 1 }), 'its file is damaged'],
  ])('%s', (_, zip, why) => {
    expect(() => read(zip)).toThrow(ZipError);
    expect(() => read(zip)).toThrow(why);
  });

  test('every cut, and every flipped byte of the directory, without an error of another kind', () => {
    const whole = zipOf();
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      for (const zip of [whole.subarray(0, at), damaged]) {
        try {
          expect(read(zip)).toBe('{"a":1}');
        } catch (error) {
          expect(error).toBeInstanceOf(ZipError);
        }
      }
    }
  });
});
