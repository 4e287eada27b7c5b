import { occurrencesWithin } from './occurrences.ts';
import { contains, merged } from './spans.ts';
import type { Blackout, Calendar, EpochMs, RecurringSpan, Span } from './window.ts';

/** A blackout that is in force, and the end of the stretch in which it is. */
export interface ActiveBlackout {
  readonly blackout: Blackout;
  readonly until: EpochMs;
}

const isFixed = (span: Span | RecurringSpan): span is Span => 'until' in span;

/** Whether a blackout keeps a window closed; without a window: whether it forbids work outside windows as well. */
export function concerns(blackout: Blackout, window: string | undefined): boolean {
  if (blackout.windows === undefined) return true;
  return window !== undefined && blackout.windows.includes(window);
}

/** When a blackout is in force within a stretch of time: never from its expiry on. */
export function inForce(blackout: Blackout, within: Span): readonly Span[] {
  const all = blackout.spans.flatMap((span) => (isFixed(span) ? [span] : occurrencesWithin(span, within)));
  const clipped = all.map(({ from, until }) => ({ from, until: Math.min(until, blackout.expires) }));
  return merged(
    clipped.filter((span) => span.from < span.until && span.from < within.until && span.until > within.from),
  );
}

/** The blackouts that are in force at an instant, for a window or (without one) for work outside windows. */
export function blackoutsAt(calendar: Calendar, instant: EpochMs, window?: string): readonly ActiveBlackout[] {
  const active: ActiveBlackout[] = [];
  for (const blackout of calendar.blackouts) {
    if (!concerns(blackout, window)) continue;
    const span = inForce(blackout, { from: instant, until: instant + 1 }).find((each) => contains(each, instant));
    if (span !== undefined) active.push({ blackout, until: span.until });
  }
  return active;
}

/**
 * When the next blackout begins within a stretch of time, else its end; `from` while one is in force. For a window or
 * (without one) for work outside windows.
 */
export function untilBlackout(calendar: Calendar, within: Span, window?: string): EpochMs {
  const spans = calendar.blackouts
    .filter((blackout) => concerns(blackout, window))
    .flatMap((blackout) => inForce(blackout, within));
  return Math.min(within.until, ...spans.map(({ from }) => Math.max(from, within.from)));
}

/** Blackouts that have expired although they would still apply: somebody should renew or remove them. */
export function leftOver(calendar: Calendar, instant: EpochMs): readonly Blackout[] {
  return calendar.blackouts.filter(
    (blackout) =>
      blackout.expires <= instant &&
      blackout.spans.some((span) => !isFixed(span) || span.until > Math.max(blackout.expires, instant)),
  );
}
