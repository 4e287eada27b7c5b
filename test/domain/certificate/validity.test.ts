import { describe, expect, test } from '@jest/globals';
import { type RenewalRule, renewalMargin, tooShortFor, validityAt } from '../../../src/domain/certificate/validity.ts';
import { factsOf } from './facts.ts';

const day = 86_400_000;
const hour = 3_600_000;
/** Tuesday, 24 November 2026, 02:00 UTC; the weekly window opens on Sundays at 02:00 for four hours. */
const now = Date.UTC(2026, 10, 24, 2);
const sunday = Date.UTC(2026, 10, 29, 2);
const weekly: RenewalRule = {
  days: 30,
  share: 0.33,
  openings: [
    { start: sunday, end: sunday + 4 * hour },
    { start: sunday + 7 * day, end: sunday + 7 * day + 4 * hour },
  ],
};

const living = (lifetimeDays: number, leftDays: number) =>
  factsOf({ notBefore: now + (leftDays - lifetimeDays) * day, notAfter: now + leftDays * day });

describe('where a certificate stands in its life', () => {
  test.each([
    ['a year, half of it left', 365, 180, 'good'],
    ['a year, 31 days left', 365, 31, 'good'],
    ['a year, 29 days left', 365, 29, 'due'],
    ['a year, 4 days left: nothing opens before', 365, 4, 'ends-before-renewal'],
    ['a year, 6 days left: one opening', 365, 6, 'due'],
    ['90 days, 29 left', 90, 29, 'due'],
    ['90 days, 31 left', 90, 31, 'good'],
    ['47 days, 29 left: 30 days would be wrong', 47, 29, 'good'],
    ['47 days, 15 left: a third', 47, 15, 'due'],
    ['47 days, 20 left', 47, 20, 'good'],
    ['25 days, 12 left: more than a third, but not two openings', 25, 12, 'due'],
    ['25 days, 13 left', 25, 13, 'good'],
    ['7 days, 6 left: never two openings', 7, 6, 'due'],
    ['a day, 20 hours left', 1, 20 / 24, 'ends-before-renewal'],
    ['ended', 365, -1, 'expired'],
    ['not begun', 365, 400, 'not-yet-valid'],
  ])('%s', (_, lifetime, left, state) => {
    expect(validityAt(living(lifetime, left), now, weekly).state).toBe(state);
  });

  test('both ends belong to it (RFC 5280 §4.1.2.5)', () => {
    const certificate = factsOf({ notBefore: now, notAfter: now });
    expect(validityAt(certificate, now, { ...weekly, openings: [] }).state).not.toBe('expired');
    expect(validityAt(certificate, now + 1, weekly).state).toBe('expired');
    expect(validityAt(certificate, now - 1, weekly).state).toBe('not-yet-valid');
  });

  test('without openings days and share alone decide', () => {
    const rule = { ...weekly, openings: [] };
    expect(validityAt(living(365, 4), now, rule).state).toBe('due');
    expect(validityAt(living(47, 16), now, rule).state).toBe('good');
  });

  test('the margin is the smaller of days and share', () => {
    expect(renewalMargin(living(365, 1), weekly)).toBe(30 * day);
    expect(renewalMargin(living(7, 1), weekly)).toBeCloseTo(0.33 * 7 * day);
  });
});

describe('a life too short for windows', () => {
  test.each([
    [7, 7 * day],
    [20, 7 * day],
    [21, undefined],
    [47, undefined],
  ])('%d days under weekly renewal: %s', (lifetime, interval) => {
    expect(tooShortFor(living(lifetime, 3), weekly)).toBe(interval);
  });

  test('without two openings nobody can tell', () => {
    expect(tooShortFor(living(7, 3), { ...weekly, openings: [] })).toBeUndefined();
  });
});
