import type { Digest } from '../json.ts';
import type { StateDocuments } from './documents.ts';

/** An image that was seen: which digest a tag stood for. */
export interface SeenImage {
  /** `registry.example.com/phoenix/gateway` */
  readonly repository: string;
  readonly tag: string;
  readonly digest: Digest;
}

/** An image that must not be tried again. */
export interface BadImage {
  readonly repository: string;
  readonly digest: Digest;
  /** Where it failed: `deployment/api-gateway`. */
  readonly subject: string;
  /** How it failed, one line. */
  readonly why: string;
}

const keptImages = 2_000;
const keptQuarantine = 500;

const seenKey = ({ repository, tag, digest }: SeenImage): string => `${repository}:${tag}@${digest}`;
const badKey = (repository: string, digest: string): string => `${repository}@${digest}`;

/**
 * The record with these images, each under the moment when it was seen first. Beyond 2,000 those go whose repositories
 * were not looked at now, the oldest first: what is in use keeps its whole past, or a moved tag would be forgotten.
 */
export function rememberImages(
  images: StateDocuments['images'],
  seen: readonly SeenImage[],
  at: number,
): StateDocuments['images'] {
  const firstSeen = new Date(at).toISOString();
  const next: Record<string, { readonly firstSeen: string }> = { ...images };
  for (const image of seen) if (!Object.hasOwn(next, seenKey(image))) next[seenKey(image)] = { firstSeen };
  const inUse = new Set(seen.map(({ repository }) => repository));
  const byUse = Object.entries(next).sort(
    ([a, one], [b, other]) =>
      Number(inUse.has(repositoryIn(b))) - Number(inUse.has(repositoryIn(a))) ||
      (one.firstSeen < other.firstSeen ? 1 : -1),
  );
  return byUse.length <= keptImages ? next : Object.fromEntries(byUse.slice(0, keptImages));
}

const repositoryIn = (key: string): string => key.slice(0, key.lastIndexOf(':', key.indexOf('@') - 1));

/** Those of these images that the record does not hold yet. */
export function unrecorded(images: StateDocuments['images'], seen: readonly SeenImage[]): readonly SeenImage[] {
  return seen.filter((image) => !Object.hasOwn(images, seenKey(image)));
}

/** When an image was seen first, epoch ms; undefined: never. */
export function seenSince(images: StateDocuments['images'], image: SeenImage): number | undefined {
  const entry = Object.hasOwn(images, seenKey(image)) ? images[seenKey(image)] : undefined;
  const at = Date.parse(entry?.firstSeen ?? '');
  return Number.isNaN(at) ? undefined : at;
}

/** Every digest that a tag has stood for, as far as the record goes. */
export function recordedDigests(
  images: StateDocuments['images'],
  { repository, tag }: Pick<SeenImage, 'repository' | 'tag'>,
): readonly string[] {
  const prefix = `${repository}:${tag}@`;
  return Object.keys(images).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
}

/** The quarantine with one image more; the oldest leave beyond 500. One that is in it stays as it is. */
export function quarantined(
  quarantine: StateDocuments['quarantine'],
  { repository, digest, subject, why }: BadImage,
  at: number,
): StateDocuments['quarantine'] {
  const key = badKey(repository, digest);
  if (Object.hasOwn(quarantine, key)) return quarantine;
  const entry = { firstSeen: new Date(at).toISOString(), subject, why: why.slice(0, 300) };
  const entries = Object.entries({ ...quarantine, [key]: entry });
  const byAge = entries.sort(([, a], [, b]) => (a.firstSeen < b.firstSeen ? -1 : 1));
  return Object.fromEntries(byAge.slice(-keptQuarantine));
}

/** Why an image is in quarantine; undefined: it is not. */
export function quarantineOf(
  quarantine: StateDocuments['quarantine'],
  repository: string,
  digest: Digest,
): StateDocuments['quarantine'][string] | undefined {
  const key = badKey(repository, digest);
  return Object.hasOwn(quarantine, key) ? quarantine[key] : undefined;
}
