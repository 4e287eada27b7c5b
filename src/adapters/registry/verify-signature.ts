import type { Digest } from '../../domain/json.ts';
import { at, openEnvelope, parsed } from './statement.ts';
import { signerOf, type TrustedKey } from './trusted-keys.ts';

/** What a signature proves: which key made it, or why it proves nothing. */
export type Verified = { readonly by: string } | { readonly not: string };

/** What cosign signs: `critical.type` of its simple-signing payload (sigstore/cosign `specs/SIGNATURE_SPEC.md`). */
const simpleSigningType = 'cosign container image signature';

/** Verify a simple-signing payload: the signature over its bytes, and that it is about this image. */
export function verifySimpleSigning(
  payload: Uint8Array,
  signature: string,
  digest: Digest,
  keys: readonly TrustedKey[],
): Verified {
  const signer = signerOf(payload, Buffer.from(signature, 'base64'), keys);
  if (signer === undefined) return { not: 'by no trusted key' };
  const content = parsed(payload);
  if (at(content, 'critical', 'type') !== simpleSigningType) return { not: 'not a signature over an image' };
  if (at(content, 'critical', 'image', 'docker-manifest-digest') !== digest) return { not: 'about another image' };
  return { by: signer.name };
}

/** The predicate of a signature; any other (an SBOM, a scan) says something about an image and does not vouch for it. */
const signaturePredicate = 'https://sigstore.dev/cosign/sign/v1';

/**
 * Verify a Sigstore bundle: its statement signs this image. Its time stamps prove when, not who, and are not needed with a key
 * that is trusted by configuration.
 */
export function verifyBundle(bundle: Uint8Array, digest: Digest, keys: readonly TrustedKey[]): Verified {
  const said = openEnvelope(at(parsed(bundle), 'dsseEnvelope'), digest, keys);
  if ('not' in said) return said;
  return said.predicateType === signaturePredicate ? { by: said.by } : { not: 'not a signature over an image' };
}
