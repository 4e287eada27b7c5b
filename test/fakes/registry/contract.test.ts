import type { ScanState } from '../../../src/domain/image/scan.ts';
import type { SignatureState } from '../../../src/domain/image/trust.ts';
import { registryContract } from '../../contracts/registry.contract.ts';
import { makeContent, type RegistryContent } from '../../contracts/registry-content.ts';
import { FakeRegistry } from './fake-registry.ts';

const host = 'registry.example.com';

/** The fake is told what a real registry would be found to hold. */
function filled({ images, repository, digests, trusted }: RegistryContent): FakeRegistry {
  const fake = new FakeRegistry();
  const signatures = new Map<string, SignatureState>([
    [digests.index, { state: 'signed', by: trusted.name }],
    [digests.bundled, { state: 'signed', by: trusted.name }],
    [digests.strange, { state: 'untrusted', why: 'by no trusted key' }],
    [digests.borrowed, { state: 'untrusted', why: 'about another image' }],
    [digests.attested, { state: 'untrusted', why: 'not a signature over an image' }],
  ]);
  const scans = scansOf(digests, trusted.name);
  for (const tag of images.tagsOf(repository)) {
    const digest = images.tags.get(`${repository}:${tag}`) ?? digests.single;
    const isIndex = digest === digests.index;
    const architectures = isIndex ? ['amd64', 'arm64'] : ['amd64'];
    fake.put(`${host}/${repository}`, tag, {
      digest,
      platforms: architectures.map((architecture) => ({ os: 'linux', architecture })),
      digests: isIndex ? [digest, digests.single, digests.strange] : [digest],
      signature: signatures.get(digest) ?? { state: 'unsigned' },
      scan: scans.get(digest) ?? { state: 'none' },
    });
  }
  return fake;
}

function scansOf(digests: RegistryContent['digests'], by: string): ReadonlyMap<string, ScanState> {
  const at = Date.UTC(2026, 10, 20, 2);
  const ofTrivy = [
    { id: 'CVE-2026-1', severity: 'high' },
    { id: 'CVE-2026-2', severity: 'critical' },
  ] as const;
  const ofGrype = [{ id: 'GHSA-1', severity: 'low' }] as const;
  const misplaced = 'its scanner and the time of the scan are not where they should be';
  return new Map<string, ScanState>([
    [digests.index, { state: 'scanned', scan: { scanner: 'trivy', at, by, vulnerabilities: ofTrivy } }],
    [digests.attested, { state: 'scanned', scan: { scanner: 'grype', at, by, vulnerabilities: ofGrype } }],
    [digests.strange, { state: 'unusable', why: 'by no trusted key' }],
    [digests.borrowed, { state: 'unusable', why: 'about another image' }],
    [digests.single, { state: 'unusable', why: misplaced }],
  ]);
}

registryContract('fake', async () => {
  const content = makeContent();
  const silent = new FakeRegistry();
  const subject = `registry ${host}`;
  silent.failures.set(host, { code: 'unreachable', subject, message: `${subject} refused the connection` });
  return {
    registry: filled(content),
    host,
    content,
    silent: { registry: silent, host },
    close: async () => undefined,
  };
});
