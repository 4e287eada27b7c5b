import type { Review } from '../../forge/environments.ts';
import { isPerson } from '../../forge/people.ts';
import { approvalDigest, shownDigest } from '../digest.ts';
import { type EnvironmentEvidence, wasRead } from './evidence.ts';
import { type Denial, denied } from './judgement.ts';
import { partIn, requestersOf } from './requesters.ts';

/** The reviews of the job's environment, and of whatever had its name: what one of those says against the plan counts too. */
export function reviewsOf({ reviews, environment, identity }: EnvironmentEvidence): readonly Review[] {
  return reviews.filter((review) =>
    review.environments.some(({ id, name }) => id === environment?.id || name === identity.environment),
  );
}

/** Why a review cannot be the approval, as a sentence; undefined when nothing speaks against it. */
function notApproval({ by, environments }: Review, evidence: EnvironmentEvidence): string | undefined {
  const { listed, environment } = evidence;
  // a name can be given again, a number cannot: nobody knows who could review what had the name before
  if (!environments.some(({ id }) => id === environment?.id))
    return `${by.login} approved in an environment of this name that has been made anew since`;
  if (!isPerson(by)) return `${by.login} is no person (${by.type})`;
  const part = partIn(requestersOf(evidence), by);
  if (part !== undefined) return `${by.login} is ${part}`;
  if (!wasRead(listed) || !listed.some(({ id }) => id === by.id))
    return `${by.login} is no reviewer of this environment`;
  return undefined;
}

/** Whether a comment holds the digits, by themselves: not as a part of a longer row of hex digits. */
export function holdsDigits(comment: string, digits: string): boolean {
  return new RegExp(`(?<![0-9A-Za-z])${digits}(?![0-9A-Za-z])`).test(comment);
}

/** There is an approval, and no rejection. */
export function isApproved(evidence: EnvironmentEvidence): Denial | undefined {
  const { identity } = evidence;
  const found = reviewsOf(evidence);
  const against = found.find(({ state }) => state !== 'approved');
  if (found.length > 0 && against === undefined) return undefined;
  return denied('approved', `environment ${identity.environment}`, {
    rule: 'somebody approves, and nobody rejects',
    state: against === undefined ? 'nobody has reviewed' : `${against.state} by ${against.by.login}`,
  });
}

/** The approval that counts: of a reviewer who has asked for nothing. Every denial of the others is in the reason. */
function acceptable(evidence: EnvironmentEvidence): { readonly reviews: readonly Review[]; readonly why: string } {
  const found = reviewsOf(evidence);
  const reasons = found.map((review) => notApproval(review, evidence));
  const why = reasons.filter((reason) => reason !== undefined).join('; ');
  return { reviews: found.filter((_, index) => reasons[index] === undefined), why };
}

/** An approver is a listed person, directly or through a team, and none of those who asked. */
export function hasApprover(evidence: EnvironmentEvidence): Denial | undefined {
  const { reviews, why } = acceptable(evidence);
  if (reviews.length > 0) return undefined;
  return denied('approver', `environment ${evidence.identity.environment}`, {
    rule: 'a listed reviewer approves who has not asked for the change, compared by number',
    state: why,
    next: 'nothing was changed; plan again, and let another of the listed reviewers approve it',
  });
}

/** The approver's comment holds the 20 digits of this plan: what binds the click to what was read. */
export function holdsDigest(evidence: EnvironmentEvidence): Denial | undefined {
  const { document, digestInComment, identity } = evidence;
  if (!digestInComment || 'unreadable' in document) return undefined;
  const digits = shownDigest(approvalDigest(document));
  const { reviews } = acceptable(evidence);
  if (reviews.some(({ comment }) => holdsDigits(comment, digits))) return undefined;
  return denied('digest-in-comment', `environment ${identity.environment}`, {
    rule: 'the approver’s comment holds the 20 digits of the plan',
    state: `${digits} is not in the comment of ${reviews.map(({ by }) => by.login).join(', ')}`,
    next: 'nothing was changed; plan again, and put the digits that the new plan shows into the comment',
  });
}

/** The review by which a plan was let through. */
export function approvalOf(evidence: EnvironmentEvidence): Review | undefined {
  const { document, digestInComment } = evidence;
  const { reviews } = acceptable(evidence);
  if (!digestInComment || 'unreadable' in document) return reviews[0];
  const digits = shownDigest(approvalDigest(document));
  return reviews.find(({ comment }) => holdsDigits(comment, digits));
}
