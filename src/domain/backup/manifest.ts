/** What a manifest says of one object. */
export interface ManifestObject {
  /** Relative to where the manifest is. */
  readonly name: string;
  readonly bytes?: number;
  /** In hex, lower case. */
  readonly sha256?: string;
}

/** What lies beside the objects of a backup and says what they must be. */
export interface Manifest {
  readonly objects: readonly ManifestObject[];
  /** Height of the chain that a blockchain backup reaches. */
  readonly height?: number;
}

/** Longest manifest that is read, bytes. */
export const longestManifest = 16 * 2 ** 20;
const mostObjects = 100_000;

/** The names under which manifests are found. */
export function isManifest(name: string): boolean {
  return /(^|\/)(manifest\.json|SHA256SUMS|sha256sum\.txt|.+\.sha256)$/.test(name);
}

/**
 * Read a manifest: JSON with `objects` (each `name`, and `size`, `sha256` where known) and maybe `height`, or lines of
 * sha256sum(1) (`<64 hex digits>  <name>`). `name` is its own, for a `.sha256` that holds nothing but digits. Undefined where
 * it is none of these.
 */
export function readManifest(text: string, name: string): Manifest | undefined {
  return name.endsWith('.json') ? fromJson(text) : fromLines(text, name);
}

function fromJson(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { objects, height } = (value ?? {}) as { readonly objects?: unknown; readonly height?: unknown };
  if (!Array.isArray(objects) || objects.length > mostObjects) return undefined;
  const read = objects.map(objectFrom);
  if (read.some((object) => object === undefined)) return undefined;
  const known = typeof height === 'number' && Number.isSafeInteger(height) && height >= 0;
  return { objects: read as ManifestObject[], ...(known ? { height } : {}) };
}

function objectFrom(value: unknown): ManifestObject | undefined {
  const { name, size, sha256 } = (value ?? {}) as { name?: unknown; size?: unknown; sha256?: unknown };
  if (typeof name !== 'string' || name === '') return undefined;
  if (size !== undefined && !(typeof size === 'number' && Number.isSafeInteger(size) && size >= 0)) return undefined;
  if (sha256 !== undefined && !(typeof sha256 === 'string' && isSha256(sha256))) return undefined;
  return {
    name,
    ...(size === undefined ? {} : { bytes: size as number }),
    ...(sha256 === undefined ? {} : { sha256: (sha256 as string).toLowerCase() }),
  };
}

const isSha256 = (text: string): boolean => /^[0-9a-fA-F]{64}$/.test(text);

function fromLines(text: string, name: string): Manifest | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0 || lines.length > mostObjects) return undefined;
  const objects = lines.map((line) => fromLine(line, name));
  return objects.some((object) => object === undefined) ? undefined : { objects: objects as ManifestObject[] };
}

function fromLine(line: string, manifest: string): ManifestObject | undefined {
  const [, sha256 = '', named] = /^\\?([0-9a-fA-F]{64})(?:[ \t]+\*?(?:\.\/)?(\S.*))?$/.exec(line.trim()) ?? [];
  if (sha256 === '') return undefined;
  const own = manifest.endsWith('.sha256') ? manifest.slice(0, -'.sha256'.length).replace(/^.*\//, '') : undefined;
  const name = named ?? own;
  return name === undefined ? undefined : { name, sha256: sha256.toLowerCase() };
}
