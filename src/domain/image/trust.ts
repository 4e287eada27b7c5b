import type { StateDocuments } from '../state/documents.ts';
import { quarantineOf, recordedDigests, type SeenImage, seenSince } from '../state/images.ts';

/** What is known of a signature over an image. */
export type SignatureState =
  | { readonly state: 'signed'; readonly by: string }
  | { readonly state: 'unsigned' }
  /** There are signatures, and none is by a trusted key over this digest. */
  | { readonly state: 'untrusted'; readonly why: string }
  /** No key is configured, so no signature counts. */
  | { readonly state: 'no-keys' };

/** The rules by which an image may go out without approval (trust.md §6). */
export interface TrustRules {
  readonly now: number;
  /** How long our own record must have known an unsigned image, ms. */
  readonly seenForMs: number;
  /** How long it must have known any image, ms; 0: a signed one may go at once. */
  readonly minimumAgeMs: number;
  /** Only signed images go out, however long they are known. */
  readonly signatureRequired: boolean;
  /** Images that somebody vouches for in the configuration, as `repository@digest`, with the reason. */
  readonly accepted: Readonly<Record<string, string>>;
}

/** Whether an image may go out without approval. */
export type ImageTrust =
  | { readonly trusted: true; readonly by: string }
  | { readonly trusted: false; readonly code: 'quarantined' | 'moved-tag' | 'not-trusted-yet'; readonly why: string };

/** A run begins later on one day than on another: so much earlier than due counts as due, ms. */
const graceMs = 12 * 3_600_000;
const dayMs = 86_400_000;

/**
 * Whether an image may be deployed without approval: vouched for in the configuration, or not in quarantine, its tag never
 * seen with another digest, and signed by a trusted key or known to our own record long enough. The image's own date is
 * its pusher's word and counts for nothing.
 */
export function trustOf(
  image: SeenImage,
  signature: SignatureState,
  { images, quarantine }: Pick<StateDocuments, 'images' | 'quarantine'>,
  rules: TrustRules,
): ImageTrust {
  const key = `${image.repository}@${image.digest}`;
  const vouched = Object.hasOwn(rules.accepted, key) ? rules.accepted[key] : undefined;
  if (vouched !== undefined) return { trusted: true, by: `accepted in the configuration (${vouched})` };
  const bad = quarantineOf(quarantine, image.repository, image.digest);
  if (bad !== undefined) {
    const why = `it failed at ${bad.subject} on ${bad.firstSeen.slice(0, 10)}: ${bad.why}`;
    return { trusted: false, code: 'quarantined', why };
  }
  const other = recordedDigests(images, image).find((digest) => digest !== image.digest);
  if (other !== undefined) {
    return { trusted: false, code: 'moved-tag', why: `its tag stood for ${other.slice(0, 19)}… before` };
  }
  return byAge(image, signature, images, rules);
}

function byAge(
  image: SeenImage,
  signature: SignatureState,
  images: StateDocuments['images'],
  { now, seenForMs, minimumAgeMs, signatureRequired }: TrustRules,
): ImageTrust {
  const since = seenSince(images, image);
  const knownFor = since === undefined ? 0 : now - since;
  const known = since === undefined ? 'never seen before' : `known for ${days(knownFor)}`;
  const notYet = (why: string): ImageTrust => ({ trusted: false, code: 'not-trusted-yet', why });
  if (signature.state === 'signed') {
    if (knownFor + graceMs >= minimumAgeMs || minimumAgeMs === 0)
      return { trusted: true, by: `signed by ${signature.by}` };
    return notYet(`signed by ${signature.by}, but ${known} (must be ${days(minimumAgeMs)})`);
  }
  const unsigned = signatureWords(signature);
  if (signatureRequired) return notYet(`${unsigned}, and only signed images may go out`);
  const needed = Math.max(seenForMs, minimumAgeMs);
  if (since !== undefined && knownFor + graceMs >= needed) {
    return { trusted: true, by: `our own record, which has known it for ${days(knownFor)}` };
  }
  return notYet(`${unsigned}, and ${known} (must be ${days(needed)})`);
}

function signatureWords(signature: Exclude<SignatureState, { state: 'signed' }>): string {
  switch (signature.state) {
    case 'unsigned':
      return 'not signed';
    case 'untrusted':
      return `not signed by a trusted key (${signature.why})`;
    case 'no-keys':
      return 'no key is configured that could have signed it';
  }
}

const days = (ms: number): string => `${(ms / dayMs).toFixed(1).replace(/\.0$/, '')} days`;
