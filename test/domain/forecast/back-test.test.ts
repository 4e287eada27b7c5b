import { describe, expect, test } from '@jest/globals';
import { backTest, forecastBy, originsOf, worthOf } from '../../../src/domain/forecast/back-test.ts';
import {
  absoluteError,
  combination,
  combined,
  errorsOf,
  errorTableOf,
  leaveOneOut,
  relativeError,
} from '../../../src/domain/forecast/combine.ts';
import type { ForecastModel } from '../../../src/domain/forecast/model.ts';
import { models } from '../../../src/domain/forecast/models/pool.ts';
import { made } from './made-series.ts';

describe('origins', () => {
  test.each([
    ['long', 960, 48, 24, [912, 888, 864, 840, 816, 792, 768, 744]],
    ['short: nearer to each other', 80, 13, 1, [67, 64, 61, 58, 55, 52, 49, 46]],
    ['too short', 20, 10, 1, []],
    ['two cycles and one value come before the first', 100, 12, 24, [88, 83, 78, 73, 68, 63, 58, 53]],
  ])('%s', (_, length, horizon, season, expected) => {
    expect(originsOf(length, horizon, season)).toEqual(expected);
  });

  test('origins that lie close together are worth fewer', () => {
    const known = (list: readonly number[]) => list.map((each) => ({ known: each }));
    expect(worthOf(known([96, 84, 72]), 24)).toBe(3);
    expect(worthOf(known([96, 95, 94, 93, 92, 91, 90]), 24)).toBe(1.5);
    expect(worthOf([], 24)).toBe(0);
  });
});

describe('no leakage', () => {
  test('what a model says at an origin does not depend on what came after it', () => {
    const values = made(300, { level: 100, slope: 0.2, seasons: [{ length: 24, height: 10 }], noise: 2 });
    const changed = values.map((value, t) => (t >= 252 ? value * 3 + 1000 : value));
    const [before, after] = [values, changed].map((each) => backTest(Float64Array.from(each), 24, 24, models));
    for (const [k, origin] of (before ?? []).entries()) {
      if (origin.known > 252) continue;
      expect(after?.[k]?.forecasts).toEqual(origin.forecasts);
    }
    expect(before?.some(({ known }) => known <= 252)).toBe(true);
  });

  test('a model sees exactly the values before the origin', () => {
    const seen: number[] = [];
    const spy: ForecastModel = {
      name: 'spy',
      family: 'benchmark',
      forecast: ({ values }, horizon) => {
        seen.push(values.length);
        return new Float64Array(horizon);
      },
    };
    const origins = backTest(new Float64Array(100), 1, 10, [spy]);
    expect(seen).toEqual(origins.map(({ known }) => known));
    expect(origins.every(({ actual }) => actual.length === 10)).toBe(true);
  });

  test('the error of the combination at an origin comes from weights that do not know it', () => {
    const actual = Float64Array.of(10);
    const good = Float64Array.of(10);
    const bad = Float64Array.of(0);
    // Model 0 is right at the first origin alone; the others speak for model 1.
    const origins = [
      { known: 3, actual, forecasts: [good, bad] },
      { known: 2, actual, forecasts: [bad, good] },
      { known: 1, actual, forecasts: [bad, good] },
    ];
    expect(leaveOneOut(origins, errorTableOf(origins, absoluteError), combination)[0]).toEqual(bad);
  });
});

describe('combining', () => {
  const origin = (...told: number[]) => ({
    known: 1,
    actual: Float64Array.of(0),
    forecasts: told.map((x) => Float64Array.of(x)),
  });

  test('weights fall with the third power of the error', () => {
    const weights = combination(errorsOf(errorTableOf([origin(1, 2)], absoluteError)));
    expect([weights.get(0), weights.get(1)]).toEqual([8 / 9, 1 / 9]);
  });

  test('one that never errs stands alone', () => {
    expect([...combination(errorsOf(errorTableOf([origin(0, 2, 3)], absoluteError)))]).toEqual([[0, 1]]);
  });

  test('a relative error counts small values as much as large ones, and is at most 2', () => {
    expect(relativeError(Float64Array.of(1, 1000), Float64Array.of(3, 1000))).toBe(0.5);
    expect(relativeError(Float64Array.of(0, 0), Float64Array.of(0, 7))).toBe(1);
  });

  test('a model that told nothing at one origin is left out', () => {
    const without = { ...origin(1), forecasts: [Float64Array.of(1), undefined] };
    expect([...errorsOf(errorTableOf([origin(2, 1), without], absoluteError)).keys()]).toEqual([0]);
  });

  test('one that errs wildly moves nothing', () => {
    const weights = new Map([0, 1, 2, 3, 4, 5].map((index) => [index, 1 / 6]));
    const told = [10, 11, 9, 10, 10, 1e9].map((value) => Float64Array.of(value));
    expect(combined(told, weights)?.[0]).toBeLessThan(11.1);
  });
});

describe('every model', () => {
  const courses = {
    'level and season': made(200, { level: 100, seasons: [{ length: 12, height: 20 }], noise: 2 }),
    'falls below zero': made(200, { level: 20, slope: -0.3, noise: 2 }),
    short: made(30, { level: 100, noise: 2 }),
    constant: new Array<number>(100).fill(3),
    'two values': [1, 2],
  };

  test.each(Object.entries(courses))('%s: says as many values as asked, or nothing', (_, values) => {
    for (const said of forecastBy(Float64Array.from(values), 12, 7, models)) {
      if (said !== undefined) expect([said.length, said.every(Number.isFinite)]).toEqual([7, true]);
    }
  });

  test('all families of the guide compete, besides the benchmarks', () => {
    expect(new Set(models.map(({ family }) => family))).toEqual(
      new Set(['benchmark', 'linear', 'seasonal', 'machine-learning']),
    );
    expect(new Set(models.map(({ name }) => name)).size).toBe(models.length);
  });
});
