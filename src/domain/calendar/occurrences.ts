import { type CalendarDate, dateAt, dateOf, dayOf, instantOf } from './instants.ts';
import type { EpochMs, Nth, Recurrence, RecurringSpan, Span } from './window.ts';

/** No zone's clock differs by more than this from its date's nominal place (a day skipped or doubled at the date line). */
const MARGIN_DAYS = 2;

function isNth(date: CalendarDate, nth: Nth): boolean {
  if (nth === 'last') return date.day + 7 > date.daysInMonth;
  return Math.ceil(date.day / 7) === nth;
}

function fallsOn(recurrence: Exclude<Recurrence, { every: 'date' }>, date: CalendarDate): boolean {
  if (recurrence.every === 'day') return true;
  if (!recurrence.days.includes(dayOf(date))) return false;
  return recurrence.every === 'week' || isNth(date, recurrence.nth);
}

function* datesFrom(recurrence: Recurrence, first: CalendarDate): Generator<CalendarDate, void> {
  if (recurrence.every === 'date') {
    const earliest = first.toString();
    for (const date of [...new Set(recurrence.dates)].sort()) if (date >= earliest) yield dateOf(date);
    return;
  }
  if (recurrence.every !== 'day' && recurrence.days.length === 0) return;
  for (let date = first; ; date = date.add({ days: 1 })) if (fallsOn(recurrence, date)) yield date;
}

/**
 * The occurrences of a span that begin at or after an instant, in order and without an end (dates run out). An occurrence
 * ends at the latest when the next one begins; one that would be empty (its day was skipped at the date line) is left out.
 */
export function* occurrencesFrom(span: RecurringSpan, from: EpochMs): Generator<Span, void> {
  const first = dateAt(from, span.zone).subtract({ days: MARGIN_DAYS });
  let previous: EpochMs | undefined;
  for (const date of datesFrom(span.recurrence, first)) {
    const start = instantOf(date, span.start, span.zone);
    if (previous !== undefined && previous >= from && start > previous) {
      yield { from: previous, until: Math.min(previous + span.durationMs, start) };
    }
    previous = start;
  }
  if (previous !== undefined && previous >= from) yield { from: previous, until: previous + span.durationMs };
}

/** The occurrences that share time with `[from, until)`. */
export function occurrencesWithin(span: RecurringSpan, { from, until }: Span): readonly Span[] {
  const found: Span[] = [];
  for (const occurrence of occurrencesFrom(span, from - span.durationMs)) {
    if (occurrence.from >= until) break;
    if (occurrence.until > from) found.push(occurrence);
  }
  return found;
}
