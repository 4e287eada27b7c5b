import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Projection, writeProjection } from '../../../sandbox/kubelet/projection.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'volume-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const files = (content: Record<string, string>, mode = 0o640): Projection =>
  new Map(Object.entries(content).map(([path, text]) => [path, { content: Buffer.from(text), mode }]));
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

describe('a projected volume', () => {
  test('shows its files through one link, also in folders', () => {
    writeProjection(folder, files({ 'tls.crt': 'c', 'deep/er/key': 'k' }), undefined);
    expect([read('tls.crt'), read('deep/er/key')]).toEqual(['c', 'k']);
    expect(readlinkSync(join(folder, 'tls.crt'))).toBe('..data/tls.crt');
    expect(statSync(join(folder, 'tls.crt')).mode & 0o777).toBe(0o640);
  });

  test('changes all at once, and keeps no older version', () => {
    const first = files({ a: '1', b: '1' });
    writeProjection(folder, first, undefined);
    const before = readlinkSync(join(folder, '..data'));
    writeProjection(folder, files({ a: '2', c: '2' }), undefined, first);
    expect(readlinkSync(join(folder, '..data'))).not.toBe(before);
    expect(readdirSync(folder).filter((name) => !name.startsWith('..'))).toEqual(['a', 'c']);
    expect(read('a')).toBe('2');
    expect(existsSync(join(folder, before))).toBe(false);
  });

  test('is left alone where nothing changed', () => {
    const same = files({ a: '1' });
    writeProjection(folder, same, undefined);
    const before = readlinkSync(join(folder, '..data'));
    writeProjection(folder, files({ a: '1' }), undefined, same);
    expect(readlinkSync(join(folder, '..data'))).toBe(before);
  });
});
