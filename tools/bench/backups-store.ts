import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tool } from '../../sandbox/toolchain/index.ts';
import { freePort } from './free-port.ts';

/** An S3 server of a bench's own. Its buckets are folders: what is laid there is an object. */
export interface BenchStore {
  readonly endpoint: string;
  readonly bucket: string;
  /** With `KEY` and `SECRET`. */
  readonly env: NodeJS.ProcessEnv;
  /** Where the object of a key is, as a file. */
  readonly path: (key: string) => string;
  readonly stop: () => Promise<void>;
}

/** Start one, with one bucket, on loopback. */
export async function startObjectStore(folder: string): Promise<BenchStore> {
  const bucket = 'bench';
  const objects = join(folder, 'objects');
  for (const made of [join(objects, bucket), join(folder, 'attributes')]) mkdirSync(made, { recursive: true });
  const port = await freePort();
  const key = { KEY: 'KEYOFABENCH', SECRET: 'secret-of-a-bench' };
  const argv = [
    '--port',
    `127.0.0.1:${port}`,
    '--region',
    'us-east-1',
    '--quiet',
    'posix',
    '--sidecar',
    join(folder, 'attributes'),
    objects,
  ];
  const env = { ...process.env, ROOT_ACCESS_KEY: key.KEY, ROOT_SECRET_KEY: key.SECRET };
  const child = spawn(tool('versitygw'), argv, { stdio: 'ignore', env });
  const endpoint = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (
      await fetch(endpoint).then(
        () => true,
        () => false,
      )
    )
      break;
    await sleep(100);
  }
  return {
    endpoint,
    bucket,
    env: { ...process.env, ...key },
    path: (name) => join(objects, bucket, name),
    stop: async () => {
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
