import { Temporal } from 'temporal-polyfill';
import { type DayName, dayNames, type EpochMs } from './window.ts';

/** A calendar date, without time or zone. */
export type CalendarDate = Temporal.PlainDate;

/** `2026-11-29T02:00:00Z`: an instant to the second, for ids and for people. */
export function isoOf(instant: EpochMs): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(instant / 1000) * 1000).toString();
}

/** The canonical spelling of an IANA zone (`europe/berlin` → `Europe/Berlin`); undefined when there is no such zone. Offsets are no zones. */
export function zoneNamed(name: string): string | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}

/** Whether the text is a date that exists, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** A date from `YYYY-MM-DD`. */
export function dateOf(text: string): CalendarDate {
  return Temporal.PlainDate.from(text);
}

/** Days from 1970-01-01 to a date, `YYYY-MM-DD`. */
export function dayNumber(text: string): number {
  return Temporal.PlainDate.from('1970-01-01').until(dateOf(text), { largestUnit: 'days' }).days;
}

/** The date that a zone's calendar shows at an instant. */
export function dateAt(instant: EpochMs, zone: string): CalendarDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(zone).toPlainDate();
}

/**
 * The instant of a wall-clock time. A time that the change to summer time skips is taken as much later as the gap is
 * long; of one that occurs twice, the first (the `compatible` rule of RFC 5545 and of Temporal).
 */
export function instantOf(date: CalendarDate, time: string, zone: string): EpochMs {
  return date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}

/** The first instant of a date in a zone, which is not midnight where the clocks change at midnight. */
export function startOfDay(date: CalendarDate, zone: string): EpochMs {
  return date.toZonedDateTime({ timeZone: zone }).startOfDay().epochMilliseconds;
}

/** The weekday of a date. */
export function dayOf(date: CalendarDate): DayName {
  return dayNames[date.dayOfWeek - 1] as DayName;
}

/**
 * The instant of `2026-12-24T18:00Z`, `2026-12-24T18:00+01:00` or, read in the zone, `2026-12-24T18:00`; undefined when
 * the text is none of these or names a time that does not exist.
 */
export function parseMoment(text: string, zone: string): EpochMs | undefined {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/.test(text)) return undefined;
  try {
    if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) return Temporal.Instant.from(text).epochMilliseconds;
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return undefined;
  }
}
