import { type Certificate, readable } from '../../domain/certificate/certificate.ts';
import { podsOf } from '../../domain/certificate/commands-for-people.ts';
import { serviceHosts } from '../../domain/certificate/names.ts';
import { renewalRule } from '../../domain/certificate/renewal-rule.ts';
import { daysLeft, type RenewalRule, renewalMargin } from '../../domain/certificate/validity.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { clusterWide, kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { Measurement } from '../../domain/measurement.ts';
import type { Draft } from '../../domain/plan/plan.ts';
import { counted } from '../../domain/quantities.ts';
import { type HeldSecret, leafOf } from '../../observation/certificates/held-secret.ts';
import type { Bundle } from '../../observation/certificates/read-bundle.ts';
import type { Trouble } from '../../observation/trouble.ts';
import type { PlanContext } from '../contract.ts';
import { authorityDates, weaknessFindings } from './certificate-findings.ts';
import type { NeededHost, Trust } from './chain-findings.ts';
import { endpointFindings } from './endpoint-findings.ts';
import type { CertificatesObservation } from './observation.ts';
import { contentFindings, secretFindings } from './secret-findings.ts';

type Context = Pick<PlanContext<never>, 'platform' | 'calendar' | 'now'>;

/** Judge everything that was seen. There is nothing to be done about it here: renewing is renew-certificates' work. */
export function plan(observation: CertificatesObservation, context: Context): Draft {
  const { measurements: seen } = observation;
  const { platform, now } = context;
  const { namespace } = platform;
  const base = { now, rule: renewalRule(context), namespace };
  const trust: Trust = { configured: seen.trust.configured, incomplete: seen.trust.troubles.length > 0 };
  const gatewayPods = podsOf(namespace, platform.workloads.gateway.selector);
  const findings = [
    ...seen.secrets.flatMap((secret) =>
      secretFindings(secret, base, { ...needsOf(secret, observation, context), trust }),
    ),
    ...reusedSerials(seen.secrets, namespace),
    ...seen.bundles.flatMap((bundle) => bundleFindings(bundle, base)),
    ...seen.endpoints.flatMap((endpoint) =>
      endpointFindings(endpoint, seen.secrets, { ...base, next: gatewayPods }, trust),
    ),
    ...notLookedAt(observation, namespace),
  ];
  return {
    steps: [],
    refusals: [],
    notChecked: [],
    findings,
    measurements: seen.secrets.flatMap((secret) => daysOf(secret, base)),
    result: resultOf(observation, findings),
  };
}

/** Under which names a Secret's certificate is used: Ingresses, configured endpoints, and the gateway's Service. */
function needsOf(secret: HeldSecret, { measurements }: CertificatesObservation, { platform }: Context) {
  const { gateway } = platform.workloads;
  const byIngress = measurements.hosts.byIngress[secret.name] ?? [];
  const byEndpoint = platform.certificates.endpoints
    .filter((endpoint) => endpoint.secret === secret.name)
    .map((endpoint) => ({
      host: endpoint.serverName ?? endpoint.host,
      by: `endpoint ${endpoint.host}:${endpoint.port}`,
    }));
  const hosts: readonly NeededHost[] = [
    ...byIngress.map(({ host, ingress }) => ({ host, by: ingress })),
    ...byEndpoint,
  ];
  const service = { name: gateway.service, hosts: serviceHosts(gateway.service, platform.namespace) };
  return { hosts, services: secret.name === gateway.tlsSecret ? [service] : [] };
}

const leavesOf = (secret: HeldSecret): readonly Certificate[] => {
  const leaf = leafOf(secret);
  return leaf === undefined ? [] : [leaf];
};

function daysOf(secret: HeldSecret, { now, rule }: { now: number; rule: RenewalRule }): readonly Measurement[] {
  return leavesOf(secret).map((leaf) => ({
    name: 'certificate-days-left',
    subject: `secret/${secret.name}`,
    value: daysLeft(leaf, now),
    unit: 'days',
    comparedWith: { what: 'due from', value: Math.round(renewalMargin(leaf, rule) / 8_640_000) / 10 },
  }));
}

/** One issuer, one serial, two certificates: forbidden by RFC 5280 §4.1.2.2, and browsers refuse the second. */
function reusedSerials(secrets: readonly HeldSecret[], namespace: string): readonly Finding[] {
  const leaves = secrets.flatMap((secret) => leavesOf(secret).map((leaf) => ({ secret, leaf })));
  const groups = Map.groupBy(leaves, ({ leaf }) => `${leaf.issuerName} ${leaf.serial}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || new Set(group.map(({ leaf }) => leaf.fingerprint)).size < 2) return [];
    const who = group
      .map(({ secret }) => `secret/${secret.name}`)
      .slice(0, 5)
      .join(', ');
    return [
      {
        code: 'serial-reused',
        severity: 'warn' as const,
        subject: `secret/${first.secret.name}`,
        title: 'two certificates of one issuer have the same serial number',
        evidence: `serial ${first.leaf.serial} of ${first.leaf.issuer}: ${who}`,
        next: `issue all but one of them anew: ${kubectl(namespace)`get secrets --field-selector type=kubernetes.io/tls`}`,
      },
    ];
  });
}

function bundleFindings(
  bundle: Bundle,
  base: { now: number; rule: RenewalRule; namespace: string },
): readonly Finding[] {
  const [object = bundle.subject] = bundle.subject.split(' ');
  const place = /webhookconfiguration\//.test(object) ? clusterWide : base.namespace;
  const next = kubectl(place)`describe ${object}`;
  const about = { ...base, subject: bundle.subject, next };
  if (bundle.trouble) return [unknown('cannot-read', bundle.trouble, 'it could not be read', next)];
  if (bundle.content === undefined) {
    const evidence = `${bundle.subject} is named in the configuration, and does not exist`;
    return [
      {
        code: 'bundle-missing',
        severity: 'fail',
        subject: bundle.subject,
        title: 'bundle does not exist',
        evidence,
        next,
      },
    ];
  }
  const list = readable(bundle.content);
  const severity = list.length === 0 ? 'fail' : 'warn';
  return [
    ...contentFindings(bundle.content, about, severity),
    ...(list.length === 0 ? [] : authorityDates(list, about)),
    ...weaknessFindings(list, about),
  ];
}

/** What could not be read at all, and what nobody asked to be looked at. */
function notLookedAt({ measurements }: CertificatesObservation, namespace: string): readonly Finding[] {
  const { everySecret, listTrouble, hosts, trust } = measurements;
  const list = kubectl(namespace)`get secrets --field-selector type=kubernetes.io/tls`;
  const findings: Finding[] = [];
  if (listTrouble) findings.push(unknown('cannot-list', listTrouble, 'Secrets could not all be read', list));
  if (hosts.trouble) {
    const next = kubectl(namespace)`get ingresses`;
    findings.push(
      unknown('hosts-not-compared', hosts.trouble, 'names were not compared with the hosts of Ingresses', next),
    );
  }
  for (const trouble of trust.troubles) {
    findings.push(
      unknown(
        'trust-not-read',
        trouble,
        'a configured authority could not be read, so trust is not known',
        trouble.message,
      ),
    );
  }
  if (!everySecret) {
    findings.push({
      code: 'others-not-looked-at',
      severity: 'info',
      subject: `secrets in ${namespace}`,
      title: 'TLS Secrets that the configuration does not name were not looked at',
      evidence: `${counted(measurements.secrets.length, 'Secret')} named; \`platform.certificates.secrets: all\` looks at every one (needs list on secrets)`,
      next: list,
    });
  }
  return findings;
}

const unknown = (code: string, trouble: Trouble, title: string, next: string): Finding => ({
  code,
  severity: 'unknown',
  subject: trouble.subject,
  title,
  evidence: trouble.message,
  next: trouble.next ?? next,
});

function resultOf({ measurements }: CertificatesObservation, findings: readonly Finding[]): string {
  const certificates = measurements.secrets.reduce(
    (sum, secret) => sum + (secret.certificates ? readable(secret.certificates.content).length : 0),
    0,
  );
  const asHeld = measurements.endpoints.flatMap((endpoint) => endpoint.presented);
  const answered = asHeld.filter((each) => each.chain !== undefined).length;
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const bad = (['fail', 'unknown', 'warn'] as const)
    .filter((severity) => count(severity) > 0)
    .map((severity) => `${count(severity)} ${severity}`);
  const verdict = bad.length === 0 ? 'all in order' : bad.join(', ');
  const bundles = measurements.bundles.length === 0 ? '' : `, ${counted(measurements.bundles.length, 'bundle')}`;
  return `${counted(certificates, 'certificate')} in ${counted(measurements.secrets.length, 'Secret')}${bundles}, ${answered} of ${counted(asHeld.length, 'endpoint')} seen: ${verdict}`;
}
