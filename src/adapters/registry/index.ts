import { parseConfig, platformsOf } from '../../domain/image/manifest.ts';
import { isDigest } from '../../domain/image/reference.ts';
import type { Clock } from '../../ports/clock.ts';
import { PortError } from '../../ports/port-error.ts';
import type { ImageRepository, Registry, ResolvedImage } from '../../ports/registry.ts';
import { Addresses, type Resolve, systemResolve } from './addresses.ts';
import { type ClientContext, RegistryClient } from './client.ts';
import { readBlob, readManifest } from './documents.ts';
import { listTags } from './list-tags.ts';
import { findScan } from './scans.ts';
import type { RegistryServer } from './server.ts';
import { findSignature } from './signatures.ts';
import { type KeySource, type TrustedKey, trustedKey } from './trusted-keys.ts';

/** What the adapter is given. */
export interface RegistryOptions {
  readonly servers: readonly RegistryServer[];
  /** The configured public keys; read when the first signature is asked for. */
  readonly keys: () => Promise<readonly KeySource[]>;
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  readonly resolve?: Resolve;
}

const maxConfigBytes = 4 * 1024 * 1024;

/** Container registries by their HTTP API; a client for each host that is asked. */
export function createRegistry(options: RegistryOptions): Registry {
  const { servers, clock, signal } = options;
  const addresses = new Addresses(options.resolve ?? systemResolve);
  const context: ClientContext = { servers, clock, signal, addresses };
  const clients = new Map<string, RegistryClient>();
  const clientOf = ({ registry }: ImageRepository): RegistryClient => {
    const known = clients.get(registry) ?? new RegistryClient(registry, context);
    clients.set(registry, known);
    return known;
  };
  let keys: Promise<readonly TrustedKey[]> | undefined;
  const trustedKeys = () => {
    keys ??= options.keys().then((sources) => sources.map(trustedKey));
    return keys;
  };
  return {
    tags: (repository) => listTags(clientOf(repository), repository.repository),
    resolve: (repository, tagOrDigest) => resolveImage(clientOf(repository), repository.repository, tagOrDigest),
    signature: async (repository, digest) =>
      findSignature(clientOf(repository), repository.repository, digest, await trustedKeys()),
    scan: async (repository, digest) =>
      findScan(clientOf(repository), repository.repository, digest, await trustedKeys()),
  };
}

async function resolveImage(
  client: RegistryClient,
  repository: string,
  tagOrDigest: string,
): Promise<ResolvedImage | undefined> {
  if (!isDigest(tagOrDigest) && !/^\w[\w.-]{0,127}$/.test(tagOrDigest)) {
    throw new PortError({ code: 'invalid', subject: client.subject, message: 'this is neither tag nor digest' });
  }
  const read = await readManifest(client, repository, tagOrDigest);
  if (read === undefined) return undefined;
  const { digest, content } = read;
  if (content.kind === 'index') {
    const digests = [digest, ...content.manifests.map((entry) => entry.digest)];
    return { digest, platforms: platformsOf(content), digests };
  }
  const config = parseConfig((await readBlob(client, repository, content.config, maxConfigBytes)).toString('utf8'));
  // an artifact that is no image has no platform, and so covers none
  return { digest, platforms: typeof config === 'string' ? [] : [config], digests: [digest] };
}
