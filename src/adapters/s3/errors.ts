import { customerKey } from '../../ports/object-store.ts';
import { PortError, type PortErrorCode } from '../../ports/port-error.ts';
import { connectionWords } from '../connection-words.ts';
import { isTlsFailure } from '../tls.ts';

/** Which bucket a request was about. */
export interface Place {
  readonly bucket: string;
  readonly prefix: string;
  /** Host and port of the server, or its region at AWS. */
  readonly server: string;
}

interface Translation {
  readonly code: PortErrorCode;
  readonly says: string;
  readonly next?: string;
}

const keysNext = 'put a valid access key into the Secret that `platform.backups.credentials` names';

/** By the S3 error code; whatever else a server writes never passes. */
const byName: Readonly<Record<string, (place: Place) => Translation>> = {
  AccessDenied: ({ bucket, prefix }) => ({
    code: 'forbidden',
    says: 'access is denied',
    next:
      prefix === '' || prefix.endsWith('/')
        ? `grant s3:ListBucket on arn:aws:s3:::${bucket} to the identity that looks`
        : `grant s3:GetObject on arn:aws:s3:::${bucket}/* to the identity that looks`,
  }),
  NoSuchKey: () => ({ code: 'not-found', says: 'there is no such object' }),
  PreconditionFailed: () => ({ code: 'conflict', says: 'it was written anew while it was read' }),
  InvalidRange: () => ({ code: 'conflict', says: 'it became shorter while it was read' }),
  NoSuchBucket: () => ({
    code: 'not-found',
    says: 'there is no such bucket',
    next: 'set `platform.backups.bucket` to the bucket that holds the backups',
  }),
  InvalidAccessKeyId: () => ({ code: 'unauthorized', says: 'the access key is not known', next: keysNext }),
  SignatureDoesNotMatch: () => ({ code: 'unauthorized', says: 'the secret key is not the right one', next: keysNext }),
  ExpiredToken: () => ({ code: 'unauthorized', says: 'the credentials have expired', next: 'log in again' }),
  InvalidToken: () => ({ code: 'unauthorized', says: 'the session token is not valid', next: 'log in again' }),
  RequestTimeTooSkewed: () => ({
    code: 'unauthorized',
    says: 'the clocks differ too much',
    next: 'set the clock of this machine',
  }),
  PermanentRedirect: () => ({
    code: 'invalid',
    says: 'the bucket is in another region',
    next: 'set `platform.backups.region`',
  }),
  AuthorizationHeaderMalformed: () => ({
    code: 'invalid',
    says: 'the bucket is in another region',
    next: 'set `platform.backups.region`',
  }),
  SlowDown: () => ({ code: 'busy', says: 'it asked to come back later' }),
  ServiceUnavailable: () => ({ code: 'busy', says: 'it asked to come back later' }),
  AbortError: () => ({ code: 'cancelled', says: 'the run was asked to stop' }),
  TimeoutError: () => ({ code: 'timeout', says: 'it did not answer in time' }),
};

/** Rebuild a client's error from its code alone: its message may hold whatever the server wrote. */
export function translate(error: unknown, place: Place): PortError {
  if (error instanceof PortError) return error;
  const subject = needsCustomerKey(error) ? customerKey : `s3://${place.bucket}/${place.prefix}`;
  const { code, says, next } = translationOf(error, place);
  const message = `s3://${place.bucket}/${place.prefix} at ${place.server}: ${says}`;
  return new PortError({ code, subject, message, ...(next === undefined ? {} : { next }) });
}

/**
 * Objects that are encrypted with a key of the customer (SSE-C) are refused with InvalidRequest, or InvalidArgument on
 * MinIO, and a sentence that names the kind of encryption. The sentence is only looked at, and never passed on.
 */
function needsCustomerKey(error: unknown): boolean {
  const { name, message } = (error ?? {}) as { readonly name?: unknown; readonly message?: unknown };
  return (
    (name === 'InvalidRequest' || name === 'InvalidArgument') &&
    typeof message === 'string' &&
    /server[- ]side encryption|SSE-C|customer/i.test(message)
  );
}

const customerKeyMissing: Translation = {
  code: 'unauthorized',
  says: 'the object is encrypted with a key of its owner (SSE-C), which is not given here',
  next: 'let the job that makes the backup encrypt with a key of the store (SSE-S3, SSE-KMS), or restore a copy by hand with that key',
};

function translationOf(error: unknown, place: Place): Translation {
  const { name, code, status } = factsOf(error);
  if (needsCustomerKey(error)) return customerKeyMissing;
  const known = Object.hasOwn(byName, name) ? byName[name] : undefined;
  if (known !== undefined) return known(place);
  const says = connectionWords(code);
  if (says !== undefined) return { code: 'unreachable', says };
  if (isTlsFailure(code) || code === 'EPROTO') return { code: 'untrusted', says: 'its certificate is not trusted' };
  if (status === 401 || status === 403) return { code: 'forbidden', says: `it answered ${status}` };
  if (status === 404) return { code: 'not-found', says: 'it answered 404' };
  if (status === undefined) return { code: 'unreachable', says: 'the connection failed' };
  return status >= 200 && status < 300
    ? { code: 'invalid', says: 'its answer is not S3' }
    : { code: 'failed', says: `it answered ${status}` };
}

function factsOf(error: unknown): { name: string; code: string; status: number | undefined } {
  const { name, code, $metadata } = (error ?? {}) as {
    readonly name?: unknown;
    readonly code?: unknown;
    readonly $metadata?: { readonly httpStatusCode?: unknown };
  };
  const status = $metadata?.httpStatusCode;
  return {
    name: typeof name === 'string' ? name : '',
    code: typeof code === 'string' ? code : '',
    status: typeof status === 'number' ? status : undefined,
  };
}
