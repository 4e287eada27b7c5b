import type { Digest } from '../json.ts';
import type { AcceptedApproval, ApprovalEnd, ApprovalTry } from '../state/documents.ts';
import { approvalDigest } from './digest.ts';
import type { PlanDocument } from './document.ts';

/** How many approvals, comments of one, and tries of one are remembered. */
const most = { approvals: 100, comments: 10, tries: 20 };
/** An approval that ended so long ago is refused for its age, ms: what is remembered of it may go. */
const keptMs = 30 * 86_400_000;
/** How often one comment's approval is tried at most, the first time among them. */
export const mostTries = 3;

type Approvals = readonly AcceptedApproval[];

/** What is remembered of an approval; undefined for one that nobody has accepted. */
export function acceptedOf(approvals: Approvals, digest: Digest): AcceptedApproval | undefined {
  return approvals.find((each) => each.digest === digest);
}

/** The approvals with one of them changed, or added at their end. */
function withOne(approvals: Approvals, changed: AcceptedApproval): Approvals {
  const isKnown = approvals.some(({ digest }) => digest === changed.digest);
  return isKnown
    ? approvals.map((each) => (each.digest === changed.digest ? changed : each))
    : [...approvals, changed].slice(-most.approvals);
}

/** An approval of a plan of which nothing is remembered yet. */
function unknownOf(document: PlanDocument): AcceptedApproval {
  const { issue = 0, opening, window, notAfter } = document;
  return {
    digest: approvalDigest(document),
    issue,
    ...(window === undefined ? {} : { window: { opening, opensAt: window.opensAt } }),
    notAfter,
    comments: [],
    tries: [],
  };
}

const going = ({ ended: _ended, ...rest }: AcceptedApproval): AcceptedApproval => rest;

/**
 * Remember that a comment was accepted, at `now` (epoch ms). A comment that is new goes on with an approval that had ended:
 * whoever wrote it wants it tried again. Approvals that ended long ago go.
 */
export function accept(approvals: Approvals, document: PlanDocument, comment: number, now: number): Approvals {
  const young = approvals.filter(({ notAfter }) => now - Date.parse(notAfter) < keptMs);
  const known = acceptedOf(young, approvalDigest(document)) ?? unknownOf(document);
  if (known.comments.includes(comment)) return young;
  return withOne(young, going({ ...known, comments: [...known.comments, comment].slice(-most.comments) }));
}

/** Whether the last try is over: its run has ended. */
export type IsOver = (last: ApprovalTry) => boolean;

/**
 * Let a run take the approval for itself: as the one that was started for it, or as a new try when the last one is over.
 * Unchanged while another run is at it. Whether it was taken is said by {@link isTakenBy}.
 */
export function take(
  approvals: Approvals,
  digest: Digest,
  own: ApprovalTry & { readonly run: number },
  isOver: IsOver,
): Approvals {
  const known = acceptedOf(approvals, digest);
  const last = known?.tries.at(-1);
  if (known === undefined || last?.run === own.run) return approvals;
  const isOwn = last !== undefined && last.run === undefined;
  if (last !== undefined && !isOwn && !isOver(last)) return approvals;
  const before = isOwn ? known.tries.slice(0, -1) : known.tries;
  return withOne(approvals, going({ ...known, tries: [...before, own].slice(-most.tries) }));
}

/** Whether a run is the one that is at an approval. */
export function isTakenBy(approvals: Approvals, digest: Digest, run: number): boolean {
  return acceptedOf(approvals, digest)?.tries.at(-1)?.run === run;
}

/**
 * Note a run that is about to be started, if nothing was started since `seen` tries were read: of two that start at once one
 * alone finds its own try. `document` is given where the comment has not been accepted yet.
 */
export function noteStart(
  approvals: Approvals,
  about: { readonly digest: Digest; readonly document?: PlanDocument },
  own: ApprovalTry,
  seen: number,
): Approvals {
  const { digest, document } = about;
  const known = acceptedOf(approvals, digest) ?? (document === undefined ? undefined : unknownOf(document));
  if (known === undefined || known.tries.length !== seen || seen >= most.tries) return approvals;
  return withOne(approvals, going({ ...known, tries: [...known.tries, own] }));
}

/** Whether a try is the last one of an approval, as it was noted. */
export function isLastTry(approvals: Approvals, digest: Digest, { comment, at }: ApprovalTry): boolean {
  const last = acceptedOf(approvals, digest)?.tries.at(-1);
  return last?.comment === comment && last.at === at && last.run === undefined;
}

/** Remember that a comment that had been accepted is refused now; without another one the approval has ended. */
export function refuseComment(approvals: Approvals, comment: number): Approvals {
  return approvals.map((each) => {
    const isTried = each.tries.at(-1)?.comment === comment;
    if (!each.comments.includes(comment) && !isTried) return each;
    const comments = each.comments.filter((id) => id !== comment);
    return { ...each, comments, ...(comments.length === 0 ? { ended: each.ended ?? 'refused' } : {}) };
  });
}

/** Remember how an approval ended. */
export function endApproval(approvals: Approvals, digest: Digest, how: ApprovalEnd): Approvals {
  const known = acceptedOf(approvals, digest);
  return known === undefined ? approvals : withOne(approvals, { ...known, ended: how });
}
