import { describe, expect, test } from '@jest/globals';
import { translate } from '../../../src/adapters/s3/errors.ts';
import { createObjectStore } from '../../../src/adapters/s3/index.ts';
import { noCredentials } from '../../../src/ports/object-store.ts';

const place = { bucket: 'backups', prefix: 'database/', server: 's3.example:443' };

describe('errors of the S3 client', () => {
  test.each([
    [{ name: 'AccessDenied' }, 'forbidden', 'access is denied'],
    [{ name: 'NoSuchBucket' }, 'not-found', 'there is no such bucket'],
    [{ name: 'SignatureDoesNotMatch' }, 'unauthorized', 'the secret key is not the right one'],
    [{ name: 'ExpiredToken' }, 'unauthorized', 'the credentials have expired'],
    [{ name: 'PermanentRedirect' }, 'invalid', 'the bucket is in another region'],
    [{ name: 'SlowDown' }, 'busy', 'it asked to come back later'],
    [{ name: 'TimeoutError' }, 'timeout', 'it did not answer in time'],
    [{ name: 'AbortError' }, 'cancelled', 'the run was asked to stop'],
    [{ name: 'Error', code: 'ECONNREFUSED' }, 'unreachable', 'the connection was refused'],
    [{ name: 'Error', code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'untrusted', 'its certificate is not trusted'],
    [{ name: 'Whatever', $metadata: { httpStatusCode: 403 } }, 'forbidden', 'it answered 403'],
    [{ name: 'Whatever', $metadata: { httpStatusCode: 500 } }, 'failed', 'it answered 500'],
    [{ name: 'SyntaxError', $metadata: { httpStatusCode: 200 } }, 'invalid', 'its answer is not S3'],
    [{ name: '__proto__' }, 'unreachable', 'the connection failed'],
    [undefined, 'unreachable', 'the connection failed'],
  ])('%j', (error, code, says) => {
    const translated = translate(error, place);
    expect(translated.code).toBe(code);
    expect(translated.message).toBe(`s3://backups/database/ at s3.example:443: ${says}`);
  });

  test('what a server or the client wrote never passes', () => {
    const hostile = Object.assign(new Error('key AKIA-planted ::error::'), {
      name: 'Odd',
      Code: 'x',
      stack: 'planted',
    });
    const { message, next, subject } = translate(hostile, place);
    expect(`${message} ${next} ${subject}`).not.toMatch(/planted|::error/);
  });
});

test('without credentials nothing is asked', async () => {
  const store = createObjectStore({ region: 'us-east-1', bucket: 'b', credentials: async () => undefined });
  const asked = (async () => {
    for await (const _ of store.list('database/', new AbortController().signal)) throw new TypeError('an object');
  })();
  await expect(asked).rejects.toMatchObject({ name: 'PortError', code: 'unauthorized', subject: noCredentials });
});
