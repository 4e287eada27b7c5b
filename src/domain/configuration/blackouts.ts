import { z } from 'zod';
import { dateOf, isDate, parseMoment, startOfDay } from '../calendar/instants.ts';
import type { Blackout, DayName, EpochMs, Nth, RecurringSpan, Span } from '../calendar/window.ts';
import { windowNames } from '../task/declaration.ts';
import { dates, days, nth, recurrenceOf, zone } from './recurrence.ts';
import { section } from './section.ts';
import { duration, sentence, text, timeOfDay } from './values.ts';

const moment = (description: string) =>
  text(
    description,
    {
      says: 'is neither a date nor a moment',
      allowed: 'a date such as 2026-12-24, or a moment such as 2026-12-24T18:00 (in the zone) or 2026-12-24T18:00Z',
    },
    (value) => isDate(value) || parseMoment(value, 'UTC') !== undefined,
  );

interface RawBlackout {
  readonly from?: string;
  readonly until?: string;
  readonly days?: readonly DayName[];
  readonly nth?: Nth;
  readonly dates?: readonly string[];
  readonly start?: string;
  readonly duration?: number;
  readonly zone: string;
  readonly windows?: readonly string[];
  readonly owner: string;
  readonly reason: string;
  readonly expires?: string;
}

/** A date counts from the beginning of its day, or, as an end, to the end of it. */
function momentOf(value: string, zoneName: string, asEnd: boolean): EpochMs {
  if (!isDate(value)) return parseMoment(value, zoneName) ?? 0;
  return startOfDay(dateOf(value).add({ days: asEnd ? 1 : 0 }), zoneName);
}

type Wrong = readonly [key: string, says: string, allowed: string];

const wholeDay = (value: string, zoneName: string): Span => ({
  from: momentOf(value, zoneName, false),
  until: momentOf(value, zoneName, true),
});

function fixedSpan(raw: RawBlackout, recurs: boolean): readonly Span[] | Wrong {
  if (recurs) return ['from', 'excludes a recurrence', 'either from and until, or days, dates, start, duration'];
  if (raw.from === undefined) return ['until', 'needs from', 'both from and until'];
  if (raw.until === undefined) return ['from', 'needs until', 'both from and until'];
  const span = { from: momentOf(raw.from, raw.zone, false), until: momentOf(raw.until, raw.zone, true) };
  return span.until > span.from ? [span] : ['until', 'is not after from', 'a later moment than from'];
}

function recurringSpans(raw: RawBlackout): readonly (Span | RecurringSpan)[] | Wrong {
  if (raw.dates !== undefined && (raw.days ?? raw.nth) !== undefined) {
    return ['dates', 'excludes days and nth', 'either dates, or days with or without nth'];
  }
  if (raw.nth !== undefined && raw.days === undefined) return ['nth', 'needs days', 'days: [sunday] beside it'];
  const { start, duration: durationMs, zone: zoneName } = raw;
  if (raw.dates !== undefined && (start ?? durationMs) === undefined) {
    return raw.dates.map((day) => wholeDay(day, zoneName));
  }
  if (start === undefined) return ['', 'has no start', 'start: 08:00 and duration: 10h beside the days'];
  if (durationMs === undefined) return ['start', 'needs duration', 'duration: 10h beside it'];
  return [{ recurrence: recurrenceOf(raw), start, durationMs, zone: zoneName }];
}

function spansOf(raw: RawBlackout): readonly (Span | RecurringSpan)[] | Wrong {
  const recurs = (raw.days ?? raw.nth ?? raw.dates ?? raw.start ?? raw.duration) !== undefined;
  if ((raw.from ?? raw.until) !== undefined) return fixedSpan(raw, recurs);
  if (recurs) return recurringSpans(raw);
  return ['', 'says nothing about when', 'from and until, or dates, or days with start and duration'];
}

function expiryOf(raw: RawBlackout, spans: readonly (Span | RecurringSpan)[]): EpochMs | Wrong {
  if (raw.expires !== undefined) return momentOf(raw.expires, raw.zone, true);
  const ends = spans.map((span) => ('until' in span ? span.until : Number.POSITIVE_INFINITY));
  const last = Math.max(...ends);
  return Number.isFinite(last)
    ? last
    : ['', 'recurs without an end', 'expires: a date on which its owner looks at it again'];
}

const isWrong = (value: unknown): value is Wrong => Array.isArray(value) && typeof value[0] === 'string';

/** Times in which nothing is maintained. */
export const blackouts = z
  .array(
    section('A time in which nothing is maintained, not even by hand.', {
      from: moment('When it begins: a date (its beginning) or a moment.').exactOptional(),
      until: moment('When it ends: a date (the end of that day) or a moment (not itself included).').exactOptional(),
      days: days('Days of the week on which it begins.').exactOptional(),
      nth: nth('Which of those days in the month: first … fifth, last.').exactOptional(),
      dates: dates('Dates on which it begins; whole days, unless start and duration are given.').exactOptional(),
      start: timeOfDay('When it begins, on the wall clock of the zone.').exactOptional(),
      duration: duration('How long it lasts, in elapsed time.', 366 * 86_400_000).exactOptional(),
      zone: zone('IANA time zone of dates and times.').prefault('UTC'),
      windows: z
        .array(z.enum(windowNames, { error: 'is not a window' }))
        .min(1)
        .describe('Windows that stay closed. Default: all, and nothing is started by hand either.')
        .exactOptional(),
      owner: sentence('Who asked for it and can lift it.'),
      reason: sentence('Why; it is shown to whoever wonders why nothing ran.'),
      expires: moment(
        'From the end of that day on it has no effect. Default: its own end; one that recurs must name it.',
      ).exactOptional(),
    }).transform((raw, context): Blackout => {
      const spans = spansOf(raw);
      const expires = isWrong(spans) ? 0 : expiryOf(raw, spans);
      const { owner, reason, windows } = raw;
      for (const wrong of [spans, expires].filter(isWrong)) {
        const [key, says, allowed] = wrong;
        const params = { says, allowed, noValue: key === '' };
        context.addIssue({ code: 'custom', path: key === '' ? [] : [key], message: says, params });
      }
      const blackout = { spans: isWrong(spans) ? [] : spans, owner, reason, expires: isWrong(expires) ? 0 : expires };
      return windows === undefined ? blackout : { ...blackout, windows };
    }),
  )
  .max(200)
  .describe('Times in which nothing is maintained: freezes, events, holidays.')
  .default([]);
