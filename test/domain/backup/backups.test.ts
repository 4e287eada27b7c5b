import { describe, expect, test } from '@jest/globals';
import { artifactsOf } from '../../../src/domain/backup/artifacts.ts';
import { backupSets, dayText, missingDays } from '../../../src/domain/backup/backup-set.ts';
import { BlockLines } from '../../../src/domain/backup/block-lines.ts';
import { formatOf } from '../../../src/domain/backup/format.ts';
import { climb, climbText, layers } from '../../../src/domain/backup/layers.ts';
import { readManifest } from '../../../src/domain/backup/manifest.ts';
import { insecurity } from '../../../src/domain/backup/postgres-releases.ts';
import { sizeBand } from '../../../src/domain/backup/size-band.ts';

const hour = 3_600_000;
const day = 24 * hour;
const object = (key: string, modifiedAt = Date.parse('2026-11-24T01:30:00Z'), bytes = 10) => ({
  key,
  bytes,
  modifiedAt,
});

describe('sets of backups', () => {
  test.each<[string, string[], string[]]>([
    ['a folder a day', ['d/2026-11-23/a', 'd/2026-11-24/a', 'd/2026-11-24/b'], ['d/2026-11-23/', 'd/2026-11-24/']],
    ['the date in the name', ['d/x-20261124.dump', 'd/x-20261123.dump'], ['d/x-20261123', 'd/x-20261124']],
    ['with a time', ['d/2026-11-24T01-30/a', 'd/2026-11-24T13-30/a'], ['d/2026-11-24T01-30/', 'd/2026-11-24T13-30/']],
    ['no date at all', ['d/a', 'd/b'], ['d/']],
    ['what consoles put there for a folder', ['d/2026-11-24/', 'd/2026-11-24/a'], ['d/2026-11-24/']],
    ['a number that is no date', ['d/99999999/a'], ['d/99999999/']],
  ])('%s', (_, keys, prefixes) => {
    expect(
      backupSets(
        keys.map((key) => object(key)),
        'd/',
      ).map(({ prefix }) => prefix),
    ).toEqual(prefixes);
  });

  test('without dates, days are told apart by when they were written', () => {
    const objects = [
      object('d/a', Date.parse('2026-11-23T01:00:00Z')),
      object('d/b', Date.parse('2026-11-24T01:00:00Z')),
    ];
    expect(backupSets(objects, 'd/').map((set) => dayText(set.day))).toEqual(['2026-11-23', '2026-11-24']);
  });

  test.each<[string, string[], number, string[]]>([
    ['every day', ['21', '22', '23', '24'], day, []],
    ['a day is missing', ['21', '22', '24'], day, ['23']],
    ['several are', ['20', '24'], day, ['21', '22', '23']],
    ['every other day, as wanted', ['20', '22', '24'], 2 * day, []],
    ['every other day, and one is missing', ['18', '22', '24'], 2 * day, ['20']],
    ['too long ago to matter', ['01', '22', '23', '24'], day, []],
    ['none', [], day, []],
  ])('missing days: %s', (_, days, every, missing) => {
    const sets = backupSets(
      days.map((date) => object(`d/2026-11-${date}/a`)),
      'd/',
    );
    expect(missingDays(sets, 14, every).map((each) => dayText(each).slice(-2))).toEqual(missing);
  });

  test('dumps of a set: single ones, folders, roles; what lies beside is none', () => {
    const keys = [
      'a.sql.gz',
      'a.sql.gz.sha256',
      'b.dump',
      'dir/toc.dat',
      'dir/12.dat.gz',
      'globals.sql',
      'manifest.json',
      'README.md',
    ];
    const [set] = backupSets(
      keys.map((key) => object(`d/2026-11-24/${key}`)),
      'd/',
    );
    const artifacts = artifactsOf(set as NonNullable<typeof set>);
    expect(artifacts.map(({ name, objects }) => [name, objects.length])).toEqual([
      ['a.sql.gz', 1],
      ['b.dump', 1],
      ['dir/', 2],
      ['globals.sql', 1],
    ]);
  });
});

describe('what a backup is compared with', () => {
  test('the band of sizes is not moved by one bad night, and needs three', () => {
    expect(sizeBand([100, 100, 0, 100, 102], 0.5)).toMatchObject({ median: 100, low: 50, high: 200 });
    expect(sizeBand([100, 100], 0.5)).toBeUndefined();
  });

  const hex = 'a'.repeat(64);
  test.each<[string, string, string, object | undefined]>([
    [
      'JSON',
      'manifest.json',
      `{"height": 7, "objects": [{"name": "a", "size": 3, "sha256": "${hex.toUpperCase()}"}]}`,
      { height: 7, objects: [{ name: 'a', bytes: 3, sha256: hex }] },
    ],
    [
      'lines of sha256sum',
      'SHA256SUMS',
      `${hex}  a\n${hex} *./b c\n`,
      {
        objects: [
          { name: 'a', sha256: hex },
          { name: 'b c', sha256: hex },
        ],
      },
    ],
    ['a checksum alone', 'a.dump.sha256', `${hex}\n`, { objects: [{ name: 'a.dump', sha256: hex }] }],
    ['no JSON', 'manifest.json', '{', undefined],
    ['no objects', 'manifest.json', '{}', undefined],
    ['a size that is none', 'manifest.json', '{"objects": [{"name": "a", "size": -1}]}', undefined],
    ['a checksum that is none', 'manifest.json', '{"objects": [{"name": "a", "sha256": "xyz"}]}', undefined],
    ['nothing', 'SHA256SUMS', '', undefined],
    ['something else', 'SHA256SUMS', 'hello', undefined],
  ])('manifest: %s', (_, name, text, manifest) => {
    expect(readManifest(text, name)).toEqual(manifest);
  });

  test.each<[string, string[], number | undefined, RegExp | undefined]>([
    ['in order', ['{"height":5}\n{"hei', 'ght":6}\n'], 6, undefined],
    ['without a line feed at the end', ['{"height":5}'], 5, undefined],
    ['a gap', ['{"height":5}\n{"height":7}\n'], 5, /block 7 follows block 5/],
    ['twice', ['{"height":5}\n{"height":5}\n'], 5, /block 5 follows/],
    ['no JSON', ['hello\n'], undefined, /no block/],
    ['no height', ['{"hash":"x"}\n'], undefined, /no block/],
  ])('blocks: %s', (_, pieces, last, fault) => {
    const blocks = new BlockLines();
    for (const piece of pieces) blocks.push(Buffer.from(piece));
    blocks.endObject();
    expect(blocks.seen.last).toBe(last);
    if (fault === undefined) expect(blocks.fault).toBeUndefined();
    else expect(blocks.fault).toMatch(fault);
  });

  test.each<[string, Buffer, string]>([
    ['gzip', Buffer.of(0x1f, 0x8b, 8), 'gzip'],
    ['zstd', Buffer.of(0x28, 0xb5, 0x2f, 0xfd), 'zstd'],
    ['custom', Buffer.from('PGDMP\x01\x0e'), 'custom'],
    ['plain', Buffer.from('--\n-- PostgreSQL'), 'plain'],
    ['age', Buffer.from('age-encryption.org/v1\n'), 'age'],
    ['age, armoured', Buffer.from('-----BEGIN AGE ENCRYPTED FILE-----'), 'age'],
    ['gpg, armoured', Buffer.from('-----BEGIN PGP MESSAGE-----'), 'gpg'],
    ['gpg, for a key', Buffer.of(0x85, 0x01, 0x0c, 0x03, 0xff, 0xee), 'gpg'],
    ['gpg, with a passphrase', Buffer.of(0x8c, 0x0d, 0x04, 0x09, 0x03), 'gpg'],
    ['openssl', Buffer.from('Salted__\x01\x02'), 'openssl'],
    ['xz', Buffer.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0), 'xz'],
    ['nothing', Buffer.alloc(0), 'empty'],
    ['noise', Buffer.of(1, 2, 3), 'unknown'],
  ])('format by its first bytes: %s', (_, first, format) => {
    expect(formatOf(first)).toBe(format);
  });

  test.each([
    [{ major: 15, minor: 18 }, /older than the last security release, 15.19/],
    [{ major: 15, minor: 19 }, undefined],
    [{ major: 13, minor: 23 }, /no security releases any more/],
    [{ major: 19, minor: 0 }, undefined],
  ])('PostgreSQL %j', (version, why) => {
    if (why === undefined) expect(insecurity(version)).toBeUndefined();
    else expect(insecurity(version)).toMatch(why);
  });
});

describe('how far up a backup gets', () => {
  test.each<[string, { code: string; severity: 'fail' | 'unknown' | 'warn' | 'info' }[], string]>([
    ['nothing is wrong', [], '9 of 9 layers'],
    [
      'it is old and unusual',
      [
        { code: 'backup-too-old', severity: 'fail' },
        { code: 'size-outside-band', severity: 'warn' },
      ],
      '7 of 9 layers (fresh: fail, size: warn)',
    ],
    ['it ends early', [{ code: 'backup-incomplete', severity: 'fail' }], '5 of 9 layers (complete: fail)'],
    ['it is encrypted', [{ code: 'backup-encrypted', severity: 'unknown' }], '4 of 9 layers (decompresses: unknown)'],
    ['something beside the layers', [{ code: 'roles-not-kept', severity: 'warn' }], '9 of 9 layers'],
    [
      'the worse of two counts',
      [
        { code: 'not-restored', severity: 'fail' },
        { code: 'extension-missing', severity: 'unknown' },
      ],
      '6 of 9 layers (restores: fail)',
    ],
  ])('%s', (_, findings, text) => {
    expect(climbText(climb(findings, layers))).toBe(text);
  });
});
