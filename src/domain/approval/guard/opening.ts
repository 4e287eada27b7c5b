import { blackoutsAt } from '../../calendar/blackouts.ts';
import { isoOf } from '../../calendar/instants.ts';
import { isOpen, nextOpenings, openingsWithin } from '../../calendar/openings.ts';
import type { Opening } from '../../calendar/window.ts';
import { formatSpan } from '../../quantities.ts';
import { longestWaitMs, type PlanDocument } from '../document.ts';
import type { CommonEvidence } from './evidence.ts';
import { type Denial, denied } from './judgement.ts';
import { readable } from './plan.ts';

/** The opening that a plan names, as the calendar has it now. */
function openingIn({ calendar }: CommonEvidence, { opening, window }: PlanDocument): Opening | undefined {
  if (window === undefined) return undefined;
  const from = Date.parse(window.opensAt);
  return openingsWithin(calendar, from, from + 1).find(({ id }) => id === opening);
}

/** A window is open, or somebody gave a reason to work outside one; never in a blackout. */
export function isInTime(evidence: CommonEvidence): Denial | undefined {
  const document = readable(evidence);
  if (document === undefined) return undefined;
  return document.window === undefined ? isAllowedOutside(evidence, document) : isWithin(evidence, document);
}

function isWithin(evidence: CommonEvidence, document: PlanDocument): Denial | undefined {
  const { now, calendar } = evidence;
  const opening = openingIn(evidence, document);
  if (opening !== undefined && isOpen(opening, now)) return undefined;
  const [blackout] = blackoutsAt(calendar, now, document.window?.name);
  const [next] = nextOpenings(calendar, now, 1);
  const closed = opening === undefined ? 'the calendar has no such opening' : `it is ${isoOf(now)}, and it is closed`;
  return denied('opening', document.opening, {
    rule: 'a plan for a window is applied while that window is open',
    state: blackout === undefined ? closed : `blackout until ${isoOf(blackout.until)}: ${blackout.blackout.reason}`,
    next: next === undefined ? 'nothing was changed; plan again' : `nothing was changed; plan for ${next.id}`,
  });
}

function isAllowedOutside({ now, calendar, planRun }: CommonEvidence, document: PlanDocument): Denial | undefined {
  const [blackout] = blackoutsAt(calendar, now);
  if (blackout !== undefined) {
    return denied('opening', document.opening, {
      rule: 'nothing is changed in a blackout',
      state: `until ${isoOf(blackout.until)}, by ${blackout.blackout.owner}: ${blackout.blackout.reason}`,
      next: `nothing was changed; plan again after ${isoOf(blackout.until)}`,
    });
  }
  if (document.reason.trim() !== '' && document.opening === `outside:${planRun.id}`) return undefined;
  return denied('opening', document.opening, {
    rule: 'work outside every window has a written reason, and is of the run that gave it',
    state: document.reason.trim() === '' ? 'there is none' : `this is run ${planRun.id}`,
    next: 'nothing was changed; dispatch again with a reason',
  });
}

/** The plan is still valid, was never valid for longer than 72 h, and leaves time to undo it. */
export function isStillValid(evidence: CommonEvidence): Denial | undefined {
  const document = readable(evidence);
  if (document === undefined) return undefined;
  const notAfter = Date.parse(document.notAfter);
  const undoMs = document.plans.reduce((sum, plan) => sum + plan.undoMs, 0);
  const refuse = (state: string): Denial =>
    denied('not-after', document.opening, {
      rule: 'a plan is applied, with the time to undo it, before its validity ends',
      state,
    });
  if (notAfter - Date.parse(document.plannedAt) > longestWaitMs) {
    return refuse(`it claims to be valid for more than ${formatSpan(longestWaitMs)}`);
  }
  if (evidence.now >= notAfter) return refuse(`it ended at ${document.notAfter}, and it is ${isoOf(evidence.now)}`);
  if (evidence.now + undoMs > notAfter) {
    return refuse(`undoing it may take ${formatSpan(undoMs)}, and ${formatSpan(notAfter - evidence.now)} are left`);
  }
  return undefined;
}
