import { type Certificate, readable } from '../../domain/certificate/certificate.ts';
import type { IssueCertificateParameters } from '../../domain/certificate/step-parameters.ts';
import type { Issuer } from '../../domain/configuration/platform/issuers.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { PortError } from '../../ports/port-error.ts';
import type { CertificateContext } from './held.ts';
import { backdatedMs, type Issued, momentOf } from './issued.ts';

type Authority = Extract<Issuer, { kind: 'authority' }>;

interface ReadAuthority {
  readonly certificate: Certificate;
  readonly key: Uint8Array;
  /** Everything beside it in its Secret. */
  readonly list: readonly Certificate[];
}

/**
 * Issue by an authority whose key is in a Secret: like the former certificate, for the given or a new key, never beyond the
 * authority's own end.
 */
export async function issueByAuthority(
  context: CertificateContext,
  parameters: IssueCertificateParameters,
  issuer: Authority,
  before: Certificate,
  key: Uint8Array | undefined,
): Promise<Issued> {
  const { certificates } = context.ports;
  const authority = await readAuthority(context, parameters.namespace, issuer);
  const { certificate } = authority;
  const now = momentOf(context);
  const asked = { notBefore: now - backdatedMs, notAfter: now + parameters.lifetimeMs };
  const made = await certificates.request(before, key);
  const pem = await certificates.issue({
    request: made.request,
    like: before,
    authority,
    notBefore: Math.max(asked.notBefore, certificate.notBefore),
    notAfter: Math.min(asked.notAfter, certificate.notAfter),
  });
  const [issued] = readable(await certificates.parse(pem));
  if (issued === undefined) throw unusable(issuer, 'issued a certificate that cannot be read');
  return { key: made.key, list: [issued, ...authority.list], asked, by: `authority ${issuer.name}` };
}

async function readAuthority(
  context: CertificateContext,
  namespace: string,
  issuer: Authority,
): Promise<ReadAuthority> {
  const { cluster, certificates } = context.ports;
  const secret = await cluster.get(resources.secrets, namespace, issuer.secret);
  if (secret === undefined) throw unusable(issuer, 'has no Secret: it does not exist');
  const key = Buffer.from(secret.data?.[issuer.key] ?? '', 'base64');
  const list = readable(await certificates.parse(Buffer.from(secret.data?.[issuer.certificate] ?? '', 'base64')));
  if (list.length === 0) throw unusable(issuer, `has no certificate that can be read in ${issuer.certificate}`);
  const match = await certificates.keyMatch(key, list);
  const certificate = match.kind === 'matches' ? list[match.index] : undefined;
  if (certificate === undefined) throw unusable(issuer, `has no key of its certificate in ${issuer.key}`);
  if (!certificate.authority) throw unusable(issuer, `holds ${certificate.subject}, which is no authority`);
  return { certificate, key, list };
}

function unusable(issuer: Authority, why: string): PortError {
  return new PortError({
    code: 'invalid',
    subject: `secret/${issuer.secret}`,
    message: `authority ${issuer.name} (secret/${issuer.secret}) ${why}`,
    next: `mend the Secret, or name another one under \`platform.certificates.issuers\` in .github/maintenance.yml`,
  });
}
