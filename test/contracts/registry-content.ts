import type { Digest } from '../../src/domain/json.ts';
import { MadeImages, makeKey, scanPredicate } from '../fakes/registry/made-images.ts';

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
    /** Has a trusted attestation, which is no signature, and a scan by Grype as a bundle. */
    readonly attested: Digest;
  };
}

const repository = 'contract/gateway';

/** A scan as `trivy image --format cosign-vuln` writes it, as much of it as is read. */
export const trivyScan = (finishedOn: string, ...found: readonly (readonly [string, string])[]): object => ({
  scanner: {
    uri: 'pkg:github/aquasecurity/trivy@0.60.0',
    result: {
      SchemaVersion: 2,
      ArtifactType: 'container_image',
      Results: [
        {
          Target: 'debian',
          Vulnerabilities: found.map(([VulnerabilityID, Severity]) => ({ VulnerabilityID, Severity })),
        },
        { Target: 'app' },
      ],
    },
  },
  metadata: { scanStartedOn: finishedOn, scanFinishedOn: finishedOn },
});

/** A scan whose result is what `grype -o json` writes, as much of it as is read. */
export const grypeScan = (finishedOn: string, ...found: readonly (readonly [string, string])[]): object => ({
  scanner: {
    uri: 'pkg:github/anchore/grype@0.90.0',
    result: {
      matches: found.map(([id, severity]) => ({ vulnerability: { id, severity }, artifact: { name: 'openssl' } })),
      descriptor: { name: 'grype', version: '0.90.0' },
    },
  },
  metadata: { scanStartedOn: finishedOn, scanFinishedOn: finishedOn },
});

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
  images.bundle(
    repository,
    attested,
    ours.key,
    scanPredicate,
    grypeScan('2026-11-20T02:00:00Z', ['GHSA-1', 'Negligible']),
  );
  images.attest(repository, index.digest, ours.key, [
    trivyScan('2026-11-13T02:00:00Z', ['CVE-2026-1', 'LOW']),
    trivyScan('2026-11-20T02:00:00Z', ['CVE-2026-1', 'LOW'], ['CVE-2026-2', 'CRITICAL'], ['CVE-2026-1', 'HIGH']),
  ]);
  images.attest(repository, strange.digest, theirs.key, [trivyScan('2026-11-20T02:00:00Z')]);
  images.attest(repository, borrowed.digest, ours.key, [trivyScan('2026-11-20T02:00:00Z')], index.digest);
  images.attest(repository, single.digest, ours.key, [{ scanner: { result: 'none' } }]);
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
