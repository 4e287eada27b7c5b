import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, createReadStream, createWriteStream, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { tool } from '../../sandbox/toolchain/index.ts';
import { createDrill } from '../../src/adapters/postgres-drill/index.ts';
import type { BackupFile, RestoreRequest } from '../../src/ports/drill.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { benchRow } from './backups-stream.ts';
import { freePort } from './free-port.ts';
import { against, inTurns, type Measured, medianOf } from './measure.ts';

const rounds = 3;
const rows = { telemetry: 1_500_000, blocks: 500_000 };
const jobs = 2;

const schema = `
CREATE TABLE telemetry (id bigint, hash text, payload text, at timestamptz);
CREATE TABLE blocks (id bigint, hash text, payload text, at timestamptz);`;
const indexes = `
ALTER TABLE telemetry ADD PRIMARY KEY (id);
ALTER TABLE blocks ADD PRIMARY KEY (id);
CREATE INDEX telemetry_at ON telemetry (at, id);
CREATE INDEX telemetry_hash ON telemetry (hash);
CREATE INDEX blocks_hash ON blocks (hash);
CREATE INDEX blocks_at ON blocks (at, id);`;

/** A default cluster that runs: initdb and postgres without a single setting but the socket's. */
async function startDefault(folder: string) {
  const programs = dirname(tool('postgres'));
  const number = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const owner = process.getuid?.() === 0 ? { uid: number('-u'), gid: number('-g') } : {};
  const home = join(folder, 'default-cluster');
  mkdirSync(home);
  if (owner.uid !== undefined) {
    chownSync(home, owner.uid, owner.gid);
    execFileSync('chmod', ['711', folder]);
  }
  const port = await freePort();
  const options = { ...owner, cwd: home, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' }, stdio: 'ignore' as const };
  execFileSync(join(programs, 'initdb'), ['-D', join(home, 'data'), '-U', 'postgres', '-A', 'trust'], options);
  const child = spawn(join(programs, 'postgres'), ['-D', join(home, 'data'), '-p', `${port}`, '-k', home], options);
  const connection = ['-h', home, '-p', `${port}`, '-U', 'postgres'];
  const psql = (database: string, input: string) =>
    execFileSync(join(programs, 'psql'), [...connection, '-q', '-d', database, '-v', 'ON_ERROR_STOP=1'], {
      input,
      stdio: ['pipe', 'ignore', 'inherit'],
    });
  for (let attempt = 0; ; attempt += 1) {
    try {
      execFileSync(join(programs, 'pg_isready'), connection, { stdio: 'ignore' });
      break;
    } catch {
      if (attempt > 200) throw new Error('the default cluster does not answer');
      await sleep(50);
    }
  }
  const stop = async () => {
    const ended = once(child, 'close');
    child.kill('SIGINT');
    await ended;
  };
  return { programs, connection, psql, stop };
}

type Cluster = Awaited<ReturnType<typeof startDefault>>;

/** Fill a database, and dump it in the three formats. */
async function makeDumps(cluster: Cluster, folder: string) {
  cluster.psql('postgres', 'CREATE DATABASE source;');
  cluster.psql('source', schema);
  for (const [table, count] of Object.entries(rows)) {
    const child = spawn(
      join(cluster.programs, 'psql'),
      [...cluster.connection, '-q', '-d', 'source', '-c', `COPY ${table} FROM stdin`],
      {
        stdio: ['pipe', 'ignore', 'inherit'],
      },
    );
    for (let from = 0; from < count; from += 10_000) {
      const part = Array.from({ length: 10_000 }, (_, k) => benchRow(from + k)).join('');
      if (!child.stdin.write(part)) await once(child.stdin, 'drain');
    }
    child.stdin.end();
    await once(child, 'close');
  }
  cluster.psql('source', indexes);
  const dump = (...options: string[]) =>
    execFileSync(join(cluster.programs, 'pg_dump'), [...cluster.connection, '-d', 'source', ...options]);
  const paths = { plain: join(folder, 'x.sql.gz'), custom: join(folder, 'x.dump'), directory: join(folder, 'x.dir') };
  const plain = spawn(join(cluster.programs, 'pg_dump'), [...cluster.connection, '-d', 'source'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await pipeline(plain.stdout, createGzip(), createWriteStream(paths.plain));
  dump('-Fc', '-f', paths.custom);
  dump('-Fd', '-f', paths.directory);
  cluster.psql('postgres', 'DROP DATABASE source; CHECKPOINT;');
  return paths;
}

function filesOf(path: string): readonly BackupFile[] {
  const paths = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
  return paths.map((each) => ({
    name: basename(each),
    bytes: statSync(each).size,
    open: async () => ({ bytes: statSync(each).size, chunks: createReadStream(each, { highWaterMark: 65_536 }) }),
  }));
}

const request: RestoreRequest = {
  bounds: { mostBytes: 1e12, mostRatio: 1000 },
  sha256: false,
  jobs,
  extensions: [],
  languages: [],
  expectations: [],
  amcheck: false,
  mostDiskBytes: 2 ** 34,
};

async function drilled(path: string): Promise<Measured> {
  const drill = createDrill({ folder: '/tmp', secret: () => randomBytes(16).toString('hex'), clock: systemClock });
  const started = performance.now();
  const restoration = await drill.restore(filesOf(path), request, new AbortController().signal);
  const wallMs = performance.now() - started;
  const expected = rows.telemetry + rows.blocks;
  if (restoration.reading.damage !== undefined || restoration.refusedCount > 0 || restoration.rows !== expected) {
    throw new Error(
      `the drill did not restore what was dumped: ${JSON.stringify(restoration.reading.damage ?? restoration.refused)}`,
    );
  }
  return { wallMs, peakBytes: 0, stdout: restoration.workspace };
}

function byHand(cluster: Cluster, path: string): () => Promise<Measured> {
  return async () => {
    cluster.psql('postgres', 'DROP DATABASE IF EXISTS target;');
    cluster.psql('postgres', 'CREATE DATABASE target; CHECKPOINT;');
    const script = `gunzip -c "$1" | "$2/psql" -h "$3" -p "$4" -U postgres -q -d target -v ON_ERROR_STOP=1 > /dev/null`;
    const [, host = '', , port = ''] = cluster.connection;
    const started = performance.now();
    execFileSync('sh', ['-c', script, 'sh', path, cluster.programs, host, port], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return { wallMs: performance.now() - started, peakBytes: 0, stdout: '' };
  };
}

/** The restore drill in each format against `gunzip -c | psql`: the same rows, tables and indexes on both sides. */
export async function benchRestore(folder: string): Promise<readonly string[]> {
  const cluster = await startDefault(folder);
  try {
    const paths = await makeDumps(cluster, folder);
    const results = await inTurns(
      {
        byHand: byHand(cluster, paths.plain),
        plain: () => drilled(paths.plain),
        custom: () => drilled(paths.custom),
        directory: () => drilled(paths.directory),
      },
      rounds,
    );
    const wall = (name: string) => medianOf((results[name] ?? []).map(({ wallMs }) => wallMs));
    const goals = { plain: 1, custom: 0.7, directory: 0.7 } as const;
    const where = results.plain?.[0]?.stdout === 'memory' ? 'in memory' : 'on the disk';
    return [
      `${rows.telemetry + rows.blocks} rows in 2 tables, 6 indexes, ${(statSync(paths.plain).size / 1e6).toFixed(0)} MB of gzip; throw-away server ${where}, ${jobs} jobs:`,
      ...Object.entries(goals).map(([format, goal]) =>
        against(`restore drill of the ${format} format, against gunzip -c | psql`, wall(format), wall('byHand'), goal),
      ),
    ];
  } finally {
    await cluster.stop();
  }
}
