import { concerns, inForce } from './blackouts.ts';
import { isoOf } from './instants.ts';
import { occurrencesFrom } from './occurrences.ts';
import { contains, without } from './spans.ts';
import type { Blackout, Calendar, EpochMs, MaintenanceWindow, Opening, Span } from './window.ts';

/** A window that does not open for this long is taken never to open again, ms. */
const SILENCE_MS = 10 * 366 * 86_400_000;

/** `<window>@<ISO start>`. */
export function openingId(window: string, start: EpochMs): string {
  return `${window}@${isoOf(start)}`;
}

function openingOf(window: MaintenanceWindow, span: Span, blackouts: readonly Blackout[]): Opening | undefined {
  const cuts = blackouts.filter((each) => concerns(each, window.name)).flatMap((each) => inForce(each, span));
  const spans = without(span, cuts);
  if (spans.length === 0) return undefined;
  const { from: start, until: end } = span;
  const lastStart = window.cutOffMs === undefined ? end : Math.min(end, start + window.cutOffMs);
  return { id: openingId(window.name, start), window: window.name, rank: window.rank, start, end, lastStart, spans };
}

/** All openings of a window from those that start at `from` on, lazily. One that lies in a blackout altogether is none. */
function* openingsFrom(calendar: Calendar, window: MaintenanceWindow, from: EpochMs): Generator<Opening, void> {
  let latest = from;
  for (const span of occurrencesFrom(window, from)) {
    const opening = openingOf(window, span, calendar.blackouts);
    if (opening === undefined && span.from - latest > SILENCE_MS) return;
    if (opening === undefined) continue;
    latest = span.from;
    yield opening;
  }
}

const bySize = (a: Opening, b: Opening) => a.start - b.start || b.rank - a.rank;

/** The openings of all windows that start in `[from, until)`, in order, of those that start together the largest first. */
export function openings(calendar: Calendar, from: EpochMs, until: EpochMs): readonly Opening[] {
  const found: Opening[] = [];
  for (const window of calendar.windows) {
    for (const opening of openingsFrom(calendar, window, from)) {
      if (opening.start >= until) break;
      found.push(opening);
    }
  }
  return found.sort(bySize);
}

/** The openings that share scheduled time with `[from, until)`, whether a blackout cuts it away or not. */
export function openingsWithin(calendar: Calendar, from: EpochMs, until: EpochMs): readonly Opening[] {
  const longest = Math.max(0, ...calendar.windows.map((window) => window.durationMs));
  return openings(calendar, from - longest, until).filter((opening) => opening.end > from);
}

/** Whether an opening is open at an instant: within it and in no blackout. */
export function isOpen(opening: Opening, instant: EpochMs): boolean {
  return opening.spans.some((span) => contains(span, instant));
}

/** The openings that are open at an instant, the largest first. */
export function openAt(calendar: Calendar, instant: EpochMs): readonly Opening[] {
  const open = openingsWithin(calendar, instant, instant + 1).filter((opening) => isOpen(opening, instant));
  return open.toSorted((a, b) => b.rank - a.rank);
}

/** Whether something may still be started in an opening: open, and before its cut-off. */
export function mayStart(opening: Opening, instant: EpochMs): boolean {
  return isOpen(opening, instant) && instant < opening.lastStart;
}

/** How long an opening stays open from an instant on, ms: until its end or the next blackout; 0 when it is not open. */
export function timeLeft(opening: Opening, instant: EpochMs): number {
  const span = opening.spans.find((each) => contains(each, instant));
  return span === undefined ? 0 : span.until - instant;
}

/** When an opening that is not open now opens (or opens again after a blackout). */
export function opensAfter(opening: Opening, instant: EpochMs): EpochMs | undefined {
  return opening.spans.find((span) => span.from > instant)?.from;
}

/**
 * The next `count` openings that are not open yet, in the order in which they open: those that start after the instant,
 * and one that a blackout interrupts and that opens again. Fewer, when dates run out.
 */
export function nextOpenings(calendar: Calendar, after: EpochMs, count: number): readonly Opening[] {
  const found = openingsWithin(calendar, after, after + 1).filter(
    (opening) => !isOpen(opening, after) && opensAfter(opening, after) !== undefined,
  );
  for (const window of calendar.windows) {
    let taken = 0;
    if (count <= 0) break;
    for (const opening of openingsFrom(calendar, window, after + 1)) {
      found.push(opening);
      taken += 1;
      if (taken >= count) break;
    }
  }
  const when = (opening: Opening) => opensAfter(opening, after) ?? opening.start;
  return found.sort((a, b) => when(a) - when(b) || b.rank - a.rank).slice(0, Math.max(0, count));
}
