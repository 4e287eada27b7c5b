import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalText } from '../json.ts';
import type { Authenticity } from './journal.ts';

/** What is authenticated: whose journal it is, which plan it holds, and its records in their order. */
export interface Authenticated {
  /** UID of namespace `kube-system`, so that a journal of another cluster is none of this one; empty where it may not be read. */
  readonly cluster: string;
  readonly id: string;
  readonly task: string;
  readonly digest: string;
  /** SHA-256 of the plan's text, hex. */
  readonly text: string;
  /** Who writes it now. */
  readonly run: string;
  readonly records: readonly unknown[];
}

/**
 * The message authentication code of a journal: HMAC-SHA256 (RFC 2104), each record over its predecessor's code, and the
 * last over who writes it. Leaving out, adding or exchanging a record gives another code.
 */
export function journalMac(key: Uint8Array, { run, records, ...head }: Authenticated): string {
  const code = (previous: Uint8Array, value: unknown): Uint8Array =>
    hmac(sha256, key, concat(previous, utf8ToBytes(canonicalText(value))));
  let chained = code(new Uint8Array(), head);
  for (const [index, record] of records.entries()) chained = code(chained, [index + 1, record]);
  return bytesToHex(code(chained, { run }));
}

/** Whether a journal carries the code that its content must have. Without a key nobody can tell. */
export function authenticityOf(
  key: Uint8Array | undefined,
  content: Authenticated,
  mac: string | undefined,
): Authenticity {
  if (key === undefined) return 'unsigned';
  return mac !== undefined && sameText(mac, journalMac(key, content)) ? 'verified' : 'broken';
}

/** Compare in a time that does not depend on where the texts differ. */
function sameText(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let different = 0;
  for (let at = 0; at < one.length; at += 1) different |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return different === 0;
}

function concat(one: Uint8Array, other: Uint8Array): Uint8Array {
  const whole = new Uint8Array(one.length + other.length);
  whole.set(one);
  whole.set(other, one.length);
  return whole;
}
