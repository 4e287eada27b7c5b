import type { PlanDocument } from '../../domain/approval/document.ts';
import { isProtected, isUnchanged } from '../../domain/approval/guard/environment.ts';
import { type Judgement, judgeEnvironment, ungatedRules } from '../../domain/approval/guard/environment-gate.ts';
import type { EnvironmentEvidence } from '../../domain/approval/guard/evidence.ts';
import { firstDenial, type Rule } from '../../domain/approval/guard/judgement.ts';
import { isInTime, isStillValid } from '../../domain/approval/guard/opening.ts';
import { namedRequesters } from '../../domain/approval/guard/requesters.ts';
import { reviewsOf } from '../../domain/approval/guard/reviews.ts';
import type { Digest } from '../../domain/json.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import type { Report } from '../../domain/report/schema.ts';
import { type Admission, type Asking, unread } from './asking.ts';
import { gatherEnvironment, type Handed } from './gather.ts';
import { spend } from './spend.ts';

type Granted = Extract<Judgement, { granted: true }>;

/** What moves between the two readings: the environment, and the time. */
const secondRules: readonly Rule<EnvironmentEvidence>[] = [isProtected, isInTime, isStillValid];

/** Judge what an environment's approval carries (trust.md §3): the first reading now, the second as the last word. */
export async function admitByEnvironment(asking: Asking, handed: Handed): Promise<Admission> {
  let evidence: EnvironmentEvidence;
  try {
    evidence = await gatherEnvironment(asking, handed);
  } catch (error) {
    return { refusal: unread(error), approvals: [] };
  }
  const judgement = judgeEnvironment(evidence);
  const approvals = approvalsOf(evidence);
  if (!judgement.granted) return { refusal: judgement.denial, approvals, ...documentOf(evidence) };
  const { document, digest } = judgement;
  const advisory = asking.digestInComment ? {} : { advisory: noDigest };
  return { document, digest, approvals, lastWord: () => lastWord(asking, evidence, judgement), ...advisory };
}

/** Judge a preventive plan, which nobody approves: it comes from the same run, unchanged, and in time. */
export async function admitUngated(asking: Asking, handed: Handed): Promise<Admission> {
  let evidence: EnvironmentEvidence;
  try {
    evidence = await gatherEnvironment(asking, handed);
  } catch (error) {
    return { refusal: unread(error), approvals: [] };
  }
  const denial = firstDenial(ungatedRules, evidence);
  const { document } = evidence;
  if (denial !== undefined) return { refusal: denial, approvals: [], ...documentOf(evidence) };
  if ('unreadable' in document) throw new TypeError('a document that cannot be read was accepted');
  const inTime = [isInTime, isStillValid];
  const digest = handed.digest as Digest;
  const again = async (): Promise<Refusal | undefined> =>
    firstDenial(inTime, { ...evidence, now: asking.clock.now() }) ??
    spend(asking, { digest, approver: 'nobody', notAfter: document.notAfter });
  return { document, digest, approvals: [], lastWord: again };
}

const noDigest =
  'approval.digest-in-comment is off: nothing binds the reviewer’s click to this plan but the run that it belongs to';

async function lastWord(asking: Asking, first: EnvironmentEvidence, granted: Granted): Promise<Refusal | undefined> {
  const { environment: before, digest, approver, document } = granted;
  try {
    const environment = await asking.forge.environment(first.identity.environment ?? '');
    const again = { ...first, environment, now: asking.clock.now() };
    const denial = firstDenial(secondRules, again);
    if (denial !== undefined) return denial;
    const changed = before === undefined ? undefined : isUnchanged(environment, before);
    if (changed !== undefined) return changed;
    return await spend(asking, { digest, approver: approver.login, notAfter: document.notAfter });
  } catch (error) {
    return unread(error);
  }
}

function documentOf({ document }: EnvironmentEvidence): { readonly document?: PlanDocument } {
  return 'unreadable' in document ? {} : { document };
}

/** Every review that was found, accepted or not, as the report keeps it. */
function approvalsOf(evidence: EnvironmentEvidence): Report['approvals'] {
  const { identity, handedDigest } = evidence;
  const digest = /^sha256:[0-9a-f]{64}$/.test(handedDigest) ? handedDigest : '';
  return reviewsOf(evidence).map(({ by, comment, state }) => ({
    environment: identity.environment ?? '',
    by: state === 'approved' ? by.login : `${by.login} (${state})`,
    comment,
    digest,
    requesters: [...namedRequesters(evidence)],
  }));
}
