import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** A value that survives JSON unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** An object of {@link Json} values; an absent key and `undefined` are the same. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** `sha256:` and 64 hex digits. */
export type Digest = `sha256:${string}`;

/**
 * The digest of a value: SHA-256 over its canonical form (RFC 8785, JSON Canonicalization Scheme), so that key order and
 * number formatting do not matter. Throws on what JSON cannot hold (NaN, infinity).
 */
export function digestOf(value: unknown): Digest {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalText(value))))}`;
}

/** The canonical form of a value (RFC 8785). Throws on what JSON cannot hold. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('canonicalText: the value has no JSON form');
  return text;
}
