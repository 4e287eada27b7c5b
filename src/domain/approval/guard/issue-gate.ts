import { approvalDigest } from '../digest.ts';
import { approvesThisPlan, isNoRequester, isOwnComment, mayApprove } from './comment.ts';
import type { Judgement } from './environment-gate.ts';
import type { IssueEvidence } from './evidence.ts';
import { isOfType, isOwnIssue, isOwnPlanRun } from './issue.ts';
import { denied, firstDenial, type Rule } from './judgement.ts';
import { isInTime, isStillValid } from './opening.ts';
import { isFirstAttempt, isItself, isOnDefaultBranch } from './origin.ts';
import { hasPlanned, isForHere, isOwnFile, isReadable } from './plan.ts';
import { hasKnownRequesters, requestersOf } from './requesters.ts';

/** Whether the command may be answered at all; the rest is judged once the plan has been read. */
export const issueRules: readonly Rule<IssueEvidence>[] = [
  isFirstAttempt,
  isItself,
  isOnDefaultBranch,
  isOwnComment,
  isOwnPlanRun,
  hasPlanned,
  hasKnownRequesters,
  isOwnFile,
  isReadable,
  isOfType,
  isOwnIssue,
  isForHere,
  approvesThisPlan,
  mayApprove,
  isNoRequester,
];

/** What holds only at the moment of applying; before the opening the command is checked without it. */
export const issueTimeRules: readonly Rule<IssueEvidence>[] = [isInTime, isStillValid];

/**
 * The guard's first reading with an issue as gate (trust.md §4): whether a comment carries the plan. `before`: only
 * checked and answered, ahead of the opening; what depends on the moment is not asked then.
 */
export function judgeIssue(evidence: IssueEvidence, when: 'before' | 'now' = 'now'): Judgement {
  const rules = when === 'now' ? [...issueRules, ...issueTimeRules] : issueRules;
  const denial = firstDenial(rules, evidence);
  if (denial !== undefined) return { granted: false, denial };
  const { document, comment } = evidence;
  if ('unreadable' in document || comment === undefined) {
    return {
      granted: false,
      denial: denied('comment', 'approval', { rule: 'somebody approves', state: 'nobody has' }),
    };
  }
  return {
    granted: true,
    document,
    digest: approvalDigest(document),
    approver: comment.author,
    comment: comment.body,
    requesters: requestersOf(evidence),
  };
}
