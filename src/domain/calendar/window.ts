/** An instant: milliseconds since 1970-01-01T00:00Z. The only form in which time crosses this module's boundary. */
export type EpochMs = number;

/** Days as the configuration writes them; Monday first (ISO 8601). */
export const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** A day of the week. */
export type DayName = (typeof dayNames)[number];

/** Which of a month's equal weekdays: the first to the fifth, or the last. */
export type Nth = 1 | 2 | 3 | 4 | 5 | 'last';

/** On which days something begins, read in its own zone. */
export type Recurrence =
  | { readonly every: 'day' }
  | { readonly every: 'week'; readonly days: readonly DayName[] }
  | { readonly every: 'month'; readonly days: readonly DayName[]; readonly nth: Nth }
  /** Dates as `YYYY-MM-DD`. */
  | { readonly every: 'date'; readonly dates: readonly string[] };

/** Something that happens again and again: it begins at a time of day and lasts a span of **elapsed** time. */
export interface RecurringSpan {
  readonly recurrence: Recurrence;
  /** `HH:MM` on the wall clock of the zone. A time that a change to summer time skips begins as much later; one that occurs twice, begins at the first. */
  readonly start: string;
  /** Elapsed ms, above 0: two hours stay two hours when the clocks change. */
  readonly durationMs: number;
  /** An IANA zone. */
  readonly zone: string;
}

/** A maintenance window. */
export interface MaintenanceWindow extends RecurringSpan {
  readonly name: string;
  /** A window absorbs overlapping ones of lower rank. */
  readonly rank: number;
  /** No start later than this long after the opening; absent: until its end. */
  readonly cutOffMs?: number;
}

/** Half-open: `from` belongs to it, `until` does not. */
export interface Span {
  readonly from: EpochMs;
  readonly until: EpochMs;
}

/** A time in which nothing is maintained, whatever the windows say. */
export interface Blackout {
  readonly spans: readonly (Span | RecurringSpan)[];
  /** Windows that it concerns; absent: all, and work outside windows too. */
  readonly windows?: readonly string[];
  readonly owner: string;
  readonly reason: string;
  /** From here on it has no effect, and is reported as left over. */
  readonly expires: EpochMs;
}

/** One occurrence of a window. */
export interface Opening {
  /** `<window>@<ISO start>`: the scheduled start, whatever blackouts cut away. */
  readonly id: string;
  readonly window: string;
  readonly rank: number;
  /** As scheduled, `[start, end)`; the end is never after the start of the window's next occurrence. */
  readonly start: EpochMs;
  readonly end: EpochMs;
  /** No start at or after this instant. */
  readonly lastStart: EpochMs;
  /** What blackouts leave of it, in order; never empty. */
  readonly spans: readonly Span[];
}

/** The windows of a platform and the times that are excepted from them. */
export interface Calendar {
  readonly windows: readonly MaintenanceWindow[];
  readonly blackouts: readonly Blackout[];
}
