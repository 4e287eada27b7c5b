import { z } from 'zod';
import { isDate, zoneNamed } from '../calendar/instants.ts';
import { type DayName, dayNames, type Nth, type Recurrence } from '../calendar/window.ts';
import { text } from './values.ts';

const nthWords: Readonly<Record<string, Nth>> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, last: 'last' };

/** What an editor shows; a default is only shown: it depends on other keys. */
const shown = (description: string, shownDefault: unknown) =>
  shownDefault === undefined ? { description } : { description, default: shownDefault };

/** One value or a list of them. */
const oneOrMore = <T extends z.ZodType>(item: T, description: string, shownDefault?: string) =>
  z
    .union([item, z.array(item).min(1).max(31)])
    .meta(shown(description, shownDefault))
    .transform((value) => [value].flat() as z.output<T>[]);

/** An IANA time zone. */
export const zone = (description: string) =>
  text(
    description,
    {
      says: 'is not a time zone',
      allowed: 'an IANA name such as UTC or Europe/Berlin',
      words: () => Intl.supportedValuesOf('timeZone'),
    },
    (value) => zoneNamed(value) !== undefined,
  ).transform((value) => zoneNamed(value) ?? value);

/** A date, `2027-03-13`. */
export const date = (description: string) =>
  text(
    description,
    { says: 'is not a date', allowed: 'a day that exists, such as 2027-03-13' },
    isDate,
    '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
  );

/** `days`: one or several. */
export const days = (description: string, shownDefault?: string) =>
  oneOrMore(z.enum(dayNames, { error: 'is not a day' }), description, shownDefault);

/** `nth`: which of the month's days. */
export const nth = (description: string, shownDefault?: string) =>
  z
    .enum(Object.keys(nthWords), { error: 'is not first … fifth or last' })
    .meta(shown(description, shownDefault))
    .transform((word) => nthWords[word] as Nth);

/** `dates`: a list of them. */
export const dates = (description: string, shownDefault?: readonly string[]) =>
  z.array(date('A date.')).max(1000).meta(shown(description, shownDefault));

/** When something recurs: every day, on weekdays, on a month's nth weekdays, or on dates. */
export function recurrenceOf(fields: {
  readonly days?: readonly DayName[];
  readonly nth?: Nth;
  readonly dates?: readonly string[];
}): Recurrence {
  if (fields.dates !== undefined) return { every: 'date', dates: [...new Set(fields.dates)].sort() };
  if (fields.days === undefined) return { every: 'day' };
  const weekdays = dayNames.filter((day) => fields.days?.includes(day));
  if (fields.nth === undefined) return { every: 'week', days: weekdays };
  return { every: 'month', days: weekdays, nth: fields.nth };
}
