import { environmentDigest } from '../../forge/environments.ts';
import type { Account } from '../../forge/people.ts';
import type { Digest } from '../../json.ts';
import { approvalDigest } from '../digest.ts';
import type { PlanDocument } from '../document.ts';
import { hasKnownReviewers, isProtected } from './environment.ts';
import type { EnvironmentEvidence } from './evidence.ts';
import { type Denial, denied, firstDenial, type Rule } from './judgement.ts';
import { isInTime, isStillValid } from './opening.ts';
import { isFirstAttempt, isItself, isOnDefaultBranch, isOnlyGatedJob } from './origin.ts';
import {
  hasHandedDigest,
  hasPlanned,
  isForEnvironment,
  isForHere,
  isOwnFile,
  isReadable,
  needsNoGate,
} from './plan.ts';
import { hasKnownRequesters, type Requester, requestersOf } from './requesters.ts';
import { approvalOf, hasApprover, holdsDigest, isApproved } from './reviews.ts';

/** What the guard found: who approved what, for the report; or why nothing may be applied. */
export type Judgement =
  | { readonly granted: false; readonly denial: Denial }
  | {
      readonly granted: true;
      readonly document: PlanDocument;
      /** The approval digest, which is spent once. */
      readonly digest: Digest;
      readonly approver: Account;
      readonly comment: string;
      readonly requesters: readonly Requester[];
      /** Digest of the environment as it was read; absent with the issue as gate. */
      readonly environment?: Digest;
    };

/** The rules of trust.md §3, items 1 to 6, in their order. */
export const environmentRules: readonly Rule<EnvironmentEvidence>[] = [
  isFirstAttempt,
  isItself,
  isOnDefaultBranch,
  isOnlyGatedJob,
  isProtected,
  hasKnownReviewers,
  hasKnownRequesters,
  isApproved,
  hasApprover,
  hasPlanned,
  isOwnFile,
  isReadable,
  hasHandedDigest,
  isForEnvironment,
  isForHere,
  holdsDigest,
  isInTime,
  isStillValid,
];

/** The rules for a preventive plan, which nobody approves: all that do not speak of reviews. */
export const ungatedRules: readonly Rule<EnvironmentEvidence>[] = [
  isFirstAttempt,
  isItself,
  isOnDefaultBranch,
  hasPlanned,
  isOwnFile,
  isReadable,
  needsNoGate,
  hasHandedDigest,
  isForEnvironment,
  isForHere,
  isInTime,
  isStillValid,
];

/**
 * The guard's first reading: whether an environment's approval carries the plan. Pure; what it judges was read by the job
 * itself. What comes later (the environment again, the basis, the time left, the digest unspent) is not in it.
 */
export function judgeEnvironment(evidence: EnvironmentEvidence): Judgement {
  const denial = firstDenial(environmentRules, evidence);
  if (denial !== undefined) return { granted: false, denial };
  const { document, environment } = evidence;
  const approval = approvalOf(evidence);
  if ('unreadable' in document || environment === undefined || approval === undefined) {
    return {
      granted: false,
      denial: denied('approved', 'approval', { rule: 'somebody approves', state: 'nobody has' }),
    };
  }
  return {
    granted: true,
    document,
    digest: approvalDigest(document),
    approver: approval.by,
    comment: approval.comment,
    requesters: requestersOf(evidence),
    environment: environmentDigest(environment),
  };
}
