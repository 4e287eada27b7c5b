import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BACKUP_BUCKET, hostPort, OBJECT_STORE, OBJECT_STORE_REGION } from '../network.ts';
import { files } from '../supervisor/state.ts';
import { tool } from '../toolchain/index.ts';
import type { Part } from './part.ts';
import { probeHttp } from './probe.ts';

const HEALTH = '/rooivalk-health';

/** How to reach the object store: the content of `object-store.json` (mode 0600) in the sandbox's folder. */
export interface ObjectStoreAccess {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Reads the credentials, which the first call makes. */
export function objectStoreAccess(directory: string): ObjectStoreAccess {
  const file = files.objectStore(directory);
  if (!existsSync(file)) {
    const access: ObjectStoreAccess = {
      endpoint: `http://${hostPort(OBJECT_STORE)}`,
      region: OBJECT_STORE_REGION,
      bucket: BACKUP_BUCKET,
      accessKeyId: `SANDBOX${randomBytes(7).toString('hex').toUpperCase()}`,
      secretAccessKey: randomBytes(24).toString('hex'),
    };
    writeFileSync(file, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as ObjectStoreAccess;
}

/** The S3 server. Attributes of objects are kept in files beside, since not every file system keeps them. */
export const objectStore: Part = {
  name: 'object-store',
  title: 'S3 server (versitygw)',
  kind: 'service',
  needs: [],
  withinMs: 30_000,
  command: (context) => {
    const access = objectStoreAccess(context.directory);
    const objects = join(context.data('object-store'), 'objects');
    const attributes = join(context.data('object-store'), 'attributes');
    for (const folder of [objects, attributes]) mkdirSync(folder, { recursive: true });
    const port = hostPort(OBJECT_STORE);
    return {
      argv: [
        tool('versitygw'),
        '--port',
        port,
        '--region',
        access.region,
        '--health',
        HEALTH,
        '--quiet',
        'posix',
        '--sidecar',
        attributes,
        objects,
      ],
      env: { ROOT_ACCESS_KEY: access.accessKeyId, ROOT_SECRET_KEY: access.secretAccessKey },
    };
  },
  ready: async () => void (await probeHttp(`http://${hostPort(OBJECT_STORE)}${HEALTH}`)),
};
