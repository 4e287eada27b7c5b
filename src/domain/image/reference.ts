import type { Digest } from '../json.ts';

/**
 * A reference to a container image, as manifests write it (distribution/reference): `host:port/repository:tag@digest`.
 * What has no host of its own is Docker Hub's, where a name without a folder stands in `library/`.
 */
export interface ImageReference {
  /** What stands before tag and digest, as it was written: `nginx`, `registry.example.com:5000/phoenix/gateway`. */
  readonly name: string;
  /** Host and port: `docker.io`, `registry.example.com:5000`. */
  readonly registry: string;
  /** The repository below the registry: `library/nginx`, `phoenix/gateway`. */
  readonly repository: string;
  /** `latest` where neither tag nor digest is written. */
  readonly tag?: string;
  readonly digest?: Digest;
}

const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const repositoryPattern = new RegExp(`^${component}(?:/${component})*$`);
const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const hostPattern = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?$`);
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^sha256:[0-9a-f]{64}$/;

/** The longest name that registries accept (distribution/reference, NameTotalLengthMax). */
const longestName = 255;

/** Whether a text is a digest that can be verified here. */
export function isDigest(text: string): text is Digest {
  return digestPattern.test(text);
}

/** Read a reference; undefined for what is none, or carries a digest of another algorithm than SHA-256. */
export function parseReference(text: string): ImageReference | undefined {
  const [beforeDigest = '', digest, ...more] = text.split('@');
  if (more.length > 0 || (digest !== undefined && !isDigest(digest))) return undefined;
  const colon = beforeDigest.lastIndexOf(':');
  const hasTag = colon > beforeDigest.lastIndexOf('/');
  const name = hasTag ? beforeDigest.slice(0, colon) : beforeDigest;
  const tag = hasTag ? beforeDigest.slice(colon + 1) : digest === undefined ? 'latest' : undefined;
  const place = placeOf(name);
  if (place === undefined || (tag !== undefined && !tagPattern.test(tag))) return undefined;
  return { name, ...place, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}

const hubHosts = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);

function placeOf(name: string): Pick<ImageReference, 'registry' | 'repository'> | undefined {
  if (name.length > longestName) return undefined;
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const hasHost = /[.:A-Z]/.test(first) || first === 'localhost';
  const rest = hasHost ? name.slice(slash + 1) : name;
  if (!repositoryPattern.test(rest) || (hasHost && !hostPattern.test(first))) return undefined;
  const host = first.toLowerCase();
  if (hasHost && !hubHosts.has(host)) return { registry: host, repository: rest };
  return { registry: 'docker.io', repository: rest.includes('/') ? rest : `library/${rest}` };
}

/** Where tags and digests of an image are known by: registry and repository. */
export function repositoryOf({ registry, repository }: ImageReference): string {
  return `${registry}/${repository}`;
}

/** `name:tag@digest`: the digest is what runs, the tag is what next week's rule goes by. */
export function pinned({ name }: ImageReference, tag: string, digest: Digest): string {
  return `${name}:${tag}@${digest}`;
}

/** The tag in an image as a template writes it, for people to read; '' where there is none. */
export function tagOf(image = ''): string {
  return /:([^/:]+)$/.exec(image.replace(/@.*$/, ''))?.[1] ?? '';
}
