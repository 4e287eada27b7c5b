import { describe, expect, test } from '@jest/globals';
import { blackoutsAt, leftOver } from '../../../src/domain/calendar/blackouts.ts';
import { explain } from '../../../src/domain/calendar/explanation.ts';
import type { Calendar } from '../../../src/domain/calendar/window.ts';
import { at, calendar, daily, freeze, guide, HOUR, quarterly, weekly } from './calendars.ts';

describe('explain', () => {
  const christmas = calendar([daily, weekly], freeze('2026-12-24T00:00Z', '2026-12-28T00:00Z'));
  const ofWeekly = calendar([daily, weekly], freeze('2026-12-24T00:00Z', '2026-12-28T00:00Z', { windows: ['weekly'] }));
  const cases: [string, Calendar, string, string][] = [
    [
      'nothing open',
      guide,
      '2026-11-24T08:00Z',
      'nothing is open at Tuesday 2026-11-24 08:00 UTC; next opening: daily, Wednesday 2026-11-25 02:00 UTC',
    ],
    [
      'open',
      guide,
      '2026-11-29T05:00:30Z',
      'open at Sunday 2026-11-29 05:00:30 UTC: weekly until Sunday 2026-11-29 06:00 UTC; next opening: daily, Monday 2026-11-30 02:00 UTC',
    ],
    [
      'blackout: by whom, why, until when',
      christmas,
      '2026-12-27T03:00Z',
      'nothing is open at Sunday 2026-12-27 03:00 UTC; blackout until Monday 2026-12-28 00:00 UTC, by @jv: Christmas freeze; next opening: daily, Monday 2026-12-28 02:00 UTC',
    ],
    [
      'blackout of one window',
      ofWeekly,
      '2026-12-27T03:00Z',
      'open at Sunday 2026-12-27 03:00 UTC: daily until Sunday 2026-12-27 04:00 UTC; blackout until Monday 2026-12-28 00:00 UTC, by @jv: Christmas freeze (weekly only); next opening: daily, Monday 2026-12-28 02:00 UTC',
    ],
    [
      'nothing ever',
      calendar([quarterly]),
      '2028-01-01T00:00Z',
      'nothing is open at Saturday 2028-01-01 00:00 UTC; no window opens in the next ten years',
    ],
  ];
  test.each(cases)('%s', (_, where, instant, expected) => {
    expect(explain(where, at(instant)).sentence).toBe(expected);
  });
});

describe('blackouts at an instant', () => {
  const all = freeze('2026-12-24T00:00Z', '2026-12-28T00:00Z');
  const some = freeze('2026-12-27T00:00Z', '2026-12-29T00:00Z', { windows: ['weekly'], owner: '@bi' });
  const where = calendar([daily, weekly], all, some);
  const cases: [string, string, string | undefined, string[]][] = [
    ['before', '2026-12-23T23:59:59.999Z', 'daily', []],
    ['at its beginning', '2026-12-24T00:00Z', 'daily', ['@jv']],
    ['at its end', '2026-12-28T00:00Z', 'daily', []],
    ['both', '2026-12-27T00:00Z', 'weekly', ['@jv', '@bi']],
    ['outside windows: only those of everything', '2026-12-27T00:00Z', undefined, ['@jv']],
    ['outside windows: one of a window forbids nothing', '2026-12-28T12:00Z', undefined, []],
  ];
  test.each(cases)('%s', (_, instant, window, owners) => {
    expect(blackoutsAt(where, at(instant), window).map((each) => each.blackout.owner)).toEqual(owners);
  });
});

test('left over: expired although it would still apply', () => {
  const recurring = {
    ...freeze('2026-01-01T00:00Z', '2026-06-01T00:00Z'),
    spans: [{ recurrence: { every: 'day' }, start: '08:00', durationMs: HOUR, zone: 'UTC' }],
  } as const;
  const over = freeze('2026-01-01T00:00Z', '2026-02-01T00:00Z');
  const cut = freeze('2026-01-01T00:00Z', '2027-02-01T00:00Z', { expires: at('2026-06-01T00:00Z') });
  const current = freeze('2026-01-01T00:00Z', '2027-02-01T00:00Z');
  expect(leftOver(calendar([], recurring, over, cut, current), at('2026-11-24T00:00Z'))).toEqual([recurring, cut]);
});
