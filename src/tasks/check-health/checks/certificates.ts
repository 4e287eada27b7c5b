import { mapBounded } from '../../../domain/bounded.ts';
import { type Certificate, readable } from '../../../domain/certificate/certificate.ts';
import { renewalRule, renewedBy, ruleFor } from '../../../domain/certificate/renewal-rule.ts';
import {
  daysLeft,
  isoMinute,
  type RenewalRule,
  renewalMargin,
  validityAt,
} from '../../../domain/certificate/validity.ts';
import type { Finding, Severity } from '../../../domain/finding/finding.ts';
import { kubectl } from '../../../domain/kubernetes/kubectl.ts';
import type { Secret } from '../../../domain/kubernetes/objects.ts';
import { resources } from '../../../domain/kubernetes/resources.ts';
import { counted } from '../../../domain/quantities.ts';
import { attempt, type Trouble } from '../../../observation/trouble.ts';
import { boundedFindings, defineCheck, type HealthContext, type JudgeContext, notSeen } from '../check.ts';

/** What is seen of one TLS Secret: its first certificate, nothing of its key. */
type SeenSecret = { readonly name: string } & (
  | { readonly certificate: Certificate; readonly renewedBy: string | undefined }
  | { readonly wrong: string }
  | { readonly trouble: Trouble }
);

/** TLS Secrets that are looked at by name. */
export function namedSecrets({ certificates, workloads }: HealthContext['platform']): readonly string[] {
  const named = certificates.secrets === 'all' ? [] : certificates.secrets;
  return [...new Set([...named, workloads.gateway.tlsSecret])];
}

/** Certificates: until when they are valid. Chains, keys and names are validate-certificates' business. */
export const certificates = defineCheck<readonly SeenSecret[]>({
  area: 'certificates',
  observe: async (context) => {
    const { ports, platform } = context;
    const { namespace } = platform;
    const seen = await mapBounded(namedSecrets(platform), 4, async (name): Promise<SeenSecret> => {
      const read = await attempt(`secret/${name}`, () => ports.cluster.get(resources.secrets, namespace, name));
      if ('trouble' in read) return { name, trouble: read.trouble };
      return read.value === undefined ? { name, wrong: 'the Secret does not exist' } : seenOf(context, read.value);
    });
    if (platform.certificates.secrets !== 'all') return seen;
    const names = new Set(seen.map(({ name }) => name));
    const query = { resource: resources.secrets, namespace, fields: 'type=kubernetes.io/tls' };
    const listed: SeenSecret[] = [];
    for await (const secret of ports.cluster.list(query)) {
      if (!names.has(secret.metadata.name)) listed.push(await seenOf(context, secret));
    }
    return [...seen, ...listed];
  },
  judge: (seen, context) => {
    const { namespace } = context.platform;
    const rule = renewalRule(context);
    const findings = seen.flatMap((secret) => findingsOf(secret, rule, context));
    const bad = new Set(findings.map(({ subject }) => subject)).size;
    const known = seen.flatMap((secret) => ('certificate' in secret ? [{ ...secret }] : []));
    return {
      findings: boundedFindings(
        'certificates',
        findings,
        kubectl(namespace)`get secrets --field-selector type=kubernetes.io/tls`,
      ),
      measurements: known.slice(0, 50).map(({ name, certificate }) => ({
        name: 'certificate-days-left',
        subject: `secret/${name}`,
        value: daysLeft(certificate, context.now),
        unit: 'days',
        comparedWith: {
          what: 'days left when it is due',
          value: Math.round((renewalMargin(certificate, rule) / 86_400_000) * 10) / 10,
        },
      })),
      line: `${seen.length - bad} of ${counted(seen.length, 'certificate')} not due`,
    };
  },
});

async function seenOf({ ports }: HealthContext, { metadata, data = {} }: Secret): Promise<SeenSecret> {
  const { name } = metadata;
  const content = await ports.certificates.parse(Buffer.from(data['tls.crt'] ?? '', 'base64'));
  const [certificate] = readable(content);
  return certificate === undefined
    ? { name, wrong: 'the Secret holds no certificate that can be read' }
    : { name, certificate, renewedBy: renewedBy(metadata.annotations) };
}

function findingsOf(secret: SeenSecret, rule: RenewalRule, { platform, now }: JudgeContext): readonly Finding[] {
  const { namespace } = platform;
  const subject = `secret/${secret.name}`;
  const next = kubectl(namespace)`describe ${subject}`;
  if ('trouble' in secret)
    return [notSeen('certificate-not-read', { ...secret.trouble, subject }, 'certificate could not be read', next)];
  const finding = (code: string, severity: Severity, title: string, evidence: string): readonly Finding[] => [
    { code, severity, subject, title, evidence, next },
  ];
  if ('wrong' in secret)
    return finding('no-certificate', 'fail', 'there is no certificate', `${secret.wrong} (namespace ${namespace})`);
  const { certificate } = secret;
  const validity = validityAt(certificate, now, ruleFor(secret, rule));
  const left = daysLeft(certificate, now);
  const until = `valid until ${isoMinute(certificate.notAfter)}, ${left < 0 ? `${-left} days ago` : `${left} days left`}`;
  switch (validity.state) {
    case 'good':
      return [];
    case 'expired':
      return finding('certificate-expired', 'fail', 'certificate has expired', until);
    case 'not-yet-valid':
      return finding(
        'certificate-not-yet-valid',
        'fail',
        'certificate is not valid yet',
        `valid from ${isoMinute(certificate.notBefore)}`,
      );
    case 'ends-before-renewal':
      return finding('certificate-ends', 'fail', 'certificate ends before anything renews it', until);
    case 'due':
      return finding('certificate-due', 'warn', 'certificate is due for renewal', `${until}; ${validity.because}`);
  }
}
