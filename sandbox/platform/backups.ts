/**
 * The bucket with the backups of the last days: what a nightly job would have left. Dumps are real, made once from the
 * platform's own database and kept beside the tools by the version of the history they hold.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BucketAlreadyOwnedByYou, CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { stringify } from 'yaml';
import type { ObjectStoreAccess } from '../parts/object-store.ts';
import type { Cluster, KubernetesObject } from './cluster.ts';
import { podAddress, secretValue } from './database.ts';

/** Days that the bucket holds, today included. */
export const BACKUP_DAYS = 14;
/** The earliest time of day at which a backup is made, in minutes after midnight, UTC. */
const EARLIEST = 5;
const MINUTE = 60_000;
const DAY = 86_400_000;
const PROGRAMS = '/usr/lib/postgresql/15/bin';

/** One object of a backup. */
interface Piece {
  readonly name: string;
  readonly content: Buffer;
}

/** A dump in both forms that the platform keeps, and the roles that own what is in it. */
export interface Dump {
  readonly plain: Buffer;
  readonly custom: Buffer;
  readonly globals: Buffer;
}

/** The objects of a dump by their names in the bucket. */
const FILES = {
  plain: 'database-backup.sql.gz',
  custom: 'database-backup.dump',
  globals: 'globals.sql.gz',
} as const satisfies Record<keyof Dump, string>;

/** When the backup of a day was made: the newest twenty minutes before `now` but on the same day, the others at 01:30. */
export function madeAt(now: number, daysAgo: number): Date {
  const midnight = Math.floor((now - EARLIEST * MINUTE) / DAY) * DAY;
  if (daysAgo > 0) return new Date(midnight - daysAgo * DAY + 90 * MINUTE);
  return new Date(Math.max(midnight + EARLIEST * MINUTE, now - 20 * MINUTE));
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The manifest that lies beside a backup's objects: their sizes and checksums. */
export function manifest(made: Date, pieces: readonly Piece[], about: Readonly<Record<string, unknown>>): Piece {
  const objects = pieces.map(({ name, content }) => ({ name, size: content.length, sha256: sha256(content) }));
  const text = JSON.stringify({ version: 1, createdAt: made.toISOString(), ...about, objects }, null, 2);
  return { name: 'manifest.json', content: Buffer.from(`${text}\n`) };
}

/** What a program of PostgreSQL prints about the platform's primary. */
function dump(cluster: { host: string; password: string }, program: string, ...options: string[]): Promise<Buffer> {
  const argv = ['--host', cluster.host, '--username', 'postgres', ...options];
  const child = spawn(join(PROGRAMS, program), argv, {
    env: { PGPASSWORD: cluster.password, PATH: '/usr/bin:/bin' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks));
      else reject(new Error(`${program} ended with ${code}: ${complaint.slice(0, 500)}`));
    });
  });
}

/** What the dumps depend on: the scripts that lay the history. */
export function historyVersion(seedFolder: string): string {
  const hash = createHash('sha256').update('2');
  for (const name of readdirSync(seedFolder).sort()) hash.update(name).update(readFileSync(join(seedFolder, name)));
  return hash.digest('hex').slice(0, 12);
}

/** The kept dumps, or undefined when there are none yet. */
export function keptDump(folder: string): Dump | undefined {
  const files = Object.entries(FILES).map(([form, name]) => [form, join(folder, name)] as const);
  if (!files.every(([, path]) => existsSync(path))) return undefined;
  return Object.fromEntries(files.map(([form, path]) => [form, readFileSync(path)])) as unknown as Dump;
}

/** Makes the dumps from the platform's primary and keeps them in `folder`. */
export async function makeDump(cluster: Cluster, folder: string): Promise<Dump> {
  const access = {
    host: await podAddress(cluster, 'postgres-0'),
    password: await secretValue(cluster, 'postgres-roles', 'postgres'),
  };
  const database = ['--dbname', 'phoenixrooivalk'];
  const made: Dump = {
    custom: await dump(access, 'pg_dump', ...database, '--format=custom'),
    plain: gzipSync(await dump(access, 'pg_dump', ...database, '--format=plain'), { level: 6 }),
    globals: gzipSync(await dump(access, 'pg_dumpall', '--globals-only', '--no-role-passwords'), { level: 6 }),
  };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [form, name] of Object.entries(FILES)) {
    writeFileSync(join(folder, `${name}.new`), made[form as keyof Dump], { mode: 0o600 });
    renameSync(join(folder, `${name}.new`), join(folder, name));
  }
  return made;
}

/** Blocks as a node would export them: `count` lines that end at `height`. */
function blocks(height: number, count: number): Buffer {
  const lines = Array.from({ length: count }, (_, index) => {
    const at = height - count + 1 + index;
    return JSON.stringify({ height: at, hash: sha256(Buffer.from(String(at))), transactions: 900 + (at % 200) });
  });
  return gzipSync(`${lines.join('\n')}\n`);
}

function dayPieces(made: Date, dumps: Dump, configuration: Buffer): Record<string, Piece[]> {
  const database = Object.entries(FILES).map(([form, name]) => ({ name, content: dumps[form as keyof Dump] }));
  const height = 1_190_000 + Math.floor((made.getTime() - Date.UTC(2026, 0, 1)) / DAY) * 40;
  const blockchain = [{ name: 'blocks-0001.jsonl.gz', content: blocks(height, 2_000) }];
  const files = [{ name: 'configuration.yaml', content: configuration }];
  return {
    database: [...database, manifest(made, database, { kind: 'database', database: 'phoenixrooivalk', server: '15' })],
    blockchain: [...blockchain, manifest(made, blockchain, { kind: 'blockchain', height })],
    configuration: [...files, manifest(made, files, { kind: 'configuration' })],
  };
}

/** Where the S3 server of a sandbox keeps its buckets, as files. */
export function objectFolder(directory: string): string {
  return join(directory, 'data/object-store/objects');
}

/** Sets an object's time back to when the backup was made. `store` is the folder of the buckets. */
export function setBack(store: string, bucket: string, key: string, made: Date): void {
  const file = join(store, bucket, key);
  if (statSync(file, { throwIfNoEntry: false }) !== undefined) utimesSync(file, made, made);
}

/** Where backups go and what they hold. */
export interface BackupPlan {
  readonly access: ObjectStoreAccess;
  /** The folder in which the S3 server keeps its buckets. */
  readonly store: string;
  readonly dumps: Dump;
  readonly objects: readonly KubernetesObject[];
  readonly now: number;
}

/** Fills the bucket; gives the number of objects. */
export async function layBackups({ access, store, dumps, objects, now }: BackupPlan): Promise<number> {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = access;
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  try {
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
  } catch (error) {
    if (!(error instanceof BucketAlreadyOwnedByYou)) throw error;
  }
  const configuration = Buffer.from(objects.map((item) => stringify(item)).join('---\n'));
  let count = 0;
  for (let daysAgo = BACKUP_DAYS - 1; daysAgo >= 0; daysAgo -= 1) {
    const made = madeAt(now, daysAgo);
    const day = made.toISOString().slice(0, 10);
    for (const [kind, pieces] of Object.entries(dayPieces(made, dumps, configuration))) {
      await Promise.all(
        pieces.map(async ({ name, content }) => {
          const key = `${kind}/${day}/${name}`;
          await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: content }));
          setBack(store, bucket, key, made);
        }),
      );
      count += pieces.length;
    }
  }
  client.destroy();
  return count;
}
