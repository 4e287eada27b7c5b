import { shortSerial } from '../../domain/certificate/certificate.ts';
import { describeSecret } from '../../domain/certificate/commands-for-people.ts';
import { ruleFor } from '../../domain/certificate/renewal-rule.ts';
import { daysLeft, isoMinute, type RenewalRule, validityAt } from '../../domain/certificate/validity.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import { formatSpan } from '../../domain/quantities.ts';
import { type HeldSecret, leafOf } from '../../observation/certificates/held-secret.ts';
import type { Trouble } from '../../observation/trouble.ts';
import type { DueSecret, RenewalObservation, SeenConsumer } from './observation.ts';
import { type Judging, lifetimeFor } from './refusals.ts';

interface At {
  readonly now: number;
  readonly rule: RenewalRule;
  readonly namespace: string;
}

/** Whether a Secret's certificate is due, or why that cannot be told. One finding at most. */
export function dueFindings(held: HeldSecret, { now, rule, namespace }: At): readonly Finding[] {
  const subject = `secret/${held.name}`;
  const next = describeSecret(namespace, held.name);
  if (held.trouble !== undefined)
    return [unknown('cannot-read', { ...held.trouble, subject }, 'it could not be read', next)];
  const leaf = leafOf(held);
  if (leaf === undefined) return [cannotJudge(held, next, namespace)];
  const left = daysLeft(leaf, now);
  const evidence = `serial ${shortSerial(leaf)}, until ${isoMinute(leaf.notAfter)} (${left < 0 ? `${-left} days ago` : `${left} days left`})`;
  const validity = validityAt(leaf, now, ruleFor(held, rule));
  switch (validity.state) {
    case 'good':
      return [];
    case 'expired':
      return [{ code: 'expired', severity: 'fail', subject, title: 'certificate has expired', evidence, next }];
    case 'not-yet-valid':
      return [
        { code: 'not-yet-valid', severity: 'fail', subject, title: 'certificate is not valid yet', evidence, next },
      ];
    case 'ends-before-renewal':
      return [
        { code: 'due', severity: 'fail', subject, title: 'certificate ends before the next renewal', evidence, next },
      ];
    case 'due':
      return [
        {
          code: 'due',
          severity: 'warn',
          subject,
          title: 'certificate is due for renewal',
          evidence: `${evidence}; ${validity.because}`,
          next,
        },
      ];
  }
}

function cannotJudge(held: HeldSecret, next: string, namespace: string): Finding {
  const evidence =
    held.state === 'absent'
      ? `named by ${held.namedBy ?? 'the configuration'}, not in namespace ${namespace}`
      : 'it holds no certificate that can be read in tls.crt';
  return {
    code: 'cannot-judge',
    severity: 'unknown',
    subject: `secret/${held.name}`,
    title: 'whether its certificate is due cannot be told',
    evidence,
    next,
  };
}

/** An expired certificate is reported whether it was renewed or not: clients were turned away meanwhile. */
export function hadExpired({ held, leaf }: DueSecret, { now, namespace }: At): readonly Finding[] {
  if (leaf.notAfter >= now) return [];
  return [
    {
      code: 'expired',
      severity: 'fail',
      subject: `secret/${held.name}`,
      title: 'certificate had expired',
      evidence: `it ended ${isoMinute(leaf.notAfter)}, ${-daysLeft(leaf, now)} days before this run`,
      next: `find out why nothing renewed it in time; ${describeSecret(namespace, held.name)}`,
    },
  ];
}

/** What a reader has to know of a renewal that is made: an authority that shortens it, and what cannot be seen of it. */
export function renewalFindings(due: DueSecret, judging: Judging): readonly Finding[] {
  const subject = `secret/${due.held.name}`;
  const unseen = due.consumers.filter(({ ports }) => ports.length === 0);
  const findings: Finding[] = [];
  const { authority } = due;
  const wanted = judging.now + lifetimeFor(judging.platform, due);
  if (authority !== undefined && authority.notAfter < wanted) {
    findings.push({
      code: 'authority-shortens',
      severity: 'warn',
      subject,
      title: 'authority ends before the certificate that it is to issue would',
      evidence: `${authority.subject} ends ${isoMinute(authority.notAfter)}; without that the certificate would live for ${formatSpan(wanted - judging.now)}`,
      next: 'renew the authority: whoever trusts it has to learn the new one before it ends',
    });
  }
  for (const { kind, ref } of unseen) {
    findings.push({
      code: 'not-seen-served',
      severity: 'info',
      subject: workloadWord(kind, ref.name),
      title: `what it does with ${subject} cannot be seen from outside`,
      evidence: 'none of its declared ports that look like TLS ports serves it; its pods are rolled',
      next: 'say under `platform.certificates.renewals` on which ports it serves it, if it does',
    });
  }
  const [ingress] = due.ingresses;
  if (ingress !== undefined && due.consumers.length === 0) {
    findings.push({
      code: 'ingress-not-seen',
      severity: 'info',
      subject,
      title: 'only Ingresses use it: what their controller serves is not looked at here',
      evidence: due.ingresses.slice(0, 5).join(', '),
      next: 'name the address that it is served at under `platform.certificates.endpoints`: validate-certificates then compares it every day',
    });
  }
  return findings;
}

/** A due certificate that is refused says why it is, and how to go on, where a reader looks first. */
export function refusedFindings(findings: readonly Finding[], refusals: readonly Refusal[]): readonly Finding[] {
  return findings.map((finding) => {
    const refusal = refusals.find(({ subject }) => subject === finding.subject);
    if (refusal === undefined || !ofTheDates.has(finding.code)) return finding;
    return { ...finding, evidence: `${finding.evidence}; not renewed: ${refusal.state}`, next: refusal.next };
  });
}

const ofTheDates: ReadonlySet<string> = new Set(['due', 'expired', 'not-yet-valid']);

/** What could not be read as a whole. */
export function notRead({ measurements }: RenewalObservation, namespace: string): readonly Finding[] {
  const { listTrouble, hostsTrouble, due, trust } = measurements;
  const ingresses = kubectl(namespace)`get ingresses`;
  const list = kubectl(namespace)`get secrets --field-selector type=kubernetes.io/tls`;
  return [
    ...(listTrouble === undefined ? [] : [unknown('cannot-list', listTrouble, 'Secrets could not all be read', list)]),
    ...(hostsTrouble === undefined
      ? []
      : [unknown('hosts-not-read', hostsTrouble, 'which Ingresses use a certificate could not be read', ingresses)]),
    ...trust.troubles.map((trouble) =>
      unknown('trust-not-read', trouble, 'a configured authority could not be read, so trust is not known', list),
    ),
    ...due.flatMap(({ consumers }) => consumers.flatMap(consumerNotRead)),
    ...due.flatMap(({ held, trouble }) =>
      trouble === undefined
        ? []
        : [
            unknown(
              'uses-not-read',
              { ...trouble, subject: `secret/${held.name}` },
              'who owns it, who uses it or who issues it could not be read, so it is not renewed',
              describeSecret(namespace, held.name),
            ),
          ],
    ),
  ];
}

function consumerNotRead({ trouble, rollTrouble }: SeenConsumer): readonly Finding[] {
  const served = 'what its pods serve could not be looked at';
  const start = 'what its pods start from could not be read, so they are not rolled for a certificate';
  const next = 'look at the cause, and plan again';
  return [
    ...(trouble === undefined ? [] : [unknown('served-not-seen', trouble, served, next)]),
    ...(rollTrouble === undefined ? [] : [unknown('roll-not-read', rollTrouble, start, next)]),
  ];
}

const unknown = (code: string, { subject, message, next }: Trouble, title: string, otherwise: string): Finding => ({
  code,
  severity: 'unknown',
  subject,
  title,
  evidence: message,
  next: next ?? otherwise,
});
