import type { ImagePlatform } from '../../../src/domain/image/platforms.ts';
import type { ScanState } from '../../../src/domain/image/scan.ts';
import type { SignatureState } from '../../../src/domain/image/trust.ts';
import type { Digest } from '../../../src/domain/json.ts';
import { PortError, type PortErrorParts } from '../../../src/ports/port-error.ts';
import type { ImageRepository, Registry } from '../../../src/ports/registry.ts';
import { digestOf } from './made-images.ts';

/** An image of the fake. */
export interface FakeImage {
  readonly digest: Digest;
  readonly platforms: readonly ImagePlatform[];
  readonly digests?: readonly Digest[];
  readonly signature: SignatureState;
  readonly scan?: ScanState;
}

/** What may differ in an image that a test puts there. */
export interface FakeImageTraits {
  /** Tells images of one tag apart; another content is another digest. */
  readonly content?: string;
  readonly platforms?: readonly ImagePlatform[];
  readonly signature?: SignatureState;
  readonly scan?: ScanState;
}

const amd64: ImagePlatform = { os: 'linux', architecture: 'amd64' };

/** The port `Registry` in memory, and what a test may do with it. */
export class FakeRegistry implements Registry {
  /** By `registry/repository`, then by tag. */
  readonly #repositories = new Map<string, Map<string, FakeImage>>();
  /** What every question about a registry fails with, by host. */
  readonly failures = new Map<string, PortErrorParts>();

  /** Put images under their tags; answers the digest of the last. */
  add(repository: string, tags: readonly string[], traits: FakeImageTraits = {}): Digest {
    const images = this.#repositories.get(repository) ?? new Map<string, FakeImage>();
    this.#repositories.set(repository, images);
    let digest: Digest = 'sha256:';
    for (const tag of tags) {
      digest = digestOf(Buffer.from(`${repository}:${tag} ${traits.content ?? ''}`));
      const { platforms = [amd64], signature = { state: 'unsigned' }, scan = { state: 'none' } } = traits;
      images.set(tag, { digest, platforms, signature, scan });
    }
    return digest;
  }

  /** Put an image under a tag as it is. */
  put(repository: string, tag: string, image: FakeImage): void {
    this.add(repository, []);
    this.#repositories.get(repository)?.set(tag, image);
  }

  /** What a tag stands for. */
  digestOf(repository: string, tag: string): Digest | undefined {
    return this.#repositories.get(repository)?.get(tag)?.digest;
  }

  async tags(repository: ImageRepository): Promise<readonly string[]> {
    const images = this.#images(repository);
    if (images !== undefined) return [...images.keys()];
    const subject = `registry ${repository.registry}`;
    throw new PortError({
      code: 'not-found',
      subject,
      message: `${subject} has no repository ${repository.repository}`,
    });
  }

  async resolve(repository: ImageRepository, tagOrDigest: string) {
    const image = this.#find(repository, tagOrDigest);
    if (image === undefined) return undefined;
    const { digest, platforms, digests = [digest] } = image;
    return { digest, platforms, digests };
  }

  async signature(repository: ImageRepository, digest: Digest): Promise<SignatureState> {
    return this.#find(repository, digest)?.signature ?? { state: 'unsigned' };
  }

  async scan(repository: ImageRepository, digest: Digest): Promise<ScanState> {
    return this.#find(repository, digest)?.scan ?? { state: 'none' };
  }

  #images({ registry, repository }: ImageRepository): ReadonlyMap<string, FakeImage> | undefined {
    const failure = this.failures.get(registry);
    if (failure !== undefined) throw new PortError(failure);
    return this.#repositories.get(`${registry}/${repository}`);
  }

  #find(repository: ImageRepository, tagOrDigest: string): FakeImage | undefined {
    const images = this.#images(repository);
    return images?.get(tagOrDigest) ?? [...(images?.values() ?? [])].find(({ digest }) => digest === tagOrDigest);
  }
}
