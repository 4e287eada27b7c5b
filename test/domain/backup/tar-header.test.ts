import { describe, expect, test } from '@jest/globals';
import { tarHeader } from '../../../src/domain/backup/tar-header.ts';

/** A header as tar(1) writes it. */
function header(path: string, { type = '0', size = '00000000144', prefix = '' } = {}): Buffer {
  const block = Buffer.alloc(512);
  block.write(path, 0);
  block.write(size, 124);
  block.write(' '.repeat(8), 148);
  block.write(type, 156);
  block.write('ustar\u000000', 257);
  block.write(prefix, 345);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

describe('headers of tar archives', () => {
  test.each<[string, Buffer, unknown]>([
    ['a file', header('./3201.dat.gz'), { name: '3201.dat.gz', bytes: 100, kind: 'file' }],
    ['with a prefix', header('toc.dat', { prefix: 'some/folder' }), { name: 'toc.dat', bytes: 100, kind: 'file' }],
    ['a folder', header('dump/', { type: '5', size: '00000000000' }), { name: 'dump', bytes: 0, kind: 'folder' }],
    ['a long name', header('././@LongLink', { type: 'L' }), { name: '@LongLink', bytes: 100, kind: 'meta' }],
    ['the end', Buffer.alloc(512), 'end'],
    ['a symbolic link', header('a', { type: '2' }), 'it holds a link, a device or a pipe'],
    ['a hard link', header('a', { type: '1' }), 'it holds a link, a device or a pipe'],
    ['a device', header('a', { type: '3' }), 'it holds a link, a device or a pipe'],
    ['a path to the root', header('/etc/passwd'), 'a path in it leads outside'],
    ['a path upwards', header('a/../../b'), 'a path in it leads outside'],
    ['a size that is none', header('a', { size: 'zzz' }), 'a member of it has no size'],
    ['noise', Buffer.alloc(512, 7), 'the checksum of a header in it is wrong'],
  ])('%s', (_, block, expected) => {
    expect(tarHeader(block)).toEqual(expected);
  });

  test('a size in base 256', () => {
    const block = header('a');
    block.fill(0, 124, 136);
    block[124] = 0x80;
    block.writeUInt32BE(5_000_000, 132);
    block.write(' '.repeat(8), 148);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    expect(tarHeader(block)).toMatchObject({ bytes: 5_000_000 });
  });
});
