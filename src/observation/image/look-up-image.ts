import { newerTags } from '../../domain/image/patches.ts';
import { type ImageReference, repositoryOf } from '../../domain/image/reference.ts';
import type { ScanState } from '../../domain/image/scan.ts';
import type { SignatureState } from '../../domain/image/trust.ts';
import type { SeenImage } from '../../domain/state/images.ts';
import type { Registry, ResolvedImage } from '../../ports/registry.ts';
import { attempt, type Trouble } from '../trouble.ts';

/** A newer tag of an image, with what it stands for. */
export interface Candidate {
  readonly tag: string;
  readonly image: ResolvedImage;
  readonly signature: SignatureState;
  readonly scan: ScanState;
}

/** What a registry says of an image that is deployed. */
export interface LookedUp {
  /** What its tag stands for now; undefined: the registry does not know the tag. */
  readonly current: ResolvedImage | undefined;
  /** The scan of what its tag stands for; read only where there is a newer patch to compare it with. */
  readonly scan: ScanState;
  /** Newer patches, the highest first. */
  readonly patches: readonly Candidate[];
  /** The highest tags that go beyond a patch. */
  readonly minor?: string;
  readonly major?: string;
}

/** More patches of one image than this are not looked up: the newest are what matters. */
const mostPatches = 6;

/** An image with a tag. */
export type TaggedReference = ImageReference & { readonly tag: string };

/** What an image's tag stands for, and its newer patches with their digests, platforms and signatures; or why not. */
export function lookUpImage(
  registry: Registry,
  reference: TaggedReference,
): Promise<{ readonly value: LookedUp } | { readonly trouble: Trouble }> {
  return attempt(`image ${reference.name}`, async () => {
    const current = await registry.resolve(reference, reference.tag);
    const { patches, ...beyond } = newerTags(reference.tag, await registry.tags(reference));
    const candidates: Candidate[] = [];
    for (const tag of patches.slice(0, mostPatches)) {
      const image = await registry.resolve(reference, tag);
      if (image === undefined) continue;
      const signature = await registry.signature(reference, image.digest);
      candidates.push({ tag, image, signature, scan: await registry.scan(reference, image.digest) });
    }
    const comparable = current !== undefined && candidates.some(({ scan }) => scan.state !== 'none');
    const scan: ScanState = comparable ? await registry.scan(reference, current.digest) : { state: 'none' };
    return { current, scan, patches: candidates, ...beyond };
  });
}

/** Every tag that was looked up with its digest, for our own record. */
export function seenOf(reference: TaggedReference, { current, patches }: LookedUp): readonly SeenImage[] {
  const repository = repositoryOf(reference);
  const own = current === undefined ? [] : [{ repository, tag: reference.tag, digest: current.digest }];
  return [...own, ...patches.map(({ tag, image }) => ({ repository, tag, digest: image.digest }))];
}
