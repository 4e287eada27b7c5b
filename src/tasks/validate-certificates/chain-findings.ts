import { type Certificate, readable } from '../../domain/certificate/certificate.ts';
import { judgeChain, notForServers, orderProblem, type PathProblem } from '../../domain/certificate/chain.ts';
import { covers } from '../../domain/certificate/names.ts';
import type { Finding, Severity } from '../../domain/finding/finding.ts';
import type { Judgeable } from '../../observation/certificates/held-secret.ts';
import { type About, listed } from './certificate-findings.ts';

/** What is known of whom clients trust. */
export interface Trust {
  /** Whether the configuration or the Secret's own ca.crt says it; otherwise clients may trust authorities that are not known here. */
  readonly configured: boolean;
  /** A configured authority could not be read. */
  readonly incomplete: boolean;
}

/** The leaf's path to an authority, the order of the list, and the use. */
export function chainFindings(leaf: Certificate, held: Judgeable, about: About, trust: Trust): readonly Finding[] {
  const list = readable(held.content);
  const { anchors, signatures } = held;
  const { problems } = judgeChain(leaf, { certificates: list, anchors, signatures }, about.now);
  const stated = { ...trust, configured: trust.configured || held.statesTrust };
  return [...pathFindings(problems, about, stated), ...orderFindings(list, held, about), ...useFindings(leaf, about)];
}

const titles: Readonly<Record<PathProblem['kind'], string>> = {
  incomplete: 'chain is incomplete: an issuer is neither in it nor among the known authorities',
  untrusted: 'chain ends in an authority that is not trusted',
  signature: 'a signature in the chain is wrong',
  rule: 'an authority in the chain was not allowed to issue what it issued',
  dates: 'an authority in the chain is out of its dates',
};

const factOf = (problem: PathProblem): string => {
  switch (problem.kind) {
    case 'incomplete':
      return `missing: ${problem.missing}`;
    case 'untrusted':
      return `it ends in ${problem.root}`;
    default:
      return problem.what;
  }
};

function pathFindings(problems: readonly PathProblem[], about: About, trust: Trust): readonly Finding[] {
  return [...Map.groupBy(problems, (problem) => problem.kind)].map(([kind, group]) => ({
    code: `chain-${kind}`,
    severity: severityOf(kind, trust),
    subject: about.subject,
    title: titles[kind],
    evidence: listed(group.map(factOf)),
    next: nextOf(kind, about),
  }));
}

/**
 * Whether clients trust an authority can only be told where the configuration or the Secret says whom they trust; where a configured
 * authority could not be read it cannot be told at all.
 */
function severityOf(kind: PathProblem['kind'], trust: Trust): Severity {
  if (kind !== 'untrusted' && kind !== 'incomplete') return 'fail';
  if (trust.incomplete) return 'unknown';
  return trust.configured ? 'fail' : 'warn';
}

function nextOf(kind: PathProblem['kind'], about: About): string {
  if (kind === 'untrusted') {
    return 'if clients trust this authority, name it under `platform.certificates.trust`; else issue the certificate from one that they trust';
  }
  if (kind === 'incomplete') {
    return 'append the missing authorities to tls.crt in order, or name the root under `platform.certificates.trust`';
  }
  return about.next;
}

function orderFindings(list: readonly Certificate[], held: Judgeable, about: About): readonly Finding[] {
  const problem = orderProblem(list, held.signatures);
  if (problem === undefined) return [];
  return [
    {
      code: 'chain-order',
      severity: 'warn',
      subject: about.subject,
      title: 'certificates are not in the order in which a server has to send them',
      evidence: `${problem}; the server's own comes first, each next one issued the one before`,
      next: about.next,
    },
  ];
}

function useFindings(leaf: Certificate, about: About): readonly Finding[] {
  const why = notForServers(leaf);
  if (why === undefined) return [];
  return [
    {
      code: 'not-for-servers',
      severity: 'fail',
      subject: about.subject,
      title: 'certificate may not be used by a TLS server',
      evidence: why,
      next: about.next,
    },
  ];
}

/** A host that must be covered, and who needs it. */
export interface NeededHost {
  readonly host: string;
  readonly by: string;
}

/**
 * Hosts of Ingresses and endpoints, each of which must be covered; and of a Service at least one form, since clients use
 * whichever its owner chose.
 */
export function nameFindings(
  leaf: Certificate,
  needed: readonly NeededHost[],
  services: readonly { readonly name: string; readonly hosts: readonly string[] }[],
  about: About,
): readonly Finding[] {
  const missing = needed.filter(({ host }) => !coversHost(leaf, host)).map(({ host, by }) => `${host} (${by})`);
  const forms = services
    .filter(({ hosts }) => !hosts.some((host) => covers(leaf, host)))
    .map(({ name, hosts }) => `service/${name} under none of ${hosts.join(', ')}`);
  const uncovered = [...missing, ...forms];
  if (uncovered.length === 0) return [];
  const names = [...leaf.dnsNames, ...leaf.ipAddresses];
  const carries = names.length === 0 ? 'it carries no subject alternative name at all' : `it carries ${listed(names)}`;
  return [
    {
      code: 'name-not-covered',
      severity: 'fail',
      subject: about.subject,
      title: 'certificate does not cover a name under which it is used',
      evidence: `${listed(uncovered)}; ${carries}`,
      next: `issue it anew with these names as subject alternative names (the common name does not count)`,
    },
  ];
}

/** A wildcard host of an Ingress needs the same wildcard; any other is matched as clients match. */
function coversHost(leaf: Certificate, host: string): boolean {
  if (host.includes('*')) return leaf.dnsNames.some((name) => name.toLowerCase() === host.toLowerCase());
  return covers(leaf, host);
}
