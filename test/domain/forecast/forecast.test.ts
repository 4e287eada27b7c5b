import { describe, expect, test } from '@jest/globals';
import { type Forecast, type ForecastRequest, forecast, valuesNeeded } from '../../../src/domain/forecast/forecast.ts';
import { made } from './made-series.ts';

function forecastOf(values: readonly number[], request: ForecastRequest): Forecast {
  const result = forecast(values, request);
  if ('refusal' in result) throw new Error(result.refusal);
  return result;
}

/** Mean absolute error against what really comes. */
function errorOf({ points }: Forecast, future: readonly number[]): number {
  return future.reduce((sum, value, k) => sum + Math.abs(value - (points[k]?.value ?? Number.NaN)), 0) / future.length;
}

const day = { length: 24, height: 10 };
const week = { length: 168, height: 6 };

describe('what comes is known', () => {
  test.each([
    ['a straight line', { level: 5, slope: 0.5 }, 1, 0.05],
    ['a straight line that falls', { level: 900, slope: -2 }, 1, 0.2],
    ['a season alone', { level: 50, seasons: [day] }, 24, 0.1],
    ['a line and a season', { level: 50, slope: 0.1, seasons: [day] }, 24, 0.3],
    ['a line, a season and noise', { level: 100, slope: 0.1, seasons: [day], noise: 1 }, 24, 1],
    ['negative values', { level: -100, slope: 0.2, seasons: [day] }, 24, 0.3],
  ])('%s', (_, course, season, most) => {
    const all = made(240 + 24, course);
    expect(errorOf(forecastOf(all.slice(0, 240), { season, horizon: 24 }), all.slice(240))).toBeLessThan(most);
  });

  test('the week of a day is found by itself', () => {
    const all = made(168 * 4 + 48, { level: 100, seasons: [day, week], noise: 0.5 });
    const result = forecastOf(all.slice(0, 168 * 4), { season: 24, horizon: 48 });
    expect(result.seasons).toEqual([24, 168]);
    expect(errorOf(result, all.slice(168 * 4))).toBeLessThan(1);
  });

  test('a season nobody declared is found where values repeat', () => {
    const all = made(300, { level: 100, seasons: [{ length: 12, height: 20 }], noise: 1 });
    expect(forecastOf(all, { season: 1, horizon: 12 }).seasons).toEqual([12]);
    expect(forecastOf(made(300, { level: 100, noise: 1 }), { season: 1, horizon: 12 }).seasons).toEqual([]);
  });
});

describe('models', () => {
  test('weights are positive, add up to 1, and stand strongest first', () => {
    const { models } = forecastOf(made(200, { level: 100, seasons: [day], noise: 3 }), { season: 24, horizon: 24 });
    const weights = models.map(({ weight }) => weight);
    expect(weights.every((weight) => weight > 0)).toBe(true);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(models.length).toBeGreaterThan(3);
  });

  test('what is chosen errs less than the benchmark in the back-test', () => {
    const { measured } = forecastOf(made(300, { level: 100, slope: 0.3, seasons: [day], noise: 2 }), {
      season: 24,
      horizon: 24,
    });
    expect(measured.benchmark.name).toBe('seasonal naive');
    expect(measured.error).toBeLessThan(measured.benchmark.error);
    expect(measured.origins).toBe(8);
  });

  test('pure: the same series gives the same forecast, and is left as it was', () => {
    const values = Object.freeze(made(150, { level: 10, seasons: [day], noise: 1 }));
    const request = { season: 24, horizon: 12 };
    expect(forecast(values, request)).toEqual(forecast(values, request));
  });
});

describe('intervals', () => {
  test('hold about as much as they say, over many series of pure noise and a season', () => {
    let [inside, all] = [0, 0];
    for (let seed = 1; seed <= 25; seed += 1) {
      const values = made(168, { level: 100, seasons: [{ length: 12, height: 10 }], noise: 5, seed });
      const { points } = forecastOf(values.slice(0, 156), { season: 12, horizon: 12 });
      for (const [k, { lower, upper }] of points.entries()) {
        const value = values[156 + k] as number;
        all += 1;
        if (value >= lower && value <= upper) inside += 1;
      }
    }
    expect(inside / all).toBeGreaterThan(0.91);
    expect(inside / all).toBeLessThan(1);
  });

  test('a higher level is wider, and every value lies between its ends', () => {
    const values = made(200, { level: 100, noise: 5 });
    const [narrow, wide] = [0.8, 0.95].map((level) => forecastOf(values, { season: 1, horizon: 10, level }));
    for (const [k, { lower, value, upper }] of (wide?.points ?? []).entries()) {
      expect(lower).toBeLessThanOrEqual(value);
      expect(upper).toBeGreaterThanOrEqual(value);
      const inner = narrow?.points[k] ?? { lower, upper };
      expect(upper - lower).toBeGreaterThan(inner.upper - inner.lower);
    }
  });

  test('what was never negative does not become so; a share stays a share', () => {
    const falling = made(120, { level: 60, slope: -0.5, noise: 1 }).map((value) => Math.max(0, value));
    expect(forecastOf(falling, { season: 1, horizon: 30 }).points.every(({ lower }) => lower >= 0)).toBe(true);
    const rising = made(120, { level: 0.4, slope: 0.005 });
    const { points } = forecastOf(rising, { season: 1, horizon: 30, bounds: { least: 0, most: 1 } });
    expect(points.every(({ value, upper }) => value <= 1 && upper <= 1)).toBe(true);
  });
});

describe('edges', () => {
  test('a constant series stays, with intervals of no width and no infinite figure', () => {
    const { points, measured } = forecastOf(new Array(60).fill(7), { season: 1, horizon: 10 });
    expect(points).toEqual(new Array(10).fill({ value: 7, lower: 7, upper: 7 }));
    expect(measured).toMatchObject({ error: 0, coverage: 1, benchmark: { name: 'naive', error: 0 } });
  });

  test.each([
    ['zeros', new Array(60).fill(0)],
    ['zeros with counts among them', made(60, { level: 0 }).map((_, t) => (t % 7 === 0 ? 3 : 0))],
    ['two values in turn', made(60, { level: 0 }).map((_, t) => t % 2)],
    ['one step', made(60, { level: 0 }).map((_, t) => (t < 30 ? 10 : 20))],
    ['large numbers', made(60, { level: 1e15, slope: 1e12 })],
    ['small numbers', made(60, { level: 1e-12, slope: 1e-14 })],
    ['both signs', made(60, { level: 0, noise: 5 })],
    ['growth by powers', made(60, { level: 0 }).map((_, t) => 1.1 ** t)],
  ])('%s: every figure is finite', (_, values) => {
    const { points, measured } = forecastOf(values, { season: 1, horizon: 10 });
    const figures = points.flatMap(({ value, lower, upper }) => [value, lower, upper]);
    expect([...figures, measured.error, measured.coverage].every(Number.isFinite)).toBe(true);
  });

  test.each([
    [{ season: 1, horizon: 4 }, 24],
    [{ season: 1, horizon: 30 }, 90],
    [{ season: 12, horizon: 6 }, 33],
    [{ season: 168, horizon: 48 }, 387],
  ])('too little history is refused, and what is enough is taken: %j', (request, needed) => {
    expect(valuesNeeded(request)).toBe(needed);
    const values = made(needed, { level: 100, seasons: [{ length: request.season, height: 5 }], noise: 1 });
    expect(forecast(values.slice(1), request)).toEqual({ refusal: `too little history: ${needed - 1} values`, needed });
    expect(forecast(values, request)).not.toHaveProperty('refusal');
  });

  test('values that are no numbers are refused', () => {
    const values = made(60, { level: 5 });
    values[30] = Number.NaN;
    expect(forecast(values, { season: 1, horizon: 4 })).toHaveProperty('refusal');
  });
});
