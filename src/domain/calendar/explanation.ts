import { Temporal } from 'temporal-polyfill';
import { type ActiveBlackout, blackoutsAt } from './blackouts.ts';
import { nextOpenings, openAt, opensAfter } from './openings.ts';
import { type Calendar, dayNames, type EpochMs, type Opening } from './window.ts';

/** Why something is open at an instant, or nothing. */
export interface Explanation {
  readonly open: readonly Opening[];
  /** Blackouts in force at that instant, of any window. */
  readonly blackouts: readonly ActiveBlackout[];
  readonly next: Opening | undefined;
  /** One or more sentences for people, without a line break. */
  readonly sentence: string;
}

/** `Sunday 2026-11-29 02:00 UTC`. */
export function utcOf(instant: EpochMs): string {
  const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO('UTC');
  const day = dayNames[at.dayOfWeek - 1] as string;
  const clock = at.toPlainTime().toString({ smallestUnit: at.second === 0 ? 'minute' : 'second' });
  return `${day.charAt(0).toUpperCase()}${day.slice(1)} ${at.toPlainDate().toString()} ${clock} UTC`;
}

/** `blackout until Monday 2026-12-28 00:00 UTC, by @jv: Christmas freeze (weekly, monthly)`. */
export function describeBlackout({ blackout, until }: ActiveBlackout): string {
  const scope = blackout.windows === undefined ? '' : ` (${blackout.windows.join(', ')} only)`;
  return `blackout until ${utcOf(until)}, by ${blackout.owner}: ${blackout.reason}${scope}`;
}

/** The next opening as part of a sentence. */
export function describeNext(next: Opening | undefined, instant: EpochMs): string {
  if (next === undefined) return 'no window opens in the next ten years';
  return `next opening: ${next.window}, ${utcOf(opensAfter(next, instant) ?? next.start)}`;
}

/** What is open at an instant; when nothing is: which blackout, by whom, why and until when, and what opens next. */
export function explain(calendar: Calendar, instant: EpochMs): Explanation {
  const open = openAt(calendar, instant);
  const names = [undefined, ...calendar.windows.map((window) => window.name)];
  const active = names.flatMap((name) => blackoutsAt(calendar, instant, name));
  const blackouts = active.filter((each, k) => active.findIndex((other) => other.blackout === each.blackout) === k);
  const next = nextOpenings(calendar, instant, 1)[0];
  const state =
    open.length === 0
      ? `nothing is open at ${utcOf(instant)}`
      : `open at ${utcOf(instant)}: ${open.map((opening) => `${opening.window} until ${utcOf(opening.end)}`).join(', ')}`;
  const parts = [state, ...blackouts.map(describeBlackout), describeNext(next, instant)];
  return { open, blackouts, next, sentence: parts.join('; ') };
}
