import { type Certificate, shortSerial } from '../../domain/certificate/certificate.ts';
import { judgeChain } from '../../domain/certificate/chain.ts';
import { covers } from '../../domain/certificate/names.ts';
import { isoMinute } from '../../domain/certificate/validity.ts';
import type { Finding, Severity } from '../../domain/finding/finding.ts';
import { counted } from '../../domain/quantities.ts';
import { type HeldSecret, leafOf } from '../../observation/certificates/held-secret.ts';
import { type About, listed, validityFindings, weaknessFindings } from './certificate-findings.ts';
import type { Trust } from './chain-findings.ts';
import type { ObservedEndpoint, Presented } from './observation.ts';

/** An end that answered, with the certificate that it presents as its own. */
interface Answer {
  readonly from: string;
  readonly leaf: Certificate;
  readonly presented: Presented;
}

/** What an endpoint serves against what its Secret holds, over all pods that answer for it. */
export function endpointFindings(
  endpoint: ObservedEndpoint,
  secrets: readonly HeldSecret[],
  base: Omit<About, 'subject'>,
  trust: Trust,
): readonly Finding[] {
  const about: About = { ...base, subject: endpoint.subject };
  const answers = endpoint.presented.flatMap((presented): readonly Answer[] => {
    const leaf = presented.chain?.certificates[0];
    return leaf === undefined ? [] : [{ from: presented.from, leaf, presented }];
  });
  const secret = secrets.find((each) => each.name === endpoint.secret);
  const held = secret && leafOf(secret);
  const foreign = held === undefined ? [] : answers.filter(({ leaf }) => leaf.fingerprint !== held.fingerprint);
  return [
    ...troubleFindings(endpoint, about),
    ...(held === undefined ? [] : otherThanHeld(foreign, held, answers.length, endpoint, about)),
    ...(held === undefined ? servedAlone(answers, endpoint, about) : []),
    ...servedPaths(answers, about, {
      ...trust,
      configured: trust.configured || secret?.certificates?.statesTrust === true,
    }),
  ];
}

/** Ends that could not be looked at. A refused handshake is the endpoint's fault; silence is not known to be. */
function troubleFindings(endpoint: ObservedEndpoint, about: About): readonly Finding[] {
  const finding = (code: string, severity: Severity, title: string, evidence: string, next?: string): Finding => ({
    code,
    severity,
    subject: about.subject,
    title,
    evidence,
    next: next ?? about.next,
  });
  if (endpoint.trouble) {
    const { message, next } = endpoint.trouble;
    return [finding('cannot-look', 'unknown', 'what it serves could not be looked at', message, next)];
  }
  const troubled = endpoint.presented.filter((each) => each.trouble !== undefined);
  const refused = troubled.filter((each) => each.trouble?.code === 'failed' || each.trouble?.code === 'invalid');
  const unseen = troubled.filter((each) => !refused.includes(each));
  const facts = (list: readonly Presented[]) =>
    listed(list.map((each) => `${each.from}: ${each.trouble?.message ?? ''}`));
  const findings: Finding[] = [];
  if (refused.length > 0)
    findings.push(finding('no-handshake', 'fail', 'TLS handshake fails', facts(refused), refused[0]?.trouble?.next));
  if (unseen.length > 0) {
    findings.push(
      finding(
        'cannot-look',
        'unknown',
        'what it serves could not be looked at',
        facts(unseen),
        unseen[0]?.trouble?.next,
      ),
    );
  } else if (endpoint.presented.length === 0) {
    const skipped = listed(endpoint.skipped.map(({ pod, why }) => `pod/${pod}: ${why}`));
    findings.push(
      finding('cannot-look', 'unknown', 'no ready pod answers for it', skipped === '' ? 'no pod matches' : skipped),
    );
  }
  return findings;
}

/** Pods that serve something else than the Secret holds: they have not read it again since it was renewed. */
function otherThanHeld(
  foreign: readonly Answer[],
  held: Certificate,
  answered: number,
  endpoint: ObservedEndpoint,
  about: About,
): readonly Finding[] {
  if (foreign.length === 0) return [];
  const ended = foreign.some(({ leaf }) => leaf.notAfter < about.now || leaf.notBefore > about.now);
  const who = foreign.map(
    ({ from, leaf }) => `${from} serves serial ${shortSerial(leaf)} until ${isoMinute(leaf.notAfter)}`,
  );
  return [
    {
      code: 'served-differs',
      severity: ended ? 'fail' : 'warn',
      subject: about.subject,
      title: `serves another certificate than secret/${endpoint.secret} holds`,
      evidence: `${foreign.length} of ${counted(answered, 'end')}: ${listed(who)}; held: serial ${shortSerial(held)} until ${isoMinute(held.notAfter)}`,
      next: `reload or restart what serves it, so that it reads secret/${endpoint.secret} again; ${about.next}`,
    },
  ];
}

/** An endpoint without a readable Secret is judged by what it serves. */
function servedAlone(answers: readonly Answer[], endpoint: ObservedEndpoint, about: About): readonly Finding[] {
  const [worst] = answers.toSorted((a, b) => a.leaf.notAfter - b.leaf.notAfter);
  if (worst === undefined) return [];
  const { leaf } = worst;
  const uncovered = covers(leaf, endpoint.serverName)
    ? []
    : [
        {
          code: 'served-name-not-covered',
          severity: 'fail' as const,
          subject: about.subject,
          title: 'served certificate does not cover the name under which it is asked for',
          evidence: `asked for ${endpoint.serverName}; it carries ${listed([...leaf.dnsNames, ...leaf.ipAddresses]) || 'no subject alternative name'}`,
          next: 'issue it anew with this name as a subject alternative name',
        },
      ];
  return [
    ...validityFindings(leaf, about, undefined),
    ...uncovered,
    ...weaknessFindings(worst.presented.chain?.certificates ?? [], about),
  ];
}

/** The served chain must lead to an authority by what was sent alone: clients do not fetch what is missing. */
function servedPaths(answers: readonly Answer[], about: About, trust: Trust): readonly Finding[] {
  const broken = answers.flatMap(({ from, leaf, presented }) => {
    const { anchors, signatures, chain } = presented;
    const { problems } = judgeChain(leaf, { certificates: chain?.certificates ?? [], anchors, signatures }, about.now);
    const incomplete = problems.find((problem) => problem.kind === 'incomplete');
    return incomplete === undefined
      ? []
      : [`${from} does not send ${incomplete.kind === 'incomplete' ? incomplete.missing : ''}`];
  });
  if (broken.length === 0) return [];
  return [
    {
      code: 'served-chain-incomplete',
      severity: trust.incomplete ? 'unknown' : trust.configured ? 'fail' : 'warn',
      subject: about.subject,
      title: 'served chain is incomplete: clients that do not know the missing issuer refuse it',
      evidence: listed(broken),
      next: 'let the server send the whole chain (all of tls.crt, not only its first certificate)',
    },
  ];
}
