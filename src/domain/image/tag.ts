/**
 * A tag that is a version: `1.4.2-alpine` has parts 1, 4, 2 and the suffix `-alpine`. Its precision is how many parts it
 * has: `1.4` means whatever 1.4.x is newest, so it has no patches of its own.
 */
export interface VersionTag {
  /** `v` or nothing. */
  readonly prefix: string;
  readonly parts: readonly number[];
  /** Everything after the numbers; empty, or beginning with `-` or `_`. */
  readonly suffix: string;
  readonly preRelease: boolean;
}

/** Fewer parts name a line of versions, not a version. */
const partsOfAVersion = 3;

/** Up to four numbers of at most nine digits, so that they compare exactly; a longer run of digits is a date or a hash. */
const grammar = /^(v?)(\d{1,9}(?:\.\d{1,9}){0,3})((?:[-_].*)?)$/;

/** Words of a suffix that mark what is not released yet, with or without a number behind them. */
const preReleaseWord =
  /^(a|alpha|b|beta|c|rc|cr|pre|preview|prerelease|dev|devel|develop|snapshot|nightly|canary|edge|unstable|experimental|test|testing|next|ea|m|milestone|insiders?|tp|wip)\d*$/i;

/** Read a tag as a version; undefined for every other tag (`latest`, `1.4rc1`, `bookworm`, a commit). */
export function parseTag(tag: string): VersionTag | undefined {
  const [, prefix = '', numbers = '', suffix = ''] = grammar.exec(tag) ?? [];
  if (numbers === '') return undefined;
  const words = suffix.split(/[-_.]/).filter((word) => word !== '');
  return {
    prefix,
    parts: numbers.split('.').map(Number),
    suffix,
    preRelease: words.some((word) => preReleaseWord.test(word)),
  };
}

/** Below zero when `a` is older; the versions have as many parts. */
export function compareVersions(a: VersionTag, b: VersionTag): number {
  for (const [index, part] of a.parts.entries()) {
    const difference = part - (b.parts[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether two versions differ in their numbers alone: same prefix, suffix and precision. */
export function isSameKind(a: VersionTag, b: VersionTag): boolean {
  return a.prefix === b.prefix && a.suffix === b.suffix && a.parts.length === b.parts.length;
}

/** Whether a version is released and whole, so that patches of it can be told. */
export function isRelease({ parts, preRelease }: VersionTag): boolean {
  return parts.length >= partsOfAVersion && !preRelease;
}
