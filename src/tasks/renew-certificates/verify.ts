import { renewalRule } from '../../domain/certificate/renewal-rule.ts';
import type { CertificateConsumer } from '../../domain/certificate/step-parameters.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { counted } from '../../domain/quantities.ts';
import type { StepOf } from '../../domain/step/step.ts';
import { type HeldSecret, leafOf } from '../../observation/certificates/held-secret.ts';
import { readSecrets } from '../../observation/certificates/read-secrets.ts';
import { readTrust } from '../../observation/certificates/read-trust.ts';
import { consumerWord, lookAtServed } from '../../observation/certificates/served-by-pods.ts';
import { attempt } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Done, Verification } from '../contract.ts';
import { dueFindings, hadExpired, refusedFindings } from './findings.ts';
import type { DueSecret, RenewalObservation } from './observation.ts';
import { daysOf, soonestFirst } from './plan.ts';

type Context = TaskContext<'cluster' | 'certificates'>;
type Used = StepOf<'write-certificate'>['parameters'] | StepOf<'reload-consumers'>['parameters'];

/** Read every Secret again and see what pods serve: what is due now, whether renewed or put back, and what had expired. */
export async function verify(context: Context, done: Done<RenewalObservation>): Promise<Verification> {
  const { platform, now } = context;
  const at = { now, rule: renewalRule(context), namespace: platform.namespace };
  const trust = await readTrust(context);
  const { secrets } = await readSecrets(context, trust.anchors, { byIngress: {} });
  const { due } = done.observation.measurements;
  const kept = done.draft.findings.filter(({ code }) => !replaced.has(code));
  const served: Finding[] = [];
  for (const reference of usedSecrets(done)) served.push(...(await servedFindings(context, reference, secrets)));
  return {
    findings: [
      ...due.flatMap((each) => hadExpired(each, at)),
      ...refusedFindings(
        secrets.flatMap((held) => dueFindings(held, { ...at, now: momentFor(held, due, now) })),
        done.draft.refusals,
      ),
      ...served,
      ...kept,
    ],
    measurements: daysOf(secrets, at),
    result: resultOf(due, secrets, done),
  };
}

/**
 * At which moment a certificate is judged: `now` is that of the observation, and one that was issued since is valid only from
 * then on (its step has judged it by the moment that it was).
 */
function momentFor(held: HeldSecret, due: readonly DueSecret[], now: number): number {
  const leaf = leafOf(held);
  const before = due.find((each) => each.held.name === held.name)?.leaf;
  const isNew = leaf !== undefined && before !== undefined && leaf.fingerprint !== before.fingerprint;
  return isNew ? Math.max(now, leaf.notBefore) : now;
}

/** The Secrets that were written, or whose consumers were reloaded, each once. */
function usedSecrets({ applied }: Done<RenewalObservation>): readonly Used[] {
  const found = new Map<string, Used>();
  for (const { step, outcome } of applied) {
    if (outcome === 'skipped') continue;
    if (step.kind === 'write-certificate' || step.kind === 'reload-consumers') {
      found.set(step.parameters.secret, step.parameters);
    }
  }
  return [...found.values()];
}

/** Findings of the draft that are looked at again. */
const replaced: ReadonlySet<string> = new Set(['due', 'expired', 'not-yet-valid', 'cannot-read', 'cannot-judge']);

/** Pods that serve something else than the Secret holds at the end, be that the new certificate or the former one. */
async function servedFindings(
  context: Context,
  parameters: Used,
  secrets: readonly HeldSecret[],
): Promise<readonly Finding[]> {
  const held = secrets.find(({ name }) => name === parameters.secret);
  const leaf = held && leafOf(held);
  if (leaf === undefined) return [];
  const findings: Finding[] = [];
  for (const consumer of parameters.consumers) {
    const word = consumerWord(consumer);
    const seen = await attempt(word, () => lookAtServed(context, consumer, leaf, parameters.limits.handshakeMs));
    if ('trouble' in seen) findings.push(notSeen(consumer, parameters.secret, seen.trouble.message));
    else if (!seen.value.all) {
      findings.push({
        code: 'served-differs',
        severity: 'fail',
        subject: word,
        title: `serves another certificate than secret/${parameters.secret} holds`,
        evidence: `${counted(seen.value.others.length, 'end')} of ${counted(seen.value.pods, 'pod')}`,
        next: `${kubectl(consumer.namespace)`rollout restart ${word}`}, when that may be`,
      });
    }
  }
  return findings;
}

const notSeen = (consumer: CertificateConsumer, secret: string, why: string): Finding => ({
  code: 'served-not-seen',
  severity: 'unknown',
  subject: consumerWord(consumer),
  title: `what it serves of secret/${secret} could not be looked at`,
  evidence: why,
  next: kubectl(consumer.namespace)`get pods`,
});

/** The first step of a renewal. */
const begins: ReadonlySet<string> = new Set(['issue-certificate', 'renew-by-cert-manager']);

function resultOf(
  due: readonly DueSecret[],
  secrets: readonly HeldSecret[],
  { applied }: Done<RenewalObservation>,
): string {
  const asked = new Set(applied.filter(({ step }) => begins.has(step.kind)).map(({ step }) => step.subject));
  const renewed = soonestFirst(due).filter(({ held, leaf }) => {
    const now = secrets.find(({ name }) => name === held.name);
    return now !== undefined && leafOf(now)?.fingerprint !== leaf.fingerprint;
  });
  const names = renewed
    .map(({ held }) => held.name)
    .slice(0, 5)
    .join(', ');
  return `${renewed.length} of ${counted(due.length, 'due certificate')} renewed${names === '' ? '' : `: ${names}`}${
    asked.size === renewed.length ? '' : `; ${asked.size - renewed.length} put back or not issued`
  }`;
}
