/** The restore drill on real servers: every format, what is refused, and that nothing stays behind. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDrill } from '../../src/adapters/postgres-drill/index.ts';
import type { BackupFile, Restoration } from '../../src/ports/drill.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { fileOf, plainDump, smallDump } from '../backups/dumps.ts';
import { drillContract } from '../contracts/drill.contract.ts';
import { request } from '../contracts/drill-request.ts';
import { makeDumps, type RealDumps } from './servers/dumps.ts';

const patienceMs = 120_000;
const execute = promisify(execFile);
const folder = mkdtempSync('/tmp/vb-');
chmodSync(folder, 0o711);
const drill = createDrill({ folder, secret: () => randomBytes(16).toString('hex'), clock: systemClock });
const { signal } = new AbortController();
const restore = (...files: BackupFile[]): Promise<Restoration> =>
  drill.restore(files, { ...request, expectations: [], extensions: ['citext'] }, signal);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

drillContract('real', async () => drill, patienceMs);

describe('formats of pg_dump', () => {
  let dumps: RealDumps;
  beforeAll(async () => {
    dumps = await makeDumps();
  }, patienceMs);

  test.each<[string, (real: RealDumps) => BackupFile[], string[]]>([
    ['plain', ({ plain }) => [fileOf('a.sql', plain)], ['plain']],
    ['plain in gzip', ({ plain }) => [fileOf('a.sql.gz', gzipSync(plain))], ['gzip', 'plain']],
    ['plain in zstd', ({ plain }) => [fileOf('a.sql.zst', zstdCompressSync(plain))], ['zstd', 'plain']],
    ['rows as INSERT', ({ inserts }) => [fileOf('a.sql', inserts)], ['plain']],
    ['custom', ({ custom }) => [fileOf('a.dump', custom)], ['custom']],
    ['custom in gzip', ({ custom }) => [fileOf('a.dump.gz', gzipSync(custom))], ['gzip', 'custom']],
    [
      'directory',
      ({ directory }) => directory.map(({ name, content }) => fileOf(name, content)),
      ['directory', 'gzip'],
    ],
    ['tar', ({ tar }) => [fileOf('a.tar', tar)], ['tar']],
    ['a directory in tar', ({ directoryTar }) => [fileOf('a.tar', directoryTar)], ['tar']],
    ['a directory in tar in gzip', ({ directoryTar }) => [fileOf('a.tgz', gzipSync(directoryTar))], ['gzip', 'tar']],
  ])(
    '%s: everything is there',
    async (name, filesOf, formats) => {
      const restoration = await restore(...filesOf(dumps));
      expect(restoration.reading.damage).toBeUndefined();
      expect(restoration.reading.formats).toEqual(formats);
      expect(restoration).toMatchObject({ refused: [], refusedCount: 0, missingExtensions: [], tables: dumps.tables });
      if (name !== 'rows as INSERT') expect(restoration.rows).toBe(dumps.rows);
      expect(restoration.inventory).toMatchObject({
        extensions: ['citext'],
        roles: ['phoenix_owner', 'postgres'],
        languages: ['plpgsql', 'sql'],
      });
      expect(restoration.amcheck?.outcome).toBe('clean');
    },
    patienceMs,
  );

  test.each<[string, (real: RealDumps) => BackupFile[], string]>([
    [
      'a custom dump that is cut off',
      ({ custom }) => [fileOf('a.dump', custom.subarray(0, custom.length - 40))],
      'incomplete',
    ],
    ['two custom dumps in one', ({ custom }) => [fileOf('a.dump', Buffer.concat([custom, custom]))], 'damaged'],
    ['a custom dump with a spoilt row', ({ custom }) => [fileOf('a.dump', spoilt(custom))], 'damaged'],
    [
      'a directory without one of its files',
      ({ directory }) => directory.slice(1).map(({ name, content }) => fileOf(name, content)),
      'incomplete',
    ],
    [
      'a directory with a file that is cut off',
      ({ directory }) =>
        directory.map(({ name, content }, index) => fileOf(name, index === 0 ? content.subarray(0, -6) : content)),
      'compression',
    ],
    [
      'a directory whose table of contents is cut off',
      ({ directory }) =>
        directory.map(({ name, content }) => fileOf(name, name === 'toc.dat' ? content.subarray(0, -9) : content)),
      'incomplete',
    ],
    ['a tar that is cut off', ({ tar }) => [fileOf('a.tar', tar.subarray(0, tar.length - 4000))], 'incomplete'],
    ['two tars in one', ({ tar }) => [fileOf('a.tar', Buffer.concat([tar, tar]))], 'damaged'],
    ['a tar with a spoilt header', ({ tar }) => [fileOf('a.tar', spoiltName(tar))], 'damaged'],
  ])(
    '%s is no good',
    async (_, filesOf, kind) => {
      const restoration = await restore(...filesOf(dumps));
      expect(restoration.reading.damage?.kind).toBe(kind);
    },
    patienceMs,
  );
});

/** A flipped bit in the middle of the compressed rows. */
function spoilt(dump: Buffer): Buffer {
  const copy = Buffer.from(dump);
  const at = Math.floor(copy.length * 0.75);
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}

/** A letter of the first member's name has changed. */
function spoiltName(tar: Buffer): Buffer {
  const copy = Buffer.from(tar);
  copy[0] = (copy[0] ?? 0) ^ 1;
  return copy;
}

describe('what a dump may not do', () => {
  const withStatements = (...statements: string[]) => fileOf('a.sql', plainDump({ ...smallDump, statements }));

  test.each([
    ['a function in C', "CREATE FUNCTION public.f() RETURNS integer LANGUAGE c AS 'libc.so.6', 'system';"],
    [
      'a function of the server itself',
      "CREATE FUNCTION public.f() RETURNS integer LANGUAGE internal AS 'pg_reload_conf';",
    ],
    [
      'a function in an untrusted language',
      'CREATE FUNCTION public.f() RETURNS void LANGUAGE plpython3u AS $$ import os $$;',
    ],
    ['COPY from a program', "COPY public.sensors FROM PROGRAM 'id';"],
    ['COPY to a program', "COPY public.sensors TO PROGRAM 'cat > /tmp/x';"],
    ['COPY from a file', "COPY public.sensors FROM '/etc/passwd';"],
    ['a DO block', 'DO $$ BEGIN PERFORM 1; END $$;'],
    ['a change of the server', "ALTER SYSTEM SET archive_command = 'id';"],
    ['a library', "LOAD 'libc';"],
  ])(
    '%s: refused before it is run',
    async (_, statement) => {
      const { reading } = await restore(withStatements(statement));
      expect(reading.damage?.kind).toBe('program');
    },
    patienceMs,
  );

  test.each([
    ['reading a file', "SELECT pg_read_file('/etc/passwd');", '42501'],
    [
      'running a program from a function',
      "CREATE FUNCTION public.f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN COPY public.sensors TO PROGRAM 'id'; RETURN 1; END $$; SELECT public.f();",
      '42501',
    ],
    ['putting a file into the database', "SELECT lo_import('/etc/passwd');", '42501'],
    ['what only administrators may do', 'SELECT pg_reload_conf();', '42501'],
  ])(
    '%s: the server refuses it to the restoring role',
    async (_, statement, code) => {
      const restoration = await restore(withStatements(statement));
      expect(restoration.reading.damage).toBeUndefined();
      expect(restoration.refused.map((refused) => refused.code)).toContain(code);
    },
    patienceMs,
  );

  test(
    'an extension that is not listed is not created',
    async () => {
      const restoration = await restore(
        withStatements('CREATE EXTENSION IF NOT EXISTS dblink WITH SCHEMA public;', 'CREATE EXTENSION no_such;'),
      );
      expect(restoration.missingExtensions).toEqual([
        { name: 'dblink', why: 'not-listed' },
        { name: 'no_such', why: 'not-listed' },
      ]);
    },
    patienceMs,
  );

  test(
    'a link to another server is counted, and nothing is reached',
    async () => {
      const statements = [
        "CREATE SUBSCRIPTION s CONNECTION 'host=10.77.2.11 dbname=x' PUBLICATION p;",
        "CREATE USER MAPPING FOR phoenix_owner SERVER x OPTIONS (password 'planted-secret');",
      ];
      const restoration = await restore(withStatements(...statements));
      expect(restoration.inventory.links).toBe(2);
      expect(restoration.leftOut).toBe(2);
      expect(JSON.stringify(restoration)).not.toContain('planted-secret');
    },
    patienceMs,
  );

  test(
    'more than may be decompressed is refused',
    async () => {
      const bomb = gzipSync(Buffer.concat([plainDump().subarray(0, 600), Buffer.alloc(2 ** 28, ' ')]));
      expect(bomb.length).toBeLessThan(2 ** 20);
      const { reading } = await restore(fileOf('a.sql.gz', bomb));
      expect(reading.damage?.kind).toBe('too-large');
      expect(reading.bytes).toBeLessThan(2 ** 27);
    },
    patienceMs,
  );

  test(
    'more than may be written ends it',
    async () => {
      const rows = Array.from({ length: 60_000 }, (_, id) => `${id}\t${'x'.repeat(400)}${id}`);
      const tables = Object.fromEntries(Array.from({ length: 8 }, (_, k) => [`public.wide_${k}`, rows]));
      const content = plainDump({ tables });
      const small = drill.restore([fileOf('a.sql', content)], { ...request, mostDiskBytes: 120_000_000 }, signal);
      await expect(small).rejects.toMatchObject({ name: 'PortError', code: 'busy' });
    },
    patienceMs,
  );
});

describe('what stays behind', () => {
  const processes = async () =>
    (await execute('ps', ['-eo', 'args'])).stdout.split('\n').filter((line) => line.includes(folder));

  test('nothing, after a drill', () => {
    expect(readdirSync(folder)).toEqual([]);
  });

  test(
    'no process and no data, when the run is killed; and the next drill sweeps its folder',
    async () => {
      const child = execFile(process.execPath, [join(import.meta.dirname, 'servers/hanging-drill.ts'), folder]);
      const deadline = performance.now() + 60_000;
      while ((await processes()).length === 0 && performance.now() < deadline) await systemClock.sleep(50);
      const data = () => readFileSync('/proc/self/mounts', 'utf8').includes(folder);
      child.kill('SIGKILL');
      while ((await processes()).length > 0 && performance.now() < deadline) await systemClock.sleep(50);
      expect(await processes()).toEqual([]);
      expect(data()).toBe(false);
      for (const name of readdirSync(folder)) expect(readdirSync(join(folder, name, 'files'))).toEqual([]);
      const next = createDrill({ folder, secret: () => randomBytes(16).toString('hex'), clock: systemClock });
      await next.restore([fileOf('a.sql', plainDump())], request, signal);
      expect(readdirSync(folder)).toEqual([]);
    },
    patienceMs,
  );

  test(
    'a run that is asked to stop ends its server at once',
    async () => {
      const stop = new AbortController();
      const endless: BackupFile = {
        name: 'a.sql',
        bytes: 1e9,
        open: async () => ({ bytes: 1e9, chunks: slowly(stop) }),
      };
      await expect(drill.restore([endless], request, stop.signal)).rejects.toMatchObject({ code: 'cancelled' });
      expect(readdirSync(folder)).toEqual([]);
      expect(await processes()).toEqual([]);
    },
    patienceMs,
  );
});

async function* slowly(stop: AbortController): AsyncGenerator<Uint8Array> {
  yield Buffer.concat([plainDump().subarray(0, 900), Buffer.alloc(20_000, '\n')]);
  await systemClock.sleep(1500);
  stop.abort();
  await systemClock.sleep(200);
  yield Buffer.from('-- more\n');
}
