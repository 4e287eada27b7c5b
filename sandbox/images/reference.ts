/** Image references as manifests write them: `host:port/name:tag@digest`. */

/** A parsed reference. At least one of tag and digest is set. */
export interface ImageReference {
  readonly registry: string;
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
}

const NAME = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Parses a reference; without a registry of its own it belongs to `defaultRegistry`, without a tag to `latest`. */
export function parseReference(text: string, defaultRegistry: string): ImageReference {
  const [beforeDigest = '', digest] = text.split('@', 2);
  if (digest !== undefined && !DIGEST.test(digest)) throw invalid(text, 'its digest is not sha256 with 64 hex digits');
  const slash = beforeDigest.indexOf('/');
  const first = slash === -1 ? '' : beforeDigest.slice(0, slash);
  const hasRegistry = /[.:]/.test(first) || first === 'localhost';
  const rest = hasRegistry ? beforeDigest.slice(slash + 1) : beforeDigest;
  const colon = rest.lastIndexOf(':');
  const name = colon === -1 ? rest : rest.slice(0, colon);
  const tag = colon === -1 ? undefined : rest.slice(colon + 1);
  if (!NAME.test(name))
    throw invalid(text, 'its repository name is not lower-case words joined by "/", "-", "." or "_"');
  if (tag !== undefined && !TAG.test(tag)) throw invalid(text, 'its tag is not valid');
  return {
    registry: hasRegistry ? first : defaultRegistry,
    name,
    ...(tag !== undefined ? { tag } : digest === undefined ? { tag: 'latest' } : {}),
    ...(digest !== undefined ? { digest } : {}),
  };
}

function invalid(text: string, reason: string): Error {
  return new Error(`couldn't parse image name "${text}": ${reason}`);
}
