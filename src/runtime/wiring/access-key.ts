import type { AccessKey } from '../../adapters/s3/index.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import type { Cluster } from '../../ports/cluster.ts';
import type { Process } from '../process.ts';
import { maskSecret, readSecret } from './secrets.ts';

/**
 * The key to the bucket: from the configured Secret, else what a cloud login left in the environment of the job. Undefined
 * where there is neither.
 */
export async function accessKey(
  self: Process,
  cluster: () => Promise<Cluster>,
  namespace: string,
  configured: Platform['backups']['credentials'],
): Promise<AccessKey | undefined> {
  if (configured === undefined) return fromEnvironment(self);
  const { secret } = configured;
  const read = async (key: string) => readSecret(self, await cluster(), namespace, { secret, key });
  return {
    accessKeyId: await read(configured.accessKeyId),
    secretAccessKey: await read(configured.secretAccessKey),
  };
}

function fromEnvironment(self: Process): AccessKey | undefined {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = self.environment.variables;
  if (!accessKeyId || !secretAccessKey) return undefined;
  maskSecret(self, secretAccessKey);
  if (!sessionToken) return { accessKeyId, secretAccessKey };
  maskSecret(self, sessionToken);
  return { accessKeyId, secretAccessKey, sessionToken };
}
