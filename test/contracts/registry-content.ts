import type { Digest } from '../../src/domain/json.ts';
import { MadeImages, makeKey } from '../fakes/registry/made-images.ts';

/** What every registry under the contract holds, and the keys of those who signed. */
export interface RegistryContent {
  readonly images: MadeImages;
  readonly repository: string;
  readonly trusted: { readonly name: string; readonly pem: string };
  readonly digests: {
    /** For amd64 and arm64, signed under cosign's tag. */
    readonly index: Digest;
    /** For amd64 alone, unsigned. */
    readonly single: Digest;
    /** Signed by a bundle among the referrers. */
    readonly bundled: Digest;
    /** Signed by a key that nobody trusts. */
    readonly strange: Digest;
    /** Carries the trusted signature of another image. */
    readonly borrowed: Digest;
    /** Has a trusted attestation, which is no signature. */
    readonly attested: Digest;
  };
}

const repository = 'contract/gateway';

/** Images of `contract/gateway`: tags 1.4.2 … 1.4.7 in this order. */
export function makeContent(): RegistryContent {
  const images = new MadeImages();
  const [ours, theirs] = [makeKey(), makeKey()];
  const index = images.index('1.4.3', ['amd64', 'arm64']);
  const single = images.image('1.4.2');
  const others = ['1.4.4', '1.4.5', '1.4.6', '1.4.7'].map((tag) => images.image(tag));
  const [bundled, strange, borrowed, attested] = others as [typeof single, typeof single, typeof single, typeof single];
  const tagged = [single, index, ...others];
  for (const [place, document] of tagged.entries()) images.tag(repository, `1.4.${place + 2}`, document);
  images.sign(repository, index.digest, ours.key);
  images.bundle(repository, bundled, ours.key);
  images.sign(repository, strange.digest, theirs.key);
  images.sign(repository, borrowed.digest, ours.key, index.digest);
  images.bundle(repository, attested, ours.key, 'https://spdx.dev/Document');
  return {
    images,
    repository,
    trusted: { name: 'configmap/keys, cosign.pub', pem: ours.pem },
    digests: {
      index: index.digest,
      single: single.digest,
      bundled: bundled.digest,
      strange: strange.digest,
      borrowed: borrowed.digest,
      attested: attested.digest,
    },
  };
}
