import type { ImagePlatform } from '../domain/image/platforms.ts';
import type { ImageReference } from '../domain/image/reference.ts';
import type { ScanState } from '../domain/image/scan.ts';
import type { SignatureState } from '../domain/image/trust.ts';
import type { Digest } from '../domain/json.ts';

/** A repository of a registry: from a parsed reference, never from a text. */
export type ImageRepository = Pick<ImageReference, 'registry' | 'repository'>;

/** What a tag or digest stands for. */
export interface ResolvedImage {
  /** Of the index, where it is one: what is pinned. Verified against the bytes. */
  readonly digest: Digest;
  /** For which platforms there is an image. */
  readonly platforms: readonly ImagePlatform[];
  /** Digests by which a node may report what it runs: the index's own, and those of its images. */
  readonly digests: readonly Digest[];
}

/**
 * Container registries (OCI distribution 1.1, Docker Registry HTTP API V2). Every method rejects with a PortError within a
 * bounded time; what a registry sends is hostile, bounded and verified. Credentials go only to the registry that they are
 * configured for; loopback, link-local and private addresses are asked only when configured.
 */
export interface Registry {
  /** The tags of a repository, in the registry's order; `not-found` where it does not exist, `invalid` above 20,000. */
  tags(repository: ImageRepository): Promise<readonly string[]>;
  /** What a tag or digest stands for now; undefined: there is no such one. */
  resolve(repository: ImageRepository, tagOrDigest: string): Promise<ResolvedImage | undefined>;
  /** Whether a trusted key has signed an image (cosign: signature tags, and referrers with signatures or bundles). */
  signature(repository: ImageRepository, digest: Digest): Promise<SignatureState>;
  /** The newest scan for vulnerabilities that a trusted key has attached to an image (`cosign attest --type vuln`). */
  scan(repository: ImageRepository, digest: Digest): Promise<ScanState>;
}
