import type { Digest } from '../../domain/json.ts';
import { signerOf, type TrustedKey } from './trusted-keys.ts';

/** What somebody whose key is trusted says about an image, or why nothing is said. */
export type Said =
  | { readonly by: string; readonly predicateType: unknown; readonly predicate: unknown }
  | { readonly not: string };

const statementType = 'application/vnd.in-toto+json';
const mostSubjects = 100;

/** JSON of bytes; undefined: it is none. */
export function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** What is at a path of parsed JSON; undefined: nothing. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let node = value;
  for (const key of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined;
    node = (node as Record<string | number, unknown>)[key];
  }
  return node;
}

/**
 * Open a DSSE envelope (parsed JSON) made with a key: the signature over its pre-authentication encoding
 * (secure-systems-lab/dsse, protocol.md), and that the in-toto statement in it is about this image.
 */
export function openEnvelope(envelope: unknown, digest: Digest, keys: readonly TrustedKey[]): Said {
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
  const subjects = at(statement, 'subject');
  const isAbout = (subject: unknown) => `sha256:${String(at(subject, 'digest', 'sha256'))}` === digest;
  if (!Array.isArray(subjects) || !subjects.slice(0, mostSubjects).some(isAbout)) return { not: 'about another image' };
  return {
    by: signer.name,
    predicateType: at(statement, 'predicateType'),
    predicate: at(statement, 'predicate'),
  };
}
