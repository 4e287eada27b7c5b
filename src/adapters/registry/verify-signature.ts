import type { Digest } from '../../domain/json.ts';
import { signerOf, type TrustedKey } from './trusted-keys.ts';

/** What a signature proves: which key made it, or why it proves nothing. */
export type Verified = { readonly by: string } | { readonly not: string };

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
};

const at = (value: unknown, ...path: readonly (string | number)[]): unknown => {
  let node = value;
  for (const key of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined;
    node = (node as Record<string | number, unknown>)[key];
  }
  return node;
};

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

const statementType = 'application/vnd.in-toto+json';
/** The predicate of a signature; any other (an SBOM, a scan) says something about an image and does not vouch for it. */
const signaturePredicate = 'https://sigstore.dev/cosign/sign/v1';
const mostSubjects = 100;

/**
 * Verify a Sigstore bundle that holds a DSSE envelope made with a key: the signature over its pre-authentication encoding
 * (secure-systems-lab/dsse, protocol.md), and that the in-toto statement signs this image. Its time stamps prove when, not
 * who, and are not needed with a key that is trusted by configuration.
 */
export function verifyBundle(bundle: Uint8Array, digest: Digest, keys: readonly TrustedKey[]): Verified {
  const envelope = at(parsed(bundle), 'dsseEnvelope');
  const [payload, type, sig] = [
    at(envelope, 'payload'),
    at(envelope, 'payloadType'),
    at(envelope, 'signatures', 0, 'sig'),
  ];
  if (typeof payload !== 'string' || typeof sig !== 'string' || type !== statementType) {
    return { not: 'of a form that is not supported' };
  }
  const bytes = Buffer.from(payload, 'base64');
  const encoded = Buffer.concat([
    Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${bytes.byteLength} `, 'utf8'),
    bytes,
  ]);
  const signer = signerOf(encoded, Buffer.from(sig, 'base64'), keys);
  if (signer === undefined) return { not: 'by no trusted key' };
  const statement = parsed(bytes);
  if (at(statement, 'predicateType') !== signaturePredicate) return { not: 'not a signature over an image' };
  const subjects = at(statement, 'subject');
  const isAbout = (subject: unknown) => `sha256:${String(at(subject, 'digest', 'sha256'))}` === digest;
  if (!Array.isArray(subjects) || !subjects.slice(0, mostSubjects).some(isAbout)) return { not: 'about another image' };
  return { by: signer.name };
}
