import { describe, expect, test } from '@jest/globals';
import type { Point } from '../../../src/domain/state/documents.ts';
import { trendOf } from '../../../src/domain/statistics/trend.ts';

const day = 86_400_000;
const daily = (values: readonly number[]): Point[] => values.map((value, k) => [k * day, value]);

describe('trend', () => {
  test('a straight line has its slope', () => {
    expect(trendOf(daily([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toMatchObject({ perDay: 1, significant: true, days: 9 });
  });

  test('one outlier does not move it', () => {
    expect(trendOf(daily([1, 2, 3, 4, 500, 6, 7, 8, 9, 10]))?.perDay).toBeCloseTo(1, 1);
  });

  test.each([
    ['flat', Array.from({ length: 12 }, () => 5)],
    ['to and fro', [5, 6, 4, 6, 5, 4, 6, 5, 4, 5, 6, 5]],
  ])('%s is no trend', (_, values) => {
    expect(trendOf(daily(values))?.significant).toBe(false);
  });

  test('too little to say anything', () => {
    expect(trendOf(daily([1, 2, 3, 4, 5, 6, 7]))).toBeUndefined();
    expect(trendOf(Array.from({ length: 20 }, (_, k): Point => [k * 1000, k]))).toBeUndefined();
    expect(trendOf([])).toBeUndefined();
  });

  test('a thousand points are thinned out, not refused', () => {
    const points = Array.from({ length: 1000 }, (_, k): Point => [k * 3_600_000, k / 24]);
    expect(trendOf(points)?.perDay).toBeCloseTo(1, 5);
  });
});
