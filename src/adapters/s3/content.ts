import { GetObjectCommand, type GetObjectCommandOutput, type S3Client } from '@aws-sdk/client-s3';
import type { ObjectContent } from '../../ports/object-store.ts';
import { PortError } from '../../ports/port-error.ts';
import { type Place, translate } from './errors.ts';

/** How often a stream that brings nothing is begun again. */
const vainAttempts = 3;
/** A stream that brings nothing for so long has ended, ms. */
const silenceMs = 20_000;

/** A client, where the object is, and until when. */
interface Request {
  readonly client: S3Client;
  readonly place: Place;
  readonly key: string;
  readonly signal: AbortSignal;
}

/** Open an object; its bytes come when they are asked for. */
export async function openObject(
  client: S3Client,
  place: Place,
  key: string,
  signal: AbortSignal,
): Promise<ObjectContent> {
  const request: Request = { client, place: { ...place, prefix: key }, key, signal };
  const first = await get(request, 0, undefined);
  const bytes = first.ContentLength ?? 0;
  const sha256 = wholeSha256(first);
  return { bytes, ...(sha256 === undefined ? {} : { sha256 }), chunks: chunksOf(request, first, bytes) };
}

async function get(request: Request, from: number, etag: string | undefined): Promise<GetObjectCommandOutput> {
  const { client, place, key, signal } = request;
  const command = new GetObjectCommand({
    Bucket: place.bucket,
    Key: key,
    ...(from > 0 ? { Range: `bytes=${from}-` } : { ChecksumMode: 'ENABLED' }),
    ...(etag === undefined ? {} : { IfMatch: etag }),
  });
  try {
    return await client.send(command, { abortSignal: signal });
  } catch (error) {
    throw translate(error, place);
  }
}

/** The checksum of an object that was not uploaded in parts; that of parts is a checksum of checksums. */
function wholeSha256({ ChecksumSHA256, ChecksumType }: GetObjectCommandOutput): string | undefined {
  if (ChecksumSHA256 === undefined || ChecksumType === 'COMPOSITE' || ChecksumSHA256.includes('-')) return undefined;
  return Buffer.from(ChecksumSHA256, 'base64').toString('hex');
}

async function* chunksOf(request: Request, first: GetObjectCommandOutput, bytes: number): AsyncGenerator<Uint8Array> {
  let answer = first;
  let read = 0;
  let vain = 0;
  for (;;) {
    const before = read;
    for await (const chunk of untilBroken(request, answer)) {
      read += chunk.length;
      yield chunk;
    }
    if (read >= bytes) return;
    vain = read === before ? vain + 1 : 0;
    if (vain >= vainAttempts) throw brokenOff(request, read, bytes);
    answer = await get(request, read, first.ETag);
    if (read > 0 && answer.ContentRange?.startsWith(`bytes ${read}-`) !== true) throw brokenOff(request, read, bytes);
  }
}

/** What an answer brings before its connection ends, in whichever way. */
async function* untilBroken(request: Request, answer: GetObjectCommandOutput): AsyncGenerator<Uint8Array> {
  try {
    yield* bodyOf(answer, request.signal);
  } catch {
    if (request.signal.aborted) throw translate({ name: 'AbortError' }, request.place);
  }
}

/** The bytes of an answer; silence ends it. */
async function* bodyOf(answer: GetObjectCommandOutput, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const body = answer.Body as (AsyncIterable<Uint8Array> & { destroy(error?: Error): void }) | undefined;
  if (body === undefined) return;
  let timer: NodeJS.Timeout | undefined;
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => body.destroy(new Error('silent')), silenceMs);
  };
  const stop = () => body.destroy(new Error('aborted'));
  signal.addEventListener('abort', stop, { once: true });
  try {
    watch();
    for await (const chunk of body) {
      clearTimeout(timer);
      yield chunk;
      watch();
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    body.destroy();
  }
}

function brokenOff({ place }: Request, read: number, bytes: number): PortError {
  const subject = `s3://${place.bucket}/${place.prefix}`;
  return new PortError({
    code: 'unreachable',
    subject,
    message: `${subject} at ${place.server}: the connection broke off after ${read} of ${bytes} bytes, ${vainAttempts} times in a row without any byte in between`,
  });
}
