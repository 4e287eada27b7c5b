import { ListObjectsV2Command, type ListObjectsV2CommandOutput, S3Client } from '@aws-sdk/client-s3';
import { noCredentials, type ObjectStore, type StoredObject } from '../../ports/object-store.ts';
import { PortError } from '../../ports/port-error.ts';
import { openObject } from './content.ts';
import { type Place, translate } from './errors.ts';

/** An access key; the token only with temporary ones. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What the adapter is given. */
export interface ObjectStoreOptions {
  /** Absent: AWS. */
  readonly endpoint?: string;
  readonly region: string;
  readonly bucket: string;
  /** Read once, at the first request. Undefined: there are none. */
  readonly credentials: () => Promise<AccessKey | undefined>;
}

const connectTimeoutMs = 5000;
const requestTimeoutMs = 15_000;
const attempts = 2;
const maxObjects = 200_000;

/** The bucket over S3's own protocol. */
export function createObjectStore(options: ObjectStoreOptions): ObjectStore {
  let client: Promise<S3Client> | undefined;
  const connected = () => {
    client ??= connect(options);
    return client;
  };
  return {
    list: (prefix, signal) => list(connected, options, prefix, signal),
    open: async (key, signal) => openObject(await connected(), placeOf(options, key), key, signal),
  };
}

async function connect({ endpoint, region, credentials }: ObjectStoreOptions): Promise<S3Client> {
  const key = await credentials();
  if (key === undefined) {
    throw new PortError({
      code: 'unauthorized',
      subject: noCredentials,
      message: 'there are no credentials for the bucket, neither configured nor in the environment',
      next: 'set `platform.backups.credentials`, or log in to the cloud in an earlier step of the job',
    });
  }
  return new S3Client({
    region,
    credentials: key,
    maxAttempts: attempts,
    requestHandler: {
      connectionTimeout: connectTimeoutMs,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
    // what is kept beside a backup is compared by whoever reads it; the client would buffer trailers
    responseChecksumValidation: 'WHEN_REQUIRED',
    // servers other than AWS rarely have a host name for each bucket
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
  });
}

function placeOf({ bucket, endpoint, region }: ObjectStoreOptions, prefix: string): Place {
  return { bucket, prefix, server: endpoint === undefined ? `AWS (${region})` : new URL(endpoint).host };
}

async function* list(
  connected: () => Promise<S3Client>,
  options: ObjectStoreOptions,
  prefix: string,
  signal: AbortSignal,
): AsyncIterable<StoredObject> {
  const place = placeOf(options, prefix);
  let token: string | undefined;
  let count = 0;
  do {
    const page = await pageOf(await connected(), place, token, signal);
    const objects = objectsOf(page);
    count += objects.length;
    yield* objects;
    if (count > maxObjects) throw tooMany(place);
    token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
}

async function pageOf(
  client: S3Client,
  place: Place,
  token: string | undefined,
  signal: AbortSignal,
): Promise<ListObjectsV2CommandOutput> {
  const { bucket, prefix } = place;
  const command = new ListObjectsV2Command({
    Bucket: bucket,
    Prefix: prefix,
    // keys may hold what XML cannot
    EncodingType: 'url',
    ...(token === undefined ? {} : { ContinuationToken: token }),
  });
  try {
    return await client.send(command, { abortSignal: signal });
  } catch (error) {
    throw translate(error, place);
  }
}

function objectsOf({ Contents = [], EncodingType }: ListObjectsV2CommandOutput): readonly StoredObject[] {
  return Contents.flatMap(({ Key, Size = 0, LastModified }) => {
    if (Key === undefined || LastModified === undefined) return [];
    const key = EncodingType === 'url' ? decoded(Key) : Key;
    return [{ key, bytes: Size, modifiedAt: LastModified.getTime() }];
  });
}

/** A key as it is stored. Servers say whether they encoded; not all of them do. */
function decoded(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
}

function tooMany({ bucket, prefix }: Place): PortError {
  return new PortError({
    code: 'invalid',
    subject: `s3://${bucket}/${prefix}`,
    message: `s3://${bucket}/${prefix} holds more than ${maxObjects} objects`,
    next: 'give backups a prefix of their own, or let old ones expire',
  });
}
