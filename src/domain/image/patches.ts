import type { Json } from '../json.ts';
import { type ImageReference, parseReference, repositoryOf } from './reference.ts';
import { compareVersions, isRelease, isSameKind, parseTag, type VersionTag } from './tag.ts';

/** Newer tags of an image, by how far they go. */
export interface NewerTags {
  /** Same major.minor: the highest first. */
  readonly patches: readonly string[];
  /** The highest with the same major, and the highest of all, where they go beyond a patch. */
  readonly minor?: string;
  readonly major?: string;
}

const none: NewerTags = { patches: [] };

/**
 * What is newer than a tag among a repository's tags: same prefix, suffix and precision, no pre-releases. From `1.4.2-alpine`
 * that is `1.4.9-alpine` as a patch and `1.5.0-alpine` as a minor, never `1.4.9` and never `1.4.9-slim` (tasks.md,
 * apply-security-updates). A tag that is no whole, released version has nothing newer.
 */
export function newerTags(current: string, tags: Iterable<string>): NewerTags {
  const from = parseTag(current);
  if (from === undefined || !isRelease(from)) return none;
  const newer: { readonly tag: string; readonly version: VersionTag }[] = [];
  for (const tag of tags) {
    const version = parseTag(tag);
    if (version !== undefined && isSameKind(from, version) && compareVersions(version, from) > 0) {
      newer.push({ tag, version });
    }
  }
  newer.sort((a, b) => compareVersions(b.version, a.version));
  const [major, minor] = from.parts;
  const sameMajor = newer.filter(({ version }) => version.parts[0] === major);
  const beyond = newer.find(({ version }) => version.parts[0] !== major);
  const feature = sameMajor.find(({ version }) => version.parts[1] !== minor);
  return {
    patches: sameMajor.filter(({ version }) => version.parts[1] === minor).map(({ tag }) => tag),
    ...(feature === undefined ? {} : { minor: feature.tag }),
    ...(beyond === undefined ? {} : { major: beyond.tag }),
  };
}

/** Whether `to` is a newer patch of the tag `from`. */
export function isPatchTag(from: string, to: string): boolean {
  return newerTags(from, [to]).patches.length === 1;
}

/**
 * Whether changing an image from → to is a patch: the same repository as it was written, a newer patch of its tag, and
 * pinned to a digest. This is what lets a step go without approval, so it is judged from the texts alone.
 */
export function isPatchChange(from: string, to: string): boolean {
  const [before, after] = [parseReference(from), parseReference(to)];
  if (before?.tag === undefined || after?.tag === undefined || after.digest === undefined) return false;
  return isSameImage(before, after) && isPatchTag(before.tag, after.tag);
}

const isSameImage = (a: ImageReference, b: ImageReference): boolean =>
  a.name === b.name && repositoryOf(a) === repositoryOf(b);

/**
 * Whether images by container, from → to, are patches all of them: the same containers on both sides, at least one, and
 * each change a patch. What is no such pair of objects is none.
 */
export function arePatchChanges(from: Json, to: Json): boolean {
  const [before, after] = [imagesIn(from), imagesIn(to)];
  if (before === undefined || after === undefined || before.length === 0 || before.length !== after.length)
    return false;
  return before.every(([container, image]) => {
    const [, next] = after.find(([name]) => name === container) ?? [];
    return next !== undefined && isPatchChange(image, next);
  });
}

function imagesIn(value: Json): readonly (readonly [string, string])[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string') ? entries : undefined;
}
