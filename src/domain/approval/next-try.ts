import { blackoutsAt } from '../calendar/blackouts.ts';
import { isOpen, openingsWithin } from '../calendar/openings.ts';
import type { Calendar, EpochMs } from '../calendar/window.ts';
import type { AcceptedApproval, ApprovalEnd } from '../state/documents.ts';
import { mostTries } from './accepted.ts';

/** What is known of an approval that has not ended, besides what is remembered. */
export interface ApprovalNow {
  readonly now: EpochMs;
  readonly calendar: Calendar;
  /** It has been used: its object is there. */
  readonly isUsed: boolean;
  readonly isIssueOpen: boolean;
  /**
   * What the last try is at. `none`: there was no try; `at-work`: its run has not ended, or may not have begun yet; `cancelled`:
   * somebody stopped it; `over`: it ended in any other way, or there is no such run.
   */
  readonly last: 'none' | 'at-work' | 'cancelled' | 'over';
}

/** What comes next for an approval: its comment is tried (again), it has ended, or it is left alone. */
export type NextTry =
  | { readonly kind: 'start'; readonly comment: number; readonly number: number }
  | { readonly kind: 'end'; readonly how: ApprovalEnd }
  | { readonly kind: 'wait' };

/**
 * What comes next for an approval that was accepted and has not ended. It is tried (again) while it is unused, its plan
 * valid and its window open, each comment at most {@link mostTries} times, and never beside a run that is at it.
 */
export function nextTry(approval: AcceptedApproval, known: ApprovalNow): NextTry {
  const { now, last } = known;
  if (last === 'at-work') return { kind: 'wait' };
  const how = endOf(approval, known);
  if (how !== undefined) return { kind: 'end', how };
  const comment = commentOf(approval);
  if (comment === undefined) return { kind: 'end', how: 'refused' };
  const number = triesOf(approval, comment) + 1;
  return isInTime(approval, known.calendar, now) ? { kind: 'start', comment, number } : { kind: 'wait' };
}

function endOf(approval: AcceptedApproval, { now, isUsed, isIssueOpen, last }: ApprovalNow): ApprovalEnd | undefined {
  if (isUsed) return 'used';
  if (last === 'cancelled' || !isIssueOpen) return 'stopped';
  if (now >= Date.parse(approval.notAfter)) return 'expired';
  const comment = commentOf(approval);
  return comment !== undefined && triesOf(approval, comment) >= mostTries ? 'given-up' : undefined;
}

/** The one that is tried: accepted first, or, where none has been yet, the one that was started to be looked at. */
const commentOf = ({ comments, tries }: AcceptedApproval): number | undefined => comments[0] ?? tries.at(-1)?.comment;

const triesOf = ({ tries }: AcceptedApproval, comment: number): number =>
  tries.filter((each) => each.comment === comment).length;

/** Its window is open, as the calendar has it now; outside every window: there is no blackout. */
function isInTime({ window }: AcceptedApproval, calendar: Calendar, now: EpochMs): boolean {
  if (window === undefined) return blackoutsAt(calendar, now).length === 0;
  const from = Date.parse(window.opensAt);
  const opening = openingsWithin(calendar, from, from + 1).find(({ id }) => id === window.opening);
  return opening !== undefined && isOpen(opening, now);
}
