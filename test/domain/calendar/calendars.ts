import type { Blackout, Calendar, MaintenanceWindow } from '../../../src/domain/calendar/window.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Epoch ms of an ISO text. */
export const at = (text: string): number => Date.parse(text);
/** ISO text of epoch ms, to the minute. */
export const iso = (instant: number): string => new Date(instant).toISOString().replace(':00.000Z', 'Z');

const base = { start: '02:00', zone: 'UTC' } as const;

export const daily: MaintenanceWindow = {
  ...base,
  name: 'daily',
  rank: 0,
  recurrence: { every: 'day' },
  durationMs: 2 * HOUR,
};
export const weekly: MaintenanceWindow = {
  ...base,
  name: 'weekly',
  rank: 1,
  recurrence: { every: 'week', days: ['sunday'] },
  durationMs: 4 * HOUR,
};
export const monthly: MaintenanceWindow = {
  ...base,
  name: 'monthly',
  rank: 2,
  recurrence: { every: 'month', days: ['sunday'], nth: 1 },
  durationMs: 6 * HOUR,
};
export const quarterly: MaintenanceWindow = {
  ...base,
  name: 'quarterly',
  rank: 3,
  recurrence: { every: 'date', dates: ['2027-01-16', '2027-04-17'] },
  durationMs: 12 * HOUR,
};

/** The guide's four windows, with two quarterly dates. */
export const guide: Calendar = { windows: [daily, weekly, monthly, quarterly], blackouts: [] };

/** A calendar of some windows and blackouts. */
export const calendar = (windows: readonly MaintenanceWindow[], ...blackouts: Blackout[]): Calendar => ({
  windows,
  blackouts,
});

/** A blackout with a fixed span. */
export const freeze = (from: string, until: string, more: Partial<Blackout> = {}): Blackout => ({
  spans: [{ from: at(from), until: at(until) }],
  owner: '@jv',
  reason: 'Christmas freeze',
  expires: at(until),
  ...more,
});
