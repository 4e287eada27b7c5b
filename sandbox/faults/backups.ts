/** Faults of the backups in the bucket. */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { PLATFORM_NAMESPACE } from '../network.ts';
import { objectStoreAccess } from '../parts/object-store.ts';
import { objectFolder, setBack } from '../platform/backups.ts';
import { type Fault, type FaultContext, type LeadsTo, leads } from './fault.ts';

function store(context: FaultContext): { client: S3Client; bucket: string } {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = objectStoreAccess(context.directory);
  const credentials = { accessKeyId, secretAccessKey };
  return {
    client: new S3Client({
      endpoint,
      region,
      forcePathStyle: true,
      credentials,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    }),
    bucket,
  };
}

/** An object of the bucket as it was: its content in base64, and when it was made. */
interface KeptObject {
  readonly content: string;
  readonly madeAt: number;
}

type Contents = Record<string, Buffer>;

async function keysUnder(client: S3Client, bucket: string, prefix: string): Promise<string[]> {
  const listed = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
  return (listed.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key]));
}

/** Keeps what objects hold, and gives it. Kept once: a fault that is brought about again spoils what was good. */
async function keep(
  context: FaultContext,
  client: S3Client,
  bucket: string,
  keys: readonly string[],
): Promise<Contents> {
  const kept: Record<string, KeptObject> = {};
  for (const key of keys) {
    const object = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const content = (await object.Body?.transformToString('base64')) ?? '';
    kept[key] = { content, madeAt: object.LastModified?.getTime() ?? Date.now() };
  }
  context.memory.keep('backups', kept);
  const before = context.memory.recall<Record<string, KeptObject>>('backups');
  return Object.fromEntries(Object.entries(before).map(([key, { content }]) => [key, Buffer.from(content, 'base64')]));
}

async function put(context: FaultContext, client: S3Client, bucket: string, contents: Contents): Promise<void> {
  const kept = context.memory.recall<Record<string, KeptObject>>('backups');
  for (const [key, content] of Object.entries(contents)) {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: content }));
    setBack(objectFolder(context.directory), bucket, key, new Date(kept[key]?.madeAt ?? Date.now()));
  }
}

async function remove(client: S3Client, bucket: string, keys: readonly string[]): Promise<void> {
  await client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: keys.map((Key) => ({ Key })) } }));
}

async function returnBackups(context: FaultContext): Promise<void> {
  const { client, bucket } = store(context);
  const kept = context.memory.recall<Record<string, KeptObject>>('backups');
  await put(
    context,
    client,
    bucket,
    Object.fromEntries(Object.entries(kept).map(([key, { content }]) => [key, Buffer.from(content, 'base64')])),
  );
  client.destroy();
}

const dayOf = (key: string): string => key.split('/')[1] ?? '';

/** Takes away backups of the days that `choose` picks from those that there are. */
function takenAway(
  title: string,
  leadsTo: readonly LeadsTo[],
  choose: (days: readonly string[]) => readonly string[],
): Fault {
  return {
    title,
    leadsTo,
    break: async (context) => {
      const { client, bucket } = store(context);
      const keys = await keysUnder(client, bucket, 'database/');
      const days = choose([...new Set(keys.map(dayOf))].sort());
      const gone = keys.filter((key) => days.includes(dayOf(key)));
      if (gone.length > 0) {
        await keep(context, client, bucket, gone);
        await remove(client, bucket, gone);
      }
      client.destroy();
    },
    mend: returnBackups,
  };
}

/** The newest backup of a kind, changed: by the names of its objects, `undefined` for one that is taken away. */
function changed(
  title: string,
  leadsTo: readonly LeadsTo[],
  kind: 'database' | 'blockchain' | 'configuration',
  change: (files: Contents) => Readonly<Record<string, Buffer | undefined>>,
): Fault {
  return {
    title,
    leadsTo,
    break: async (context) => {
      const { client, bucket } = store(context);
      const keys = await keysUnder(client, bucket, `${kind}/`);
      const day = [...new Set(keys.map(dayOf))].sort().at(-1) ?? '';
      const contents = await keep(
        context,
        client,
        bucket,
        keys.filter((key) => dayOf(key) === day),
      );
      const prefix = `${kind}/${day}/`;
      const files = Object.fromEntries(
        Object.entries(contents).map(([key, content]) => [key.slice(prefix.length), content]),
      );
      const after = Object.entries(change(files));
      const there = after.flatMap(([name, content]) =>
        content === undefined ? [] : [[prefix + name, content] as const],
      );
      await put(context, client, bucket, Object.fromEntries(there));
      const gone = after.flatMap(([name, content]) => (content === undefined ? [prefix + name] : []));
      if (gone.length > 0) await remove(client, bucket, gone);
      client.destroy();
    },
    mend: returnBackups,
  };
}

const plain = 'database-backup.sql.gz';
const custom = 'database-backup.dump';
const settings = 'configuration.yaml';

/** A file of a backup. Throws where the backup has none of that name. */
function file(files: Contents, name: string): Buffer {
  const content = files[name];
  if (content === undefined) throw new Error(`The newest backup has no ${name}.`);
  return content;
}

/** The manifest that a job would have written for these files: it backs up something wrong, and knows nothing of it. */
function manifestFor(files: Contents, after: Contents): Buffer {
  const about = JSON.parse(file(files, 'manifest.json').toString('utf8')) as { objects: { name: string }[] };
  const objects = about.objects.map(({ name }) => {
    const content = after[name] ?? file(files, name);
    return { name, size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  });
  return Buffer.from(`${JSON.stringify({ ...about, objects }, null, 2)}\n`);
}

/** Files that the backup job itself wrote so. */
function written(files: Contents, after: Contents): Contents {
  return { ...after, 'manifest.json': manifestFor(files, after) };
}

function flipped(content: Buffer): Buffer {
  const copy = Buffer.from(content);
  const middle = Math.floor(copy.length / 2);
  copy[middle] = (copy[middle] ?? 0) ^ 4;
  return copy;
}

const fails = leads('validate-backups: fail');
const unknown = leads('validate-backups: unknown');
const warns = leads('validate-backups: warn');

/** A key to the bucket that nobody knows, in the place of the right one. */
async function forgetKey({ cluster, memory }: FaultContext): Promise<void> {
  const secret = await cluster.find('v1', 'Secret', PLATFORM_NAMESPACE, 'backup-store-credentials');
  memory.keep('key', (secret as { data?: Record<string, string> } | undefined)?.data?.['secret-access-key']);
  await setKey(cluster, Buffer.from('a-key-that-nobody-knows').toString('base64'));
}

async function setKey(cluster: FaultContext['cluster'], value: string): Promise<void> {
  const operation = { op: 'replace' as const, path: '/data/secret-access-key', value };
  await cluster.patch('v1', 'Secret', PLATFORM_NAMESPACE, 'backup-store-credentials', [operation]);
}

/** Faults of the backups, by name. */
export const backupFaults = {
  'no-recent-backup': takenAway(
    'there is no database backup of the last two days',
    leads('check-health: fail', 'validate-backups: fail'),
    (days) => days.slice(-2),
  ),
  'missing-backup-day': takenAway('a day of last week has no database backup', warns, (days) =>
    days.length > 13 ? days.slice(5, 6) : [],
  ),
  'truncated-backup': changed('the newest dump is cut off', fails, 'database', (files) => ({
    [plain]: file(files, plain).subarray(0, Math.floor(file(files, plain).length * 0.7)),
  })),
  'empty-backup': changed('the newest dump is an empty gzip file', fails, 'database', () => ({
    [plain]: gzipSync(''),
  })),
  'bit-flipped-backup': changed('a bit of the newest dump has flipped', fails, 'database', (files) => ({
    [plain]: flipped(file(files, plain)),
  })),
  'swapped-backups': changed('the newest dumps have changed places', fails, 'database', (files) => ({
    [plain]: file(files, custom),
    [custom]: file(files, plain),
  })),
  'missing-backup': changed('one of the newest dumps is not there', fails, 'database', () => ({ [custom]: undefined })),
  'program-in-backup': changed('the newest dump would run a program', fails, 'database', (files) => {
    const dump = gunzipSync(file(files, plain)).toString('latin1');
    const spoilt = dump.replace('SET client_encoding', '\\! id > /dev/null\nSET client_encoding');
    return written(files, { [plain]: gzipSync(Buffer.from(spoilt, 'latin1')) });
  }),
  'encrypted-backup': changed('the newest dump is encrypted, and its key is not here', unknown, 'database', (files) => {
    const head = Buffer.from('age-encryption.org/v1\n-> X25519 c2FuZGJveA\n');
    return written(files, { [custom]: Buffer.concat([head, flipped(file(files, custom))]) });
  }),
  'chain-backup-gap': changed(
    'a block is missing from the newest backup of the chain',
    fails,
    'blockchain',
    (files) => {
      const name = 'blocks-0001.jsonl.gz';
      const lines = gunzipSync(file(files, name)).toString('utf8').split('\n');
      return written(files, { [name]: gzipSync(lines.filter((_, index) => index !== 1000).join('\n')) });
    },
  ),
  'drifted-configuration': changed('the cluster is not what was backed up', warns, 'configuration', (files) =>
    written(files, {
      [settings]: Buffer.from(
        file(files, settings)
          .toString('utf8')
          .replace(/replicas: 3/, 'replicas: 2'),
      ),
    }),
  ),
  'outdated-configuration': changed('what was backed up is of an API that is gone', fails, 'configuration', (files) =>
    written(files, {
      [settings]: Buffer.from(file(files, settings).toString('utf8').replace('apps/v1', 'apps/v1beta1')),
    }),
  ),
  'bucket-denied': {
    title: 'the key to the bucket is not accepted',
    leadsTo: leads('check-health: unknown', 'validate-backups: unknown'),
    break: forgetKey,
    mend: ({ cluster, memory }) => setKey(cluster, memory.recall<string>('key')),
  },
} satisfies Record<string, Fault>;
