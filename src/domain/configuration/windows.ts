import { z } from 'zod';
import { dayNumber } from '../calendar/instants.ts';
import {
  type Blackout,
  type Calendar,
  type DayName,
  dayNames,
  type MaintenanceWindow,
  type Nth,
  type Recurrence,
} from '../calendar/window.ts';
import { type WindowName, windowNames } from '../task/declaration.ts';
import { formatDuration } from './duration.ts';
import { dates, days, nth, recurrenceOf, zone } from './recurrence.ts';
import { section } from './section.ts';
import { duration, timeOfDay } from './values.ts';

/** How much users may notice, in the guide's words. */
export const impacts = ['minimal', 'low', 'moderate', 'significant'] as const;

/** A window as the configuration describes it. */
export interface ConfiguredWindow extends MaintenanceWindow {
  readonly name: WindowName;
  readonly impact: (typeof impacts)[number];
  /** false: it never opens by itself. */
  readonly enabled: boolean;
}

interface WindowDefaults {
  readonly days?: DayName;
  readonly nth?: string;
  readonly dates?: readonly string[];
  readonly duration: string;
  readonly impact: (typeof impacts)[number];
  readonly summary: string;
}

const DAY_MS = 86_400_000;

/** The shortest time between two beginnings, ms, as the calendar counts days; infinite for a single date. */
function shortestInterval(recurrence: Recurrence): number {
  if (recurrence.every === 'day') return DAY_MS;
  if (recurrence.every === 'date') return shortestGap(recurrence.dates.map(dayNumber));
  const ordinals = recurrence.days.map((day) => dayNames.indexOf(day));
  return shortestGap([...ordinals, (ordinals[0] ?? 0) + 7]);
}

function shortestGap(ascending: readonly number[]): number {
  const gaps = ascending.slice(1).map((day, k) => day - (ascending[k] ?? day));
  return Math.min(...gaps) * DAY_MS;
}

interface RawWindow {
  readonly enabled: boolean;
  readonly days?: DayName[];
  readonly nth?: Nth;
  readonly dates?: string[];
  readonly start: string;
  readonly duration: number;
  readonly cutOff?: number;
  readonly zone: string;
  readonly impact: (typeof impacts)[number];
}

function withDefaultDays(raw: RawWindow, defaults: WindowDefaults, defaultNth: Nth | undefined): Recurrence {
  if (raw.dates !== undefined) return recurrenceOf({ dates: raw.dates });
  if (raw.days === undefined && raw.nth === undefined && defaults.dates !== undefined) {
    return recurrenceOf({ dates: defaults.dates });
  }
  const weekdays = raw.days ?? (defaults.days === undefined ? undefined : [defaults.days]);
  const which = raw.nth ?? defaultNth;
  return recurrenceOf({
    ...(weekdays === undefined ? {} : { days: weekdays }),
    ...(which === undefined ? {} : { nth: which }),
  });
}

function complaint(raw: RawWindow, recurrence: Recurrence, takesDays: boolean): [string, string, string] | undefined {
  if (raw.dates !== undefined && (raw.days !== undefined || raw.nth !== undefined)) {
    return ['dates', 'excludes days and nth', 'either dates, or days with or without nth'];
  }
  if (raw.nth !== undefined && raw.days === undefined && !takesDays)
    return ['nth', 'needs days', 'days: [sunday] beside it'];
  const interval = shortestInterval(recurrence);
  if (raw.duration > interval) {
    return [
      'duration',
      'lasts into the next opening',
      `at most ${formatDuration(interval)}, the time between two openings`,
    ];
  }
  if (raw.cutOff !== undefined && raw.cutOff > raw.duration) {
    return ['cut-off', 'is after the end', `at most ${formatDuration(raw.duration)}, the duration`];
  }
  return undefined;
}

function windowSection(name: WindowName, defaults: WindowDefaults) {
  return section(`The ${name} window. ${defaults.summary}`, {
    enabled: z.boolean().describe('false: it never opens by itself.').default(true),
    days: days('Days of the week on which it opens, one or several.', defaults.days).exactOptional(),
    nth: nth('Which of those days in the month: first … fifth, last.', defaults.nth).exactOptional(),
    dates: dates('Dates on which it opens, instead of days.', defaults.dates).exactOptional(),
    start: timeOfDay('When it opens, on the wall clock of the zone.').default('02:00'),
    duration: duration('How long it is open, in elapsed time.', 14 * DAY_MS).prefault(defaults.duration),
    'cut-off': duration(
      'Nothing starts later than this after the opening. Default: its end.',
      14 * DAY_MS,
    ).exactOptional(),
    zone: zone('IANA time zone of days, dates and start.').prefault('UTC'),
    impact: z
      .enum(impacts, { error: 'is not an impact' })
      .describe('How much users may notice.')
      .default(defaults.impact),
  }).transform((raw, context): ConfiguredWindow => {
    const recurrence = withDefaultDays(raw, defaults, defaults.nth === 'first' ? 1 : undefined);
    const wrong = complaint(raw, recurrence, defaults.days !== undefined);
    if (wrong !== undefined) {
      const [key, says, allowed] = wrong;
      context.addIssue({ code: 'custom', path: [key], message: says, params: { says, allowed } });
    }
    const rank = windowNames.indexOf(name);
    const { enabled, start, duration: durationMs, zone: timeZone, impact, cutOff } = raw;
    const window = { name, rank, recurrence, start, durationMs, zone: timeZone, impact, enabled };
    return cutOff === undefined ? window : { ...window, cutOffMs: cutOff };
  });
}

/** The four windows; every default is the guide's (§1.1). */
export const windows = section('When maintenance runs by itself.', {
  daily: windowSection('daily', { duration: '2h', impact: 'minimal', summary: 'Default: 02:00–04:00 UTC.' }).prefault(
    {},
  ),
  weekly: windowSection('weekly', {
    days: 'sunday',
    duration: '4h',
    impact: 'low',
    summary: 'Default: Sunday 02:00–06:00 UTC.',
  }).prefault({}),
  monthly: windowSection('monthly', {
    days: 'sunday',
    nth: 'first',
    duration: '6h',
    impact: 'moderate',
    summary: 'Default: first Sunday of the month, 02:00–08:00 UTC.',
  }).prefault({}),
  quarterly: windowSection('quarterly', {
    dates: [],
    duration: '12h',
    impact: 'significant',
    summary: 'Twelve hours on configured dates; without dates it never opens.',
  }).prefault({}),
});

/** The calendar of a configuration: its enabled windows and its blackouts. */
export function calendarOf(configuration: {
  readonly windows: Readonly<Record<WindowName, ConfiguredWindow>>;
  readonly blackouts: readonly Blackout[];
}): Calendar {
  const enabled = windowNames.map((name) => configuration.windows[name]).filter((window) => window.enabled);
  return { windows: enabled, blackouts: configuration.blackouts };
}
