import { describe, expect, test } from '@jest/globals';
import { readTar, type TarEntry, writeTar } from '../../../sandbox/images/tar.ts';

const file = (path: string, text: string): TarEntry => ({
  path,
  kind: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  content: Buffer.from(text),
});

describe('an archive', () => {
  const entries: TarEntry[] = [
    file('b/two', 'x'.repeat(513)),
    { path: 'a', kind: 'folder', mode: 0o2770, uid: 70, gid: 71 },
    { path: 'b/link', kind: 'link', mode: 0o777, uid: 0, gid: 0, target: '../a' },
    file(`${'long/'.repeat(40)}name`, 'deep'),
    file('empty', ''),
    file('grüße.txt', 'ü'),
  ];

  test('gives back what was put in, in the order of the paths', () => {
    const back = readTar(writeTar(entries));
    expect(back.map(({ path }) => path)).toEqual(entries.map(({ path }) => path).sort());
    for (const entry of entries) {
      const found = back.find(({ path }) => path === entry.path);
      expect(found).toEqual(entry.content ? { ...entry, content: Buffer.from(entry.content) } : entry);
    }
  });

  test('has the same bytes whatever the order of its entries', () => {
    expect(writeTar([...entries].reverse()).equals(writeTar(entries))).toBe(true);
  });

  test.each([
    ['a path that goes up', () => writeTar([file('../escape', '')]), /leaves its folder/],
    ['an absolute path', () => writeTar([file('/etc/passwd', '')]), /leaves its folder/],
    ['a cut archive', () => writeTar([file('a', 'x'.repeat(2000))]).subarray(0, 1024), /ends inside a/],
    ['a missing end', () => writeTar([file('a', 'x')]).subarray(0, 1024), /was cut off/],
  ])('refuses %s', (_, make, message) => {
    expect(() => readTar(make())).toThrow(message);
  });

  test('refuses a device', () => {
    const archive = writeTar([file('null', '')]);
    archive.write('3', 156);
    expect(() => readTar(archive)).toThrow(/only files, folders and links/);
  });

  test('says which path is too long to be written', () => {
    expect(() => writeTar([file('x'.repeat(101), '')])).toThrow(/too long/);
  });
});
