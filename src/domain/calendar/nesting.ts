import { openingsWithin } from './openings.ts';
import { overlap } from './spans.ts';
import type { Calendar, Opening } from './window.ts';

function shareTime(a: Opening, b: Opening): boolean {
  return a.spans.some((one) => b.spans.some((other) => overlap(one, other)));
}

/**
 * The largest opening that absorbs this one: of higher rank, and open at a time at which this one is open. A quarterly
 * window absorbs what it overlaps, a monthly the weekly and daily, a weekly the daily. Touching is no overlap.
 */
export function absorbedBy(opening: Opening, calendar: Calendar): Opening | undefined {
  return openingsWithin(calendar, opening.start, opening.end)
    .filter((other) => other.rank > opening.rank && shareTime(opening, other))
    .toSorted((a, b) => b.rank - a.rank || a.start - b.start)[0];
}

/** The smaller openings whose work a run in this opening takes over, the largest first. */
export function absorbs(opening: Opening, calendar: Calendar): readonly Opening[] {
  return openingsWithin(calendar, opening.start, opening.end)
    .filter((other) => other.rank < opening.rank && absorbedBy(other, calendar)?.id === opening.id)
    .toSorted((a, b) => b.rank - a.rank || a.start - b.start);
}
