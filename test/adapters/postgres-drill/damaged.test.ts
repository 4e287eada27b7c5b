/** Several hundred damaged backups in every format: none of them is called good, with or without a checksum. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readBackup } from '../../../src/adapters/postgres-drill/read-backup.ts';
import { readingFindings } from '../../../src/observation/backup/reading-findings.ts';
import { fileOf, plainDump, sha256Of } from '../../backups/dumps.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/backups');
const plain = readFileSync(join(fixtures, 'small.sql'));
const custom = readFileSync(join(fixtures, 'small.dump'));
const directory = readdirSync(join(fixtures, 'directory')).map((name) =>
  readFileSync(join(fixtures, 'directory', name)),
);

/** The good ones, by format. Of the directory format it is one file that is damaged, as an object by itself. */
const good: Readonly<Record<string, Buffer>> = {
  plain,
  'plain in gzip': gzipSync(plain),
  'plain in zstd': zstdCompressSync(plain),
  custom,
  'custom in gzip': gzipSync(custom),
  'custom in zstd': zstdCompressSync(custom),
  ...Object.fromEntries(directory.map((content, index) => [`file ${index} of a directory`, content])),
};
/** Another day's backup, which would be a good one itself. */
const another = plainDump();

const seed = 20_261_127;
const runs = 45;
const { signal } = new AbortController();
const bounds = { mostBytes: 1e9, mostRatio: 200 };

/** What is found in a backup; `checksum`: what the manifest has stored for it. */
async function found(content: Uint8Array, as: 'dump' | 'bytes', checksum?: string) {
  const reading = await readBackup(fileOf('backup', content), { bounds, sha256: true, as }, signal);
  const expected: Record<string, string> = checksum === undefined ? {} : { backup: checksum };
  return readingFindings('database backup', reading, expected);
}

type Damage = (content: Buffer) => Buffer;

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const at = (content: Buffer, part: number): number => Math.floor(part * content.length);

/** Every way to damage a file: storage, transfer, jobs that were killed or ran twice, and people. */
const damages: fc.Arbitrary<Damage> = fc.oneof(
  share.map(
    (part): Damage =>
      (content) =>
        content.subarray(0, at(content, part)),
  ),
  share.map(
    (part): Damage =>
      (content) =>
        content.subarray(at(content, part) + 1),
  ),
  fc.tuple(share, fc.integer({ min: 0, max: 7 })).map(
    ([part, bit]): Damage =>
      (content) => {
        const copy = Buffer.from(content);
        copy[at(copy, part)] = (copy[at(copy, part)] ?? 0) ^ (1 << bit);
        return copy;
      },
  ),
  fc.tuple(share, fc.integer({ min: 1, max: 600 })).map(
    ([part, length]): Damage =>
      (content) => {
        const copy = Buffer.from(content);
        return copy.fill(0, at(copy, part), Math.min(copy.length, at(copy, part) + length));
      },
  ),
  fc.tuple(share, share, fc.integer({ min: 1, max: 200 })).map(
    ([one, two, length]): Damage =>
      (content) => {
        const copy = Buffer.from(content);
        const [from, to] = [at(copy, one), at(copy, two)];
        const [a, b] = [content.subarray(from, from + length), content.subarray(to, to + length)];
        b.copy(copy, from);
        a.copy(copy, to);
        return copy;
      },
  ),
  fc.tuple(share, fc.integer({ min: 1, max: 300 })).map(
    ([part, length]): Damage =>
      (content) =>
        Buffer.concat([content.subarray(0, at(content, part)), content.subarray(at(content, part) + length)]),
  ),
  fc.tuple(share, fc.integer({ min: 1, max: 300 })).map(
    ([part, length]): Damage =>
      (content) =>
        Buffer.concat([content.subarray(0, at(content, part) + length), content.subarray(at(content, part))]),
  ),
  fc.integer({ min: 1, max: 4096 }).map(
    (length): Damage =>
      (content) =>
        Buffer.concat([content, Buffer.alloc(length)]),
  ),
  fc.constant<Damage>((content) => Buffer.concat([content, content])),
  fc.constant<Damage>((content) => Buffer.concat([content, another])),
  fc.constant<Damage>(() => another),
  fc.constant<Damage>(() => Buffer.alloc(0)),
  fc.constant<Damage>(() => gzipSync('')),
);

describe.each(Object.entries(good))('%s', (name, content) => {
  const as = name.startsWith('file') ? 'bytes' : 'dump';

  test('is called good as it is, with its checksum; without one nobody knows', async () => {
    expect(await found(content, as, sha256Of(content))).toEqual([]);
    expect(await found(content, as)).toMatchObject([{ code: 'no-checksum', severity: 'warn' }]);
  });

  test(`${runs} damaged ones are not`, async () => {
    const stored = sha256Of(content);
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(damages, async (damage) => {
        const damaged = damage(content);
        if (damaged.equals(content)) return;
        tried += 1;
        const withChecksum = await found(damaged, as, stored);
        expect(withChecksum.some(({ severity }) => severity === 'fail' || severity === 'unknown')).toBe(true);
        const without = await found(damaged, as);
        expect(without.some(({ severity }) => severity !== 'info')).toBe(true);
      }),
      { numRuns: runs, seed },
    );
    expect(tried).toBeGreaterThan(runs / 2);
  });
});

test('the damaged ones of all formats are more than three hundred', () => {
  expect(Object.keys(good).length * runs).toBeGreaterThan(300);
});

describe('without a checksum, by what it is alone', () => {
  const whole = Object.entries(good).filter(([name]) => !name.startsWith('file'));

  test.each(whole)('%s: any cut, anything behind it, and a backup twice are seen', async (_, content) => {
    const damaged: readonly Buffer[] = [
      ...Array.from({ length: 40 }, (_each, index) => content.subarray(0, Math.floor((content.length * index) / 40))),
      content.subarray(0, content.length - 20),
      Buffer.concat([content, content]),
      Buffer.concat([content, Buffer.alloc(512)]),
      Buffer.concat([content, Buffer.from('select 1;')]),
    ];
    for (const each of damaged) {
      const findings = await found(each, 'dump');
      expect(findings.filter(({ severity }) => severity === 'fail').length).toBeGreaterThan(0);
    }
  });
});
