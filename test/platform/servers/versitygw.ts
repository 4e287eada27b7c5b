import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { tool } from '../../../sandbox/toolchain/index.ts';
import { createObjectStore } from '../../../src/adapters/s3/index.ts';
import type { ObjectStoreUnderTest } from '../../contracts/object-store.contract.ts';
import { freePort } from './postgres.ts';

const region = 'us-east-1';
const bucket = 'contract';
const key = { accessKeyId: 'KEYOFATEST', secretAccessKey: 'secret-of-a-test' };

/** An S3 server of a test's own, on loopback, in a temporary folder, with one bucket. */
export async function realObjectStore(): Promise<ObjectStoreUnderTest> {
  const directory = mkdtempSync(join(tmpdir(), 'rooivalk-s3-'));
  for (const folder of ['objects', 'attributes']) mkdirSync(join(directory, folder));
  const port = await freePort();
  const argv = ['--port', `127.0.0.1:${port}`, '--region', region, '--quiet', 'posix'];
  const folders = ['--sidecar', join(directory, 'attributes'), join(directory, 'objects')];
  const env = { ...process.env, ROOT_ACCESS_KEY: key.accessKeyId, ROOT_SECRET_KEY: key.secretAccessKey };
  const child = spawn(tool('versitygw'), [...argv, ...folders], { stdio: 'ignore', env });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new S3Client({ endpoint, region, credentials: key, forcePathStyle: true, maxAttempts: 1 });
  await untilBucket(client);
  const store = (change: { readonly endpoint?: string; readonly bucket?: string; readonly secret?: string } = {}) =>
    createObjectStore({
      endpoint: change.endpoint ?? endpoint,
      region,
      bucket: change.bucket ?? bucket,
      credentials: async () => ({ ...key, secretAccessKey: change.secret ?? key.secretAccessKey }),
    });
  return {
    store: store(),
    strange: store({ secret: 'of-somebody-else' }),
    absent: store({ bucket: 'no-such-bucket' }),
    silent: store({ endpoint: `http://127.0.0.1:${await freePort()}` }),
    put: async (name, content) => {
      const body = typeof content === 'number' ? Buffer.alloc(content, 'x') : content;
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: name, Body: body }));
    },
    close: async () => {
      client.destroy();
      child.kill('SIGKILL');
      await exited;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The server is there once it takes a bucket. */
async function untilBucket(client: S3Client): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await client.send(new CreateBucketCommand({ Bucket: bucket }));
      return;
    } catch (error) {
      if (attempt > 100) throw error;
      await sleep(100);
    }
  }
}
