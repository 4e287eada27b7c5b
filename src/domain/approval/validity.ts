import { isoOf } from '../calendar/instants.ts';
import { openAt, openings } from '../calendar/openings.ts';
import type { Calendar, EpochMs, Opening } from '../calendar/window.ts';
import { longestWaitMs, type PlanDocument } from './document.ts';

/** When a plan is to be applied, and until when it may be. */
export type Validity = Pick<PlanDocument, 'opening' | 'window' | 'notAfter'>;

/**
 * A plan by hand is for the window that is open (until it closes), else for outside: `outsideMs` from now
 * (`approval.valid-for`). At most 72 h (trust.md §2).
 */
export function validityByHand(calendar: Calendar, now: EpochMs, runId: number, outsideMs: number): Validity {
  const [open] = openAt(calendar, now);
  if (open !== undefined) return validityIn(open, now);
  return { opening: `outside:${runId}`, notAfter: isoOf(now + Math.min(outsideMs, longestWaitMs)) };
}

/** A plan ahead is for the window's opening that is open now, or the next one if it begins within the lead time; else undefined. */
export function validityAhead(
  calendar: Calendar,
  windows: readonly string[],
  now: EpochMs,
  leadTimeMs: number,
): Validity | undefined {
  const soon = openings(calendar, now, now + leadTimeMs + 1);
  const next = [...openAt(calendar, now), ...soon].find(({ window }) => windows.includes(window));
  return next === undefined ? undefined : validityIn(next, now);
}

function validityIn({ id, window, start, end }: Opening, now: EpochMs): Validity {
  return {
    opening: id,
    window: { name: window, opensAt: isoOf(start), closesAt: isoOf(end) },
    notAfter: isoOf(Math.min(end, now + longestWaitMs)),
  };
}
