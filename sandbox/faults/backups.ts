/** Faults of the backups in the bucket. */
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { objectStoreAccess } from '../parts/object-store.ts';
import { objectFolder, setBack } from '../platform/backups.ts';
import { type Fault, type FaultContext, leads } from './fault.ts';

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

/** An object of the bucket that was taken away: its content in base64, and when it was made. */
interface KeptObject {
  readonly content: string;
  readonly madeAt: number;
}

/** Takes the database backups of the last two days away, and keeps what they held. */
async function removeBackups(context: FaultContext): Promise<void> {
  const { client, bucket } = store(context);
  const listed = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'database/' }));
  const keys = (listed.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key]));
  const days = [...new Set(keys.map((key) => key.split('/')[1] ?? ''))].sort().slice(-2);
  const gone = keys.filter((key) => days.includes(key.split('/')[1] ?? ''));
  const kept: Record<string, KeptObject> = {};
  for (const key of gone) {
    const object = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const content = (await object.Body?.transformToString('base64')) ?? '';
    kept[key] = { content, madeAt: object.LastModified?.getTime() ?? Date.now() };
  }
  context.memory.keep('backups', kept);
  await client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: gone.map((Key) => ({ Key })) } }));
  client.destroy();
}

async function returnBackups(context: FaultContext): Promise<void> {
  const { client, bucket } = store(context);
  for (const [key, { content, madeAt }] of Object.entries(
    context.memory.recall<Record<string, KeptObject>>('backups'),
  )) {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: Buffer.from(content, 'base64') }));
    setBack(objectFolder(context.directory), bucket, key, new Date(madeAt));
  }
  client.destroy();
}

/** Faults of the backups, by name. */
export const backupFaults = {
  'no-recent-backup': {
    title: 'there is no database backup of the last two days',
    leadsTo: leads('check-health: fail'),
    break: removeBackups,
    mend: returnBackups,
  },
} satisfies Record<string, Fault>;
