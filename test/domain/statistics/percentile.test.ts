import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mean, median, percentile } from '../../../src/domain/statistics/percentile.ts';
import { holds } from '../../property.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, k) => k + 1);

describe('nearest rank', () => {
  test.each([
    [upTo(20), 0.95, 19],
    [upTo(20), 0.99, 20],
    [upTo(20), 0.5, 10],
    [upTo(100), 0.99, 99],
    [[15, 20, 35, 40, 50], 0.3, 20],
    [[15, 20, 35, 40, 50], 0.05, 15],
    [[3, 1, 2], 1, 3],
    [[3, 1, 2], 0, 1],
    [[7], 0.95, 7],
    [[10, 9], 0.5, 9],
  ])('%j at %d is %d', (values, p, expected) => {
    expect(percentile(values, p)).toBe(expected);
  });

  test('it is a measured value, and at least the share p does not exceed it', () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1 });
    holds(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, p) => {
        const found = percentile(list, p) as number;
        expect(list).toContain(found);
        expect(list.filter((value) => value <= found).length).toBeGreaterThanOrEqual(Math.floor(p * list.length));
      }),
    );
  });

  test('of nothing there is none; outside 0 to 1 is a mistake', () => {
    expect([percentile([], 0.5), mean([]), median([])]).toEqual([undefined, undefined, undefined]);
    expect(() => percentile([1], 95)).toThrow(RangeError);
  });
});

test('mean and median', () => {
  expect([mean([1, 2, 6]), median([6, 1, 2]), median([4, 1, 2, 3])]).toEqual([3, 2, 2.5]);
});
