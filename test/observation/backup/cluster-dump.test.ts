import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { readBackup } from '../../../src/adapters/postgres-drill/read-backup.ts';
import { isClusterDump } from '../../../src/observation/backup/cluster-dump.ts';
import type { Drill } from '../../../src/ports/drill.ts';
import { fileOf, plainDump } from '../../backups/dumps.ts';
import { createFakeObjectStore } from '../../fakes/object-store/fake-object-store.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/backups', name));
const bounds = { mostBytes: 1e9, mostRatio: 200 };
const { signal } = new AbortController();
const drill: Drill = {
  read: readBackup,
  restore: () => Promise.reject(new Error('nothing is restored here')),
};
const context = { ports: { objectStore: createFakeObjectStore(), drill }, signal };

/** Made by pg_dumpall and pg_dump 15.20. */
describe('whether pg_dumpall wrote an object', () => {
  test.each<[string, Buffer, boolean]>([
    ['roles alone', fixture('roles.sql'), true],
    ['roles alone, in gzip', gzipSync(fixture('roles.sql')), true],
    ['a whole cluster', fixture('cluster.sql'), true],
    ['a database in which a row says so', fixture('cluster-in-a-row.sql'), false],
    ['a database', plainDump(), false],
    ['a database in custom format', fixture('small.dump'), false],
    ['nothing', Buffer.alloc(0), false],
  ])('%s', async (_, content, expected) => {
    expect(await isClusterDump(context, fileOf('x', content), bounds)).toBe(expected);
  });

  test.each<[string, string | undefined]>([
    ['roles.sql', undefined],
    ['cluster.sql', 'unsupported'],
    ['cluster-in-a-row.sql', undefined],
  ])('%s is read to its end: %s', async (name, damage) => {
    const request = { bounds, sha256: false, as: 'dump' as const };
    const reading = await readBackup(fileOf(name, fixture(name)), request, signal);
    expect(reading.damage?.kind).toBe(damage);
  });
});
