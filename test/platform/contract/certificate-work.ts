import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlatformAuthority } from '../../../sandbox/platform/pki.ts';
import { field, kubectl } from '../faults/world.ts';
import { apply } from './contract-workload.ts';
import type { RealWork } from './real-work.ts';

const secret = 'contract-tls';

/** A certificate that has most of its life behind it, issued by an authority that nobody trusts. */
async function laySecret(): Promise<void> {
  const authority = await PlatformAuthority.create();
  const subject = [{ CN: ['contract'] }];
  const { certificate, key } = await authority.issue({ subject, dns: ['contract.example'], age: 78, left: 5 });
  const folder = mkdtempSync(join(tmpdir(), 'rooivalk-work-'));
  writeFileSync(join(folder, 'tls.crt'), certificate);
  writeFileSync(join(folder, 'tls.key'), key, { mode: 0o600 });
  await kubectl('delete', 'secret', secret, '--ignore-not-found');
  await kubectl('create', 'secret', 'tls', secret, `--cert=${folder}/tls.crt`, `--key=${folder}/tls.key`);
  rmSync(folder, { recursive: true });
  laid = await servedBy();
}

let laid = '';
const servedBy = () => field(`secret/${secret}`, '.data.tls\\.crt');

/** The certificate is the only one there is, and this issuer's. */
function issuedBy(issuer: string): Exclude<RealWork['platform'], undefined> {
  return ({ certificates }) => ({
    certificates: {
      ...certificates,
      secrets: [secret],
      trust: certificates.bundles,
      renewals: [{ secret, key: 'new', lifetime: 90 * 86_400_000, issuer }],
    },
  });
}

/** A due certificate, issued anew by the platform's authority in a Secret. */
export const renewing: RealWork = {
  platform: issuedBy('platform'),
  inputs: { 'pick-up-within': '1s', 'ready-within': '20s', 'signed-within': '20s' },
  lay: laySecret,
  changes: async () => ((await servedBy()) === laid ? [] : ['renewed']),
  subjects: servedBy,
  remove: () => kubectl('delete', 'secret', secret, '--ignore-not-found'),
};

/** The same by the signer behind the Kubernetes CSR API. */
export const renewingBySigner: RealWork = { ...renewing, platform: issuedBy('cluster') };

const managed = 'contract';

/** The Secret is cert-manager's, whose stand-in issues when it is told so by the Certificate's condition. */
async function layCertificate(): Promise<void> {
  await laySecret();
  await kubectl('annotate', 'secret', secret, `cert-manager.io/certificate-name=${managed}`);
  await kubectl('delete', `certificate/${managed}`, '--ignore-not-found');
  const issuerRef = { name: 'platform' };
  await apply({
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name: managed },
    spec: { secretName: secret, commonName: 'contract', dnsNames: ['contract.example'], issuerRef },
  });
}

/** The same, kept by a Certificate of cert-manager. */
export const renewingByCertManager: RealWork = {
  ...renewing,
  lay: layCertificate,
  remove: async () => {
    await kubectl('delete', `certificate/${managed}`, '--ignore-not-found');
    await kubectl('delete', 'secret', secret, '--ignore-not-found');
  },
};
