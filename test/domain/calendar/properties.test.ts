import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { absorbedBy, absorbs } from '../../../src/domain/calendar/nesting.ts';
import { isOpen, nextOpenings, openAt, openings, timeLeft } from '../../../src/domain/calendar/openings.ts';
import { contains, without } from '../../../src/domain/calendar/spans.ts';
import {
  type Blackout,
  dayNames,
  type MaintenanceWindow,
  type Nth,
  type Recurrence,
} from '../../../src/domain/calendar/window.ts';
import { holds } from '../../property.ts';
import { at, calendar, DAY } from './calendars.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Santiago',
  'Africa/Cairo',
  'Pacific/Apia',
];
const FROM = at('2026-01-01T00:00Z');
const UNTIL = at('2029-01-01T00:00Z');
/** Minutes around which clocks change in some of the zones, and any other. */
const instant = fc.oneof(
  fc.integer({ min: FROM / 60_000, max: UNTIL / 60_000 }).map((minutes) => minutes * 60_000),
  fc
    .tuple(
      fc.constantFrom(
        '2026-10-25T01:00Z',
        '2027-03-28T01:00Z',
        '2026-10-03T15:30Z',
        '2027-04-03T15:00Z',
        '2026-11-01T06:00Z',
        '2027-04-29T22:00Z',
      ),
      fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 }),
    )
    .map(([text, minutes]) => at(text) + minutes * 60_000),
);

const days = fc.uniqueArray(fc.constantFrom(...dayNames), { minLength: 1, maxLength: 7 });
const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.constant({ every: 'day' } as const),
  days.map((each) => ({ every: 'week', days: each }) as const),
  fc
    .tuple(days, fc.constantFrom<Nth>(1, 2, 3, 4, 5, 'last'))
    .map(([each, nth]) => ({ every: 'month', days: each, nth }) as const),
  fc
    .uniqueArray(fc.integer({ min: FROM / DAY, max: UNTIL / DAY }), { maxLength: 20 })
    .map(
      (each) => ({ every: 'date', dates: each.map((day) => new Date(day * DAY).toISOString().slice(0, 10)) }) as const,
    ),
);
const start = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const window = (name: string, rank: number): fc.Arbitrary<MaintenanceWindow> =>
  fc.record({
    name: fc.constant(name),
    rank: fc.constant(rank),
    recurrence,
    start,
    durationMs: fc.integer({ min: 1, max: 60 * 48 }).map((minutes) => minutes * 60_000),
    zone: fc.constantFrom(...zones),
  });
const blackout: fc.Arbitrary<Blackout> = fc
  .tuple(instant, fc.integer({ min: 1, max: 60 * 72 }))
  .map(([from, minutes]) => ({
    spans: [{ from, until: from + minutes * 60_000 }],
    owner: '@jv',
    reason: 'test',
    expires: from + minutes * 60_000,
  }));
const blackouts = fc.array(blackout, { maxLength: 4 });

const check = <T extends [unknown, ...unknown[]]>(property: fc.IPropertyWithHooks<T>, numRuns = 40) =>
  holds(property, { numRuns });

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show: date and time, by the runtime's own tables. */
function wallClock(when: number, zone: string): [date: string, time: string] {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(zone, format);
  return format.format(when).split(' ') as [string, string];
}

/** Every instant at which the clocks of a zone show a date and time: none in a gap, two in an overlap. */
function instantsShowing(date: string, time: string, zone: string): number[] {
  const quarters = Array.from({ length: 4 * 27 + 1 }, (_, k) => (k - 4 * 14) * 15 * 60_000);
  const nominal = at(`${date}T${time}Z`);
  return quarters
    .map((shift) => nominal + shift)
    .filter((when) => wallClock(when, zone).join(' ') === `${date} ${time}`);
}

describe('properties of the calendar', () => {
  test('openings of one window are in order, never overlap and are never empty or longer than the duration', () => {
    check(
      fc.property(window('w', 0), blackouts, instant, (each, cuts, from) => {
        const found = openings(calendar([each], ...cuts), from, from + 60 * DAY);
        found.forEach((opening, k) => {
          expect(opening.end).toBeGreaterThan(opening.start);
          expect(opening.end - opening.start).toBeLessThanOrEqual(each.durationMs);
          const next = found[k + 1];
          if (next !== undefined) expect(next.start).toBeGreaterThanOrEqual(opening.end);
        });
        expect(new Set(found.map((opening) => opening.id)).size).toBe(found.length);
      }),
    );
  });

  test('half-open: open at its first millisecond and its last, not before and not at its end', () => {
    check(
      fc.property(window('w', 0), instant, (each, from) => {
        const where = calendar([each]);
        const open = (when: number, id: string) => openAt(where, when).some((opening) => opening.id === id);
        for (const { id, start: begin, end } of openings(where, from, from + 20 * DAY)) {
          expect([open(begin - 1, id), open(begin, id), open(end - 1, id), open(end, id)]).toEqual([
            false,
            true,
            true,
            false,
          ]);
        }
      }),
    );
  });

  test('the next n are what openings() lists', () => {
    check(
      fc.property(window('a', 0), window('b', 1), instant, fc.integer({ min: 1, max: 12 }), (a, b, after, count) => {
        const where = calendar([a, b]);
        const next = nextOpenings(where, after, count);
        const last = next.at(-1)?.start ?? UNTIL;
        const listed = openings(where, after + 1, next.length < count ? UNTIL + 30 * DAY : last + 1);
        expect(next.map((opening) => opening.id)).toEqual(listed.slice(0, count).map((opening) => opening.id));
      }),
    );
  });

  test('openings of a range are those of its parts', () => {
    check(
      fc.property(
        window('a', 0),
        blackouts,
        instant,
        fc.integer({ min: 0, max: 40 * 24 * 60 }),
        (each, cuts, from, minutes) => {
          const where = calendar([each], ...cuts);
          const middle = from + minutes * 60_000;
          const until = from + 40 * DAY;
          expect([...openings(where, from, middle), ...openings(where, middle, until)]).toEqual(
            openings(where, from, until),
          );
        },
      ),
    );
  });

  test('it begins when the wall clock of its zone first shows its time; where none shows it, as much later as it jumps', () => {
    check(
      fc.property(window('a', 0), instant, (each, from) => {
        for (const opening of openings(calendar([each]), from, from + 8 * DAY)) {
          const [date, shown] = wallClock(opening.start, each.zone);
          const candidates = instantsShowing(date, each.start, each.zone);
          if (candidates.length > 0) expect(opening.start).toBe(candidates[0]);
          else expect([30, 60]).toContain(minutesOf(shown) - minutesOf(each.start));
        }
      }),
      20,
    );
  });

  test('nothing is open in a blackout, and time left ends where it begins', () => {
    check(
      fc.property(window('a', 0), blackouts, instant, (each, cuts, when) => {
        const where = calendar([each], ...cuts);
        const black = cuts.some((cut) => cut.spans.some((span) => 'until' in span && contains(span, when)));
        const open = openAt(where, when);
        if (black) expect(open).toEqual([]);
        for (const opening of open) {
          const left = timeLeft(opening, when);
          expect(left).toBeGreaterThan(0);
          expect(isOpen(opening, when + left - 1)).toBe(true);
          expect(isOpen(opening, when + left)).toBe(false);
        }
      }),
    );
  });

  test('whoever is absorbed is listed by exactly its absorber', () => {
    check(
      fc.property(window('a', 0), window('b', 1), window('c', 2), instant, (a, b, c, from) => {
        const where = calendar([a, b, c]);
        for (const opening of openings(where, from, from + 10 * DAY)) {
          const by = absorbedBy(opening, where);
          if (by === undefined) continue;
          expect(by.rank).toBeGreaterThan(opening.rank);
          expect(absorbs(by, where).map((each) => each.id)).toContain(opening.id);
        }
      }),
    );
  });

  test('what is cut away and what is left make up the span', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 30 }))
      .map(([from, length]) => ({ from, until: from + length }));
    check(
      fc.property(span, fc.array(span, { maxLength: 6 }), fc.integer({ min: 0, max: 130 }), (whole, cuts, when) => {
        const left = without(whole, cuts).some((piece) => contains(piece, when));
        expect(left).toBe(contains(whole, when) && !cuts.some((cut) => contains(cut, when)));
      }),
    );
  });
});
