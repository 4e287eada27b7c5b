import { readable } from '../../domain/certificate/certificate.ts';
import { readHosts } from '../../observation/certificates/read-hosts.ts';
import { readSecrets } from '../../observation/certificates/read-secrets.ts';
import { readTrust } from '../../observation/certificates/read-trust.ts';
import type { TaskContext } from '../../ports/context.ts';
import { lookAtEndpoints } from './look-at-endpoints.ts';
import type { CertificatesObservation } from './observation.ts';
import { readBundles } from './read-bundles.ts';

/** Read every certificate that is held, and see what is served. Nothing is changed, and no key is kept. */
export async function observe(
  context: TaskContext<'cluster' | 'certificates'>,
  inputs: { readonly 'handshake-timeout': number },
): Promise<CertificatesObservation> {
  const trust = await readTrust(context);
  context.progress('validate-certificates: reading Secrets');
  const hosts = await readHosts(context);
  const read = await readSecrets(context, trust.anchors, hosts);
  const bundles = await readBundles(context);
  context.progress('validate-certificates: looking at what is served');
  const known = { secrets: read.secrets, hosts, trusted: trust.anchors, timeoutMs: inputs['handshake-timeout'] };
  const endpoints = await lookAtEndpoints(context, known);
  const basis = read.secrets.map((secret) => ({
    secret: secret.name,
    certificates: secret.certificates ? readable(secret.certificates.content).map((each) => each.fingerprint) : [],
  }));
  return { basis, measurements: { ...read, hosts, bundles, endpoints, trust } };
}
