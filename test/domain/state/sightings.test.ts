import { describe, expect, test } from '@jest/globals';
import type { TaskOutcome } from '../../../src/domain/report/outcome.ts';
import { firstSeenOf, rememberSightings } from '../../../src/domain/state/sightings.ts';

const outcome = (keys?: readonly string[], of = 'unused-index'): TaskOutcome =>
  ({ entry: {}, findings: [], ...(keys === undefined ? {} : { sightings: { of, keys } }) }) as object as TaskOutcome;
const [first, later] = ['2026-11-01T00:00:00.000Z', '2026-11-08T00:00:00.000Z'];
const at = Date.parse(later);

describe('sightings', () => {
  test.each<[string, readonly TaskOutcome[], object]>([
    [
      'what is seen again keeps its first moment, what is new begins now',
      [outcome(['a', 'b'])],
      { a: first, b: later },
    ],
    ['what is not seen any more is forgotten', [outcome([])], {}],
    ['a run that did not look at all of it changes nothing', [outcome()], { a: first }],
    ['twice is once', [outcome(['b', 'b'])], { b: later }],
  ])('%s', (_, outcomes, expected) => {
    expect(rememberSightings({ 'unused-index': { a: first } }, outcomes, at)).toEqual({ 'unused-index': expected });
  });

  test('kinds stand for themselves', () => {
    const known = { 'unused-index': { a: first } };
    expect(rememberSightings(known, [outcome(['x'], 'other')], at)).toEqual({ ...known, other: { x: later } });
  });

  test('are bounded; those that were seen first stay', () => {
    const keys = Array.from({ length: 2_500 }, (_, k) => `k${k}`);
    const next = rememberSightings({ 'unused-index': { k2499: first } }, [outcome(keys)], at);
    expect(Object.keys(next['unused-index'] ?? {})).toHaveLength(2_000);
    expect(next['unused-index']?.k2499).toBe(first);
  });

  test('are read as moments', () => {
    expect(firstSeenOf({ 'unused-index': { a: first } }, 'unused-index')).toEqual(new Map([['a', Date.parse(first)]]));
    expect(firstSeenOf({}, 'toString').size).toBe(0);
  });
});
