import { describe, expect, test } from '@jest/globals';
import { isOpen, mayStart, nextOpenings, openAt, openings, timeLeft } from '../../../src/domain/calendar/openings.ts';
import type { MaintenanceWindow, Opening } from '../../../src/domain/calendar/window.ts';
import { at, calendar, DAY, daily, freeze, guide, HOUR, iso, monthly, quarterly, weekly } from './calendars.ts';

const shape = (opening: Opening) => `${iso(opening.start)} ${(opening.end - opening.start) / HOUR}h`;
const of = (window: MaintenanceWindow, from: string, until: string) =>
  openings(calendar([window]), at(from), at(until)).map(shape);

describe('openings of one window', () => {
  const cases: [string, Partial<MaintenanceWindow>, string, string, string[]][] = [
    ['every day', {}, '2026-11-28T00:00Z', '2026-11-30T00:00Z', ['2026-11-28T02:00Z 2h', '2026-11-29T02:00Z 2h']],
    [
      'half-open: a start at the end of the range is not in it',
      {},
      '2026-11-28T02:00Z',
      '2026-11-29T02:00Z',
      ['2026-11-28T02:00Z 2h'],
    ],
    ['a start one millisecond before the range is not in it', {}, '2026-11-28T02:00:00.001Z', '2026-11-29T02:00Z', []],
    [
      'two weekdays',
      { recurrence: { every: 'week', days: ['sunday', 'wednesday'] } },
      '2026-11-24T00:00Z',
      '2026-12-02T00:00Z',
      ['2026-11-25T02:00Z 2h', '2026-11-29T02:00Z 2h'],
    ],
    [
      'first Sunday, also when the month begins on one',
      { recurrence: { every: 'month', days: ['sunday'], nth: 1 } },
      '2026-10-01T00:00Z',
      '2027-01-01T00:00Z',
      ['2026-10-04T02:00Z 2h', '2026-11-01T02:00Z 2h', '2026-12-06T02:00Z 2h'],
    ],
    [
      'fifth Sunday: only in months that have one',
      { recurrence: { every: 'month', days: ['sunday'], nth: 5 } },
      '2026-10-01T00:00Z',
      '2027-03-01T00:00Z',
      ['2026-11-29T02:00Z 2h', '2027-01-31T02:00Z 2h'],
    ],
    [
      'last Sunday of a month of 29 days and of one of 31',
      { recurrence: { every: 'month', days: ['sunday'], nth: 'last' } },
      '2028-02-01T00:00Z',
      '2028-04-01T00:00Z',
      ['2028-02-27T02:00Z 2h', '2028-03-26T02:00Z 2h'],
    ],
    [
      'last Tuesday of a leap February: the 29th',
      { recurrence: { every: 'month', days: ['tuesday'], nth: 'last' } },
      '2028-02-01T00:00Z',
      '2028-03-01T00:00Z',
      ['2028-02-29T02:00Z 2h'],
    ],
    [
      'dates, unordered and doubled',
      { recurrence: { every: 'date', dates: ['2027-04-17', '2027-01-16', '2027-01-16'] } },
      '2027-01-01T00:00Z',
      '2028-01-01T00:00Z',
      ['2027-01-16T02:00Z 2h', '2027-04-17T02:00Z 2h'],
    ],
    ['no dates: never', { recurrence: { every: 'date', dates: [] } }, '2027-01-01T00:00Z', '2028-01-01T00:00Z', []],
    [
      'across midnight: belongs to its start day (Saturday night)',
      { recurrence: { every: 'week', days: ['saturday'] }, start: '23:00', durationMs: 4 * HOUR },
      '2026-11-27T00:00Z',
      '2026-11-30T00:00Z',
      ['2026-11-28T23:00Z 4h'],
    ],
    [
      'the day is the day of the zone: Sunday 02:00 in Auckland is Saturday in UTC',
      { recurrence: { every: 'week', days: ['sunday'] }, zone: 'Pacific/Auckland' },
      '2026-11-28T00:00Z',
      '2026-11-30T00:00Z',
      ['2026-11-28T13:00Z 2h'],
    ],
    ['half-hour zone', { zone: 'Asia/Kathmandu' }, '2026-11-28T00:00Z', '2026-11-29T00:00Z', ['2026-11-28T20:15Z 2h']],
    [
      'clocks go forward in Berlin: 02:00 does not exist and begins at 03:00 summer time, two hours elapsed',
      { zone: 'Europe/Berlin' },
      '2027-03-27T00:00Z',
      '2027-03-30T00:00Z',
      ['2027-03-27T01:00Z 2h', '2027-03-28T01:00Z 2h', '2027-03-29T00:00Z 2h'],
    ],
    [
      'clocks go back in Berlin: 02:30 occurs twice and opens once, at the first',
      { zone: 'Europe/Berlin', start: '02:30' },
      '2026-10-24T12:00Z',
      '2026-10-26T12:00Z',
      ['2026-10-25T00:30Z 2h', '2026-10-26T01:30Z 2h'],
    ],
    [
      'half an hour forward on Lord Howe: 02:15 becomes 02:45',
      { zone: 'Australia/Lord_Howe', start: '02:15' },
      '2026-10-02T12:00Z',
      '2026-10-04T20:00Z',
      ['2026-10-02T15:45Z 2h', '2026-10-03T15:45Z 2h', '2026-10-04T15:15Z 2h'],
    ],
    [
      'half an hour back on Lord Howe: 01:45 occurs twice and opens once',
      { zone: 'Australia/Lord_Howe', start: '01:45' },
      '2027-04-02T12:00Z',
      '2027-04-04T20:00Z',
      ['2027-04-02T14:45Z 2h', '2027-04-03T14:45Z 2h', '2027-04-04T15:15Z 2h'],
    ],
    [
      'a whole day of elapsed time on the short day ends when the next begins',
      { zone: 'Europe/Berlin', durationMs: DAY },
      '2027-03-27T00:00Z',
      '2027-03-29T00:00Z',
      ['2027-03-27T01:00Z 24h', '2027-03-28T01:00Z 23h'],
    ],
    [
      'a day that a zone skipped (Samoa, 2011-12-30) has no opening, and the next has one',
      { zone: 'Pacific/Apia' },
      '2011-12-29T00:00Z',
      '2012-01-01T00:00Z',
      ['2011-12-29T12:00Z 2h', '2011-12-30T12:00Z 2h', '2011-12-31T12:00Z 2h'],
    ],
    [
      'midnight that does not exist (Cairo, last Friday of April): 01:00 summer time',
      { zone: 'Africa/Cairo', start: '00:00' },
      '2027-04-29T12:00Z',
      '2027-05-01T12:00Z',
      ['2027-04-29T22:00Z 2h', '2027-04-30T21:00Z 2h'],
    ],
  ];
  test.each(cases)('%s', (_, change, from, until, expected) => {
    expect(of({ ...daily, ...change }, from, until)).toEqual(expected);
  });

  test('a time that the clocks skip may begin on the next day, and is found from that day too (Scoresbysund, 23:00 → 00:00)', () => {
    const late = { ...daily, start: '23:30', zone: 'America/Scoresbysund' };
    expect(of(late, '2027-03-28T01:10Z', '2027-03-28T02:00Z')).toEqual(['2027-03-28T01:30Z 2h']);
  });

  test('an id names window and scheduled start', () => {
    expect(openings(calendar([weekly]), at('2026-11-29T00:00Z'), at('2026-11-30T00:00Z'))[0]?.id).toBe(
      'weekly@2026-11-29T02:00:00Z',
    );
  });
});

describe('open at', () => {
  const cases: [string, string[]][] = [
    ['2026-12-06T01:59:59.999Z', []],
    ['2026-12-06T02:00:00Z', ['monthly', 'weekly', 'daily']],
    ['2026-12-06T03:59:59.999Z', ['monthly', 'weekly', 'daily']],
    ['2026-12-06T04:00:00Z', ['monthly', 'weekly']],
    ['2026-12-06T06:00:00Z', ['monthly']],
    ['2026-12-06T08:00:00Z', []],
    ['2027-01-16T03:00:00Z', ['quarterly', 'daily']],
    ['2027-01-16T13:59:59Z', ['quarterly']],
  ];
  test.each(cases)('%s', (instant, expected) => {
    expect(openAt(guide, at(instant)).map((opening) => opening.window)).toEqual(expected);
  });

  test('a window across midnight is open on the next day, and counted once', () => {
    const night = { ...weekly, start: '23:00', recurrence: { every: 'week', days: ['saturday'] } } as const;
    const open = openAt(calendar([night]), at('2026-11-29T01:00Z'));
    expect(open.map((opening) => opening.id)).toEqual(['weekly@2026-11-28T23:00:00Z']);
    expect(openAt(calendar([night]), at('2026-11-28T01:00Z'))).toEqual([]);
  });
});

describe('cut-off and time left', () => {
  const cutOff = { ...weekly, cutOffMs: 3 * HOUR };
  const [opening] = openAt(calendar([cutOff]), at('2026-11-29T02:00Z')) as [Opening];
  const cases: [string, boolean, number][] = [
    ['2026-11-29T01:59Z', false, 0],
    ['2026-11-29T02:00Z', true, 4 * HOUR],
    ['2026-11-29T04:59:59Z', true, HOUR + 1000],
    ['2026-11-29T05:00Z', false, HOUR],
    ['2026-11-29T06:00Z', false, 0],
  ];
  test.each(cases)('%s', (instant, may, left) => {
    expect([mayStart(opening, at(instant)), timeLeft(opening, at(instant))]).toEqual([may, left]);
  });
});

describe('next openings', () => {
  test('in the order in which they open, the largest first', () => {
    const next = nextOpenings(guide, at('2026-12-05T02:00Z'), 5);
    expect(next.map((opening) => opening.id)).toEqual([
      'monthly@2026-12-06T02:00:00Z',
      'weekly@2026-12-06T02:00:00Z',
      'daily@2026-12-06T02:00:00Z',
      'daily@2026-12-07T02:00:00Z',
      'daily@2026-12-08T02:00:00Z',
    ]);
  });

  test('dates run out', () => {
    expect(nextOpenings(calendar([quarterly]), at('2027-01-16T02:00Z'), 10).map((each) => each.id)).toEqual([
      'quarterly@2027-04-17T02:00:00Z',
    ]);
    expect(nextOpenings(calendar([quarterly]), at('2027-04-17T02:00Z'), 10)).toEqual([]);
  });

  test('none asked for', () => {
    expect(nextOpenings(guide, at('2027-01-16T02:00Z'), 0)).toEqual([]);
  });

  test('a window that is always blacked out never opens, and the answer comes within bounds', () => {
    const always = freeze('2020-01-01T00:00Z', '2400-01-01T00:00Z');
    const began = performance.now();
    expect(nextOpenings(calendar([daily, monthly], always), at('2026-11-24T00:00Z'), 3)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('blackouts', () => {
  const one = (blackout: ReturnType<typeof freeze>) =>
    openings(calendar([weekly], blackout), at('2026-12-27T00:00Z'), at('2026-12-28T00:00Z'));
  const spans = (found: readonly Opening[]) =>
    found.flatMap((opening) => opening.spans.map((span) => `${iso(span.from)} ${iso(span.until)}`));
  const cases: [string, ReturnType<typeof freeze>, string[]][] = [
    ['covers it: no opening', freeze('2026-12-27T02:00Z', '2026-12-27T06:00Z'), []],
    ['ends when it begins', freeze('2026-12-26T00:00Z', '2026-12-27T02:00Z'), ['2026-12-27T02:00Z 2026-12-27T06:00Z']],
    ['begins when it ends', freeze('2026-12-27T06:00Z', '2026-12-28T02:00Z'), ['2026-12-27T02:00Z 2026-12-27T06:00Z']],
    ['covers its beginning', freeze('2026-12-26T00:00Z', '2026-12-27T03:00Z'), ['2026-12-27T03:00Z 2026-12-27T06:00Z']],
    ['covers its end', freeze('2026-12-27T05:00Z', '2026-12-28T03:00Z'), ['2026-12-27T02:00Z 2026-12-27T05:00Z']],
    [
      'in the middle: it opens again',
      freeze('2026-12-27T03:00Z', '2026-12-27T04:00Z'),
      ['2026-12-27T02:00Z 2026-12-27T03:00Z', '2026-12-27T04:00Z 2026-12-27T06:00Z'],
    ],
    [
      'of another window',
      freeze('2026-12-27T02:00Z', '2026-12-27T06:00Z', { windows: ['daily'] }),
      ['2026-12-27T02:00Z 2026-12-27T06:00Z'],
    ],
    [
      'expired before',
      freeze('2026-12-27T02:00Z', '2026-12-27T06:00Z', { expires: at('2026-12-01T00:00Z') }),
      ['2026-12-27T02:00Z 2026-12-27T06:00Z'],
    ],
    [
      'expires in the middle',
      freeze('2026-12-27T02:00Z', '2026-12-27T06:00Z', { expires: at('2026-12-27T05:00Z') }),
      ['2026-12-27T05:00Z 2026-12-27T06:00Z'],
    ],
    [
      'recurring (in its own zone) until it expires',
      {
        spans: [
          { recurrence: { every: 'week', days: ['sunday'] }, start: '04:00', durationMs: HOUR, zone: 'Europe/Berlin' },
        ],
        owner: '@jv',
        reason: 'closing of accounts',
        expires: at('2027-01-01T00:00Z'),
      },
      ['2026-12-27T02:00Z 2026-12-27T03:00Z', '2026-12-27T04:00Z 2026-12-27T06:00Z'],
    ],
  ];
  test.each(cases)('%s', (_, blackout, expected) => {
    expect(spans(one(blackout))).toEqual(expected);
  });

  test('the opening is closed within one, time is left until it begins, and the id stays', () => {
    const [opening] = one(freeze('2026-12-27T03:00Z', '2026-12-27T04:00Z')) as [Opening];
    expect(opening.id).toBe('weekly@2026-12-27T02:00:00Z');
    expect(timeLeft(opening, at('2026-12-27T02:15Z'))).toBe(45 * 60_000);
    expect(isOpen(opening, at('2026-12-27T03:00Z'))).toBe(false);
    expect(timeLeft(opening, at('2026-12-27T04:00Z'))).toBe(2 * HOUR);
  });

  test('one that is interrupted is the next to open', () => {
    const interrupted = calendar([weekly], freeze('2026-12-27T03:00Z', '2026-12-27T04:00Z'));
    expect(nextOpenings(interrupted, at('2026-12-27T03:30Z'), 2).map((each) => each.id)).toEqual([
      'weekly@2026-12-27T02:00:00Z',
      'weekly@2027-01-03T02:00:00Z',
    ]);
  });
});
