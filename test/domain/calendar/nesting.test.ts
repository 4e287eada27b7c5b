import { describe, expect, test } from '@jest/globals';
import { absorbedBy, absorbs } from '../../../src/domain/calendar/nesting.ts';
import { openings } from '../../../src/domain/calendar/openings.ts';
import type { Calendar, Opening } from '../../../src/domain/calendar/window.ts';
import { at, calendar, DAY, daily, freeze, guide, HOUR, monthly, quarterly, weekly } from './calendars.ts';

const find = (where: Calendar, id: string): Opening => {
  const start = at(id.slice(id.indexOf('@') + 1));
  const found = openings(where, start, start + 1).find((opening) => opening.id === id);
  if (found === undefined) throw new Error(`no opening ${id}`);
  return found;
};

describe('absorbed by', () => {
  const late = calendar([daily, { ...weekly, start: '03:00' }]);
  const touching = calendar([daily, { ...weekly, start: '04:00' }]);
  const nightly = calendar([daily, { ...weekly, start: '22:00', durationMs: 5 * HOUR }]);
  const cut = calendar(
    [{ ...daily, start: '03:00' }, weekly],
    freeze('2026-12-13T03:00Z', '2026-12-13T07:00Z', { windows: ['weekly'] }),
  );
  const long = calendar([daily, weekly, { ...quarterly, durationMs: 2 * DAY }]);
  const frozen = calendar(
    [daily, weekly, monthly],
    freeze('2026-12-06T00:00Z', '2026-12-07T00:00Z', { windows: ['monthly'] }),
  );
  const cases: [string, Calendar, string, string | undefined][] = [
    ['a weekday', guide, 'daily@2026-12-07T02:00:00Z', undefined],
    ['a Sunday', guide, 'daily@2026-12-13T02:00:00Z', 'weekly@2026-12-13T02:00:00Z'],
    ['the first Sunday, by the largest', guide, 'daily@2026-12-06T02:00:00Z', 'monthly@2026-12-06T02:00:00Z'],
    ['the first Sunday, weekly', guide, 'weekly@2026-12-06T02:00:00Z', 'monthly@2026-12-06T02:00:00Z'],
    ['the largest itself', guide, 'monthly@2026-12-06T02:00:00Z', undefined],
    ['a quarterly Saturday', guide, 'daily@2027-01-16T02:00:00Z', 'quarterly@2027-01-16T02:00:00Z'],
    ['one that began before', late, 'daily@2026-12-13T02:00:00Z', 'weekly@2026-12-13T03:00:00Z'],
    ['touching is no overlap', touching, 'daily@2026-12-13T02:00:00Z', undefined],
    ['nor is touching what a blackout leaves', cut, 'daily@2026-12-13T03:00:00Z', undefined],
    ['across midnight', nightly, 'daily@2026-12-14T02:00:00Z', 'weekly@2026-12-13T22:00:00Z'],
    ['the second day of a long one', long, 'daily@2027-01-17T02:00:00Z', 'quarterly@2027-01-16T02:00:00Z'],
    ['weekly in the second day of a long one', long, 'weekly@2027-01-17T02:00:00Z', 'quarterly@2027-01-16T02:00:00Z'],
    ['a larger one in a blackout absorbs nothing', frozen, 'daily@2026-12-06T02:00:00Z', 'weekly@2026-12-06T02:00:00Z'],
  ];
  test.each(cases)('%s', (_, where, id, expected) => {
    expect(absorbedBy(find(where, id), where)?.id).toBe(expected);
  });
});

describe('absorbs', () => {
  const cases: [string, string, string[]][] = [
    ['daily', 'daily@2026-12-06T02:00:00Z', []],
    ['a weekly whose daily the monthly takes', 'weekly@2026-12-06T02:00:00Z', []],
    ['monthly', 'monthly@2026-12-06T02:00:00Z', ['weekly@2026-12-06T02:00:00Z', 'daily@2026-12-06T02:00:00Z']],
    ['weekly', 'weekly@2026-12-13T02:00:00Z', ['daily@2026-12-13T02:00:00Z']],
  ];
  test.each(cases)('%s', (_, id, expected) => {
    expect(absorbs(find(guide, id), guide).map((each) => each.id)).toEqual(expected);
  });
});
