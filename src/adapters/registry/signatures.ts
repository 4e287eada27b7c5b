import type { Descriptor } from '../../domain/image/manifest.ts';
import type { SignatureState } from '../../domain/image/trust.ts';
import type { Digest } from '../../domain/json.ts';
import { attachedTo, bundleType } from './attached.ts';
import type { RegistryClient } from './client.ts';
import { readBlob } from './documents.ts';
import type { TrustedKey } from './trusted-keys.ts';
import { type Verified, verifyBundle, verifySimpleSigning } from './verify-signature.ts';

const simpleSigning = 'application/vnd.dev.cosign.simplesigning.v1+json';
const signatureAnnotation = 'dev.cosignproject.cosign/signature';
/** What is larger is a statement about an image, and no signature. */
const maxSignatureBytes = 256 * 1024;

const mayBeSignature = ({ mediaType, size }: Descriptor): boolean =>
  (mediaType === simpleSigning || bundleType.test(mediaType)) && size <= maxSignatureBytes;

/** Look for a signature by a trusted key, as cosign attaches it: under its tag `sha256-<hex>.sig`, then among the referrers. */
export async function findSignature(
  client: RegistryClient,
  repository: string,
  digest: Digest,
  keys: readonly TrustedKey[],
): Promise<SignatureState> {
  if (keys.length === 0) return { state: 'no-keys' };
  let why: string | undefined;
  for await (const layer of attachedTo(client, repository, digest, { suffix: 'sig', wanted: mayBeSignature })) {
    const verified = await verify(client, repository, digest, layer, keys);
    if ('by' in verified) return { state: 'signed', by: verified.by };
    why ??= verified.not;
  }
  return why === undefined ? { state: 'unsigned' } : { state: 'untrusted', why };
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
