import type { Credentials, RegistryServer } from '../../adapters/registry/server.ts';
import type { KeySource } from '../../adapters/registry/trusted-keys.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { Cluster } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Process } from '../process.ts';
import { maskSecret, readSecret, readText } from './secrets.ts';

/** The configured registries, their credentials read when they are first asked for. */
export function registryServers(
  self: Process,
  { registries, namespace }: Platform,
  cluster: () => Promise<Cluster>,
): readonly RegistryServer[] {
  return registries.map(({ host, credentials, tokenRealms, ca, privateAddress, plainHttp }) => ({
    host,
    tokenRealms,
    privateAddress,
    plainHttp,
    ...(ca === undefined ? {} : { ca: once(async () => readText(await cluster(), namespace, ca)) }),
    ...(credentials === undefined
      ? {}
      : { credentials: once(async () => readCredentials(self, await cluster(), namespace, credentials, host)) }),
  }));
}

async function readCredentials(
  self: Process,
  cluster: Cluster,
  namespace: string,
  at: { readonly secret: string; readonly key: string },
  host: string,
): Promise<Credentials> {
  const { credentialsFrom } = await import('../../adapters/registry/docker-config.ts');
  const found = credentialsFrom(await readSecret(self, cluster, namespace, at), host);
  if (found === undefined) {
    throw new PortError({
      code: 'invalid',
      subject: `secret/${at.secret}`,
      message: `key ${at.key} of secret/${at.secret} holds no user and password for ${host}`,
      next: `${kubectl(namespace)`create secret docker-registry`} makes such a Secret`,
    });
  }
  maskSecret(self, found.password);
  // as it stands in an Authorization header
  maskSecret(self, `${found.username}:${found.password}`);
  return found;
}

/** The configured public keys whose signatures are trusted. */
export async function signingKeys(
  { images, namespace }: Platform,
  cluster: () => Promise<Cluster>,
): Promise<readonly KeySource[]> {
  return Promise.all(
    images.keys.map(async (at) => ({
      name: `${at.kind === 'Secret' ? 'secret' : 'configmap'}/${at.name}, ${at.key}`,
      pem: await readText(await cluster(), namespace, at),
    })),
  );
}

/** Asked once; a failure is asked again. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask().catch((error: unknown) => {
      answer = undefined;
      throw error;
    });
    return answer;
  };
}
