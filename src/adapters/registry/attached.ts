import {
  type Descriptor,
  type ImageManifest,
  manifestTypes,
  maxManifestBytes,
  parseManifest,
} from '../../domain/image/manifest.ts';
import type { Digest } from '../../domain/json.ts';
import { PortError } from '../../ports/port-error.ts';
import type { RegistryClient } from './client.ts';
import { readManifest } from './documents.ts';

/** More documents attached to one image than this are not looked at. */
const mostLooked = 20;

/** Which documents are wanted. */
export type Wanted = (layer: Descriptor) => boolean;

/** A Sigstore bundle: what cosign 3 attaches, a signature or a statement. */
export const bundleType = /^application\/vnd\.dev\.sigstore\.bundle(\.v0\.[123]\+json|\+json;version=0\.[123])$/;

/**
 * What is attached to an image: first under cosign's tag `sha256-<hex>.<suffix>`, then among its referrers (OCI distribution
 * 1.1, and the fallback tag `sha256-<hex>`), which are asked for only when the caller goes on.
 */
export async function* attachedTo(
  client: RegistryClient,
  repository: string,
  digest: Digest,
  { suffix, wanted }: { readonly suffix: 'sig' | 'att'; readonly wanted: Wanted },
): AsyncGenerator<Descriptor> {
  const tag = digest.replace(':', '-');
  yield* layersOf((await readManifest(client, repository, `${tag}.${suffix}`))?.content, wanted);
  const index =
    (await referrersIndex(client, repository, digest)) ?? (await readManifest(client, repository, tag))?.content;
  if (index?.kind !== 'index') return;
  let looked = 0;
  for (const entry of index.manifests.filter(mayBeOurs).slice(0, mostLooked)) {
    const read = await readManifest(client, repository, entry.digest);
    for (const layer of layersOf(read?.content, wanted)) {
      if (looked === mostLooked) return;
      looked += 1;
      yield layer;
    }
  }
}

function layersOf(content: { readonly kind: string } | undefined, wanted: Wanted): readonly Descriptor[] {
  return content?.kind === 'image' ? (content as ImageManifest).layers.filter(wanted).slice(0, mostLooked) : [];
}

const mayBeOurs = ({ artifactType }: Descriptor): boolean =>
  artifactType === undefined || /cosign|sigstore/.test(artifactType);

/** The answer of the referrers API; undefined where the registry has none. Rejects what is no list: it may hide a signature. */
async function referrersIndex(client: RegistryClient, repository: string, digest: Digest) {
  const { status, body, headers } = await client.get({
    repository,
    path: `referrers/${digest}`,
    accept: manifestTypes.ociIndex,
    maxBytes: maxManifestBytes,
  });
  if (status === 404) return undefined;
  const content = parseManifest(body.toString('utf8'), headers['content-type'] ?? '');
  if (typeof content !== 'string') return content;
  const subject = `what is attached to ${repository} ${digest} of ${client.subject}`;
  throw new PortError({ code: 'invalid', subject, message: `${subject} cannot be read: ${content}` });
}
