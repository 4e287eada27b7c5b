import { describe, expect, test } from '@jest/globals';
import { BACKUP_DAYS, madeAt, manifest } from '../../../sandbox/platform/backups.ts';

const DAY = 86_400_000;

describe('when backups were made', () => {
  test.each([
    ['in the middle of the day', '2026-11-24T12:00:00Z', '2026-11-24T11:40:00.000Z'],
    ['shortly after midnight', '2026-11-24T00:10:00Z', '2026-11-24T00:05:00.000Z'],
    ['before the earliest time of day', '2026-11-24T00:04:00Z', '2026-11-23T23:44:00.000Z'],
    ['at the end of a day', '2026-11-24T23:59:59Z', '2026-11-24T23:39:59.000Z'],
  ])('%s the newest is fresh and of a day of its own', (_when, now, newest) => {
    const times = Array.from({ length: BACKUP_DAYS }, (_, daysAgo) => madeAt(Date.parse(now), daysAgo));
    expect(times[0]?.toISOString()).toBe(newest);
    expect(new Set(times.map((time) => time.toISOString().slice(0, 10))).size).toBe(BACKUP_DAYS);
    for (const time of times) expect(time.getTime()).toBeLessThan(Date.parse(now));
    expect(Date.parse(now) - (times[0]?.getTime() ?? 0)).toBeLessThan(DAY);
  });

  test('a manifest names every object with size and checksum', () => {
    const made = new Date('2026-11-24T01:30:00Z');
    const { name, content } = manifest(made, [{ name: 'a', content: Buffer.from('abc') }], { kind: 'database' });
    expect(name).toBe('manifest.json');
    expect(JSON.parse(content.toString('utf8'))).toEqual({
      version: 1,
      createdAt: '2026-11-24T01:30:00.000Z',
      kind: 'database',
      objects: [{ name: 'a', size: 3, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' }],
    });
  });
});
