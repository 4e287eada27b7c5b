import {
  type Descriptor,
  type ImageManifest,
  manifestTypes,
  maxManifestBytes,
  parseManifest,
} from '../../domain/image/manifest.ts';
import type { SignatureState } from '../../domain/image/trust.ts';
import type { Digest } from '../../domain/json.ts';
import type { RegistryClient } from './client.ts';
import { readBlob, readManifest } from './documents.ts';
import type { TrustedKey } from './trusted-keys.ts';
import { type Verified, verifyBundle, verifySimpleSigning } from './verify-signature.ts';

const simpleSigning = 'application/vnd.dev.cosign.simplesigning.v1+json';
const bundleType = /^application\/vnd\.dev\.sigstore\.bundle(\.v0\.[123]\+json|\+json;version=0\.[123])$/;
const signatureAnnotation = 'dev.cosignproject.cosign/signature';
const maxSignatureBytes = 256 * 1024;
/** More signatures of one image than this are not looked at. */
const mostLooked = 20;

/**
 * Look for a signature by a trusted key: under cosign's tag `sha256-<hex>.sig`, then among the referrers of the image (OCI
 * distribution 1.1, and its fallback tag `sha256-<hex>`).
 */
export async function findSignature(
  client: RegistryClient,
  repository: string,
  digest: Digest,
  keys: readonly TrustedKey[],
): Promise<SignatureState> {
  if (keys.length === 0) return { state: 'no-keys' };
  const tag = digest.replace(':', '-');
  let why: string | undefined;
  for (const find of [
    () => taggedSignatures(client, repository, `${tag}.sig`),
    () => referrers(client, repository, digest, tag),
  ]) {
    for (const layer of await find()) {
      const verified = await verify(client, repository, digest, layer, keys);
      if ('by' in verified) return { state: 'signed', by: verified.by };
      why ??= verified.not;
    }
  }
  return why === undefined ? { state: 'unsigned' } : { state: 'untrusted', why };
}

const isSignature = ({ mediaType }: Descriptor): boolean => mediaType === simpleSigning || bundleType.test(mediaType);

async function taggedSignatures(
  client: RegistryClient,
  repository: string,
  tag: string,
): Promise<readonly Descriptor[]> {
  const read = await readManifest(client, repository, tag);
  return read?.content.kind === 'image' ? signatureLayers(read.content) : [];
}

const signatureLayers = ({ layers }: ImageManifest): readonly Descriptor[] =>
  layers.filter(isSignature).slice(0, mostLooked);

async function referrers(
  client: RegistryClient,
  repository: string,
  digest: Digest,
  fallback: string,
): Promise<readonly Descriptor[]> {
  const index =
    (await referrersIndex(client, repository, digest)) ?? (await readManifest(client, repository, fallback))?.content;
  if (index?.kind !== 'index') return [];
  const found: Descriptor[] = [];
  for (const entry of index.manifests.filter(mayBeSignature).slice(0, mostLooked)) {
    const read = await readManifest(client, repository, entry.digest);
    if (read?.content.kind === 'image') found.push(...signatureLayers(read.content));
  }
  return found.slice(0, mostLooked);
}

const mayBeSignature = ({ artifactType }: Descriptor): boolean =>
  artifactType === undefined || /cosign|sigstore/.test(artifactType);

/** The answer of the referrers API; undefined where the registry has none. */
async function referrersIndex(client: RegistryClient, repository: string, digest: Digest) {
  const { status, body, headers } = await client.get({
    repository,
    path: `referrers/${digest}`,
    accept: manifestTypes.ociIndex,
    maxBytes: maxManifestBytes,
  });
  if (status === 404) return undefined;
  const content = parseManifest(body.toString('utf8'), headers['content-type'] ?? '');
  return typeof content === 'string' ? undefined : content;
}

async function verify(
  client: RegistryClient,
  repository: string,
  digest: Digest,
  layer: Descriptor,
  keys: readonly TrustedKey[],
): Promise<Verified> {
  const content = await readBlob(client, repository, layer, maxSignatureBytes);
  if (layer.mediaType !== simpleSigning) return verifyBundle(content, digest, keys);
  const signature = layer.annotations?.[signatureAnnotation];
  return signature === undefined
    ? { not: 'without its signature' }
    : verifySimpleSigning(content, signature, digest, keys);
}
