import { describe, expect, test } from '@jest/globals';
import { crossingOf } from '../../../src/domain/forecast/crossing.ts';
import { decompose } from '../../../src/domain/forecast/decomposition.ts';
import { forecastSeries } from '../../../src/domain/forecast/forecast-series.ts';
import { gridOf, increases } from '../../../src/domain/forecast/grid.ts';
import { prepare } from '../../../src/domain/forecast/prepare.ts';
import { made } from './made-series.ts';

const gap = undefined;

describe('prepare', () => {
  test.each([
    ['complete', [1, 2, 3], { values: [1, 2, 3], filled: 0, held: 0, dropped: 0 }],
    [
      'a gap',
      [1, gap, gap, 4, 5, 6, 7, 8, 9, 10],
      { values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], filled: 2, held: 0, dropped: 0 },
    ],
    ['ends', [gap, Number.NaN, 1, 2, Number.POSITIVE_INFINITY], { values: [1, 2], filled: 0, held: 0, dropped: 0 }],
    ['a long gap', [1, 2, gap, gap, gap, gap, 3, 4, 5], { values: [3, 4, 5], filled: 0, held: 0, dropped: 2 }],
  ])('%s', (_, raw, expected) => {
    expect(prepare(raw)).toEqual(expected);
  });

  test.each([
    ['nothing', []],
    ['nothing but gaps', [gap, gap]],
    ['more gaps than can be made up', [1, gap, 2, gap, 3, gap, 4]],
  ])('%s is refused', (_, raw) => {
    expect(prepare(raw)).toHaveProperty('refusal');
  });

  test('a lone spike is held; spikes that come often belong to the series', () => {
    const calm = made(300, { level: 100, noise: 1 });
    const spiked = calm.map((value, t) => (t === 150 ? 5000 : value));
    const held = prepare(spiked);
    expect(held).toMatchObject({ held: 1 });
    expect('values' in held && Math.abs((held.values[150] ?? 0) - 100) < 2).toBe(true);
    const often = calm.map((value, t) => (t % 20 === 0 ? 5000 : value));
    expect(prepare(often)).toMatchObject({ held: 0, values: often });
  });

  test('a spike changes the forecast of a calm series by little', () => {
    const calm = made(200, { level: 100, noise: 1 });
    const spiked = calm.map((value, t) => (t === 190 ? 5000 : value));
    const [one, two] = [calm, spiked].map((values) => forecastSeries(values, { season: 1, horizon: 10 }));
    if (one === undefined || two === undefined || 'refusal' in one || 'refusal' in two) throw new Error('refused');
    for (const [k, { value, upper, lower }] of one.forecast.points.entries()) {
      expect(Math.abs((two.forecast.points[k]?.value ?? Number.NaN) - value)).toBeLessThan(upper - lower);
    }
  });
});

describe('grid', () => {
  test('points go to their places, several of one place are averaged, places without any are gaps', () => {
    const points = [
      [1000, 1],
      [2010, 2],
      [1990, 4],
      [5000, 9],
    ] as const;
    expect(gridOf(points, 1000)).toEqual({ values: [1, 3, gap, gap, 9], from: 1000, stepMs: 1000 });
  });

  test('the step is the usual distance', () => {
    expect(
      gridOf([
        [0, 1],
        [60, 2],
        [120, 3],
        [240, 4],
      ]),
    ).toEqual({ values: [1, 2, 3, gap, 4], from: 0, stepMs: 60 });
  });

  test.each([
    ['none', []],
    ['one', [[0, 1]]],
    [
      'one moment',
      [
        [5, 1],
        [5, 2],
      ],
    ],
    [
      'a few in a void',
      [
        [0, 1],
        [1, 2],
        [2, 2],
        [1e12, 3],
      ],
    ],
  ])('%s: no series', (_, points) => {
    expect(gridOf(points as [number, number][])).toBeUndefined();
  });

  test('a counter grows, and begins anew', () => {
    expect(increases([10, 15, 15, 3, gap, 9, 12])).toEqual([5, 0, 3, gap, gap, 3]);
  });
});

describe('decomposition', () => {
  test('takes two seasons out and goes on with them', () => {
    const seasons = [
      { length: 24, height: 10 },
      { length: 168, height: 5 },
    ];
    const all = made(168 * 5, { level: 100, slope: 0.01, seasons });
    const { adjusted, seasonal } = decompose(Float64Array.from(all.slice(0, 168 * 4)), [24, 168]);
    const line = Array.from(adjusted, (value, t) => Math.abs(value - (100 + 0.01 * t)));
    expect(line.reduce((sum, value) => sum + value, 0) / line.length).toBeLessThan(0.6);
    const ahead = all.slice(168 * 4).map((value, k) => Math.abs(value - seasonal(k) - (100 + 0.01 * (168 * 4 + k))));
    expect(Math.max(...ahead)).toBeLessThan(2);
  });

  test('without a season nothing is changed', () => {
    const { adjusted, seasonal } = decompose(Float64Array.of(1, 5, 2), []);
    expect([Array.from(adjusted), seasonal(0)]).toEqual([[1, 5, 2], 0]);
  });
});

describe('crossing', () => {
  const rising = [1, 2, 3, 4, 5, 6].map((value) => ({ value, lower: value - 2, upper: value + 2 }));
  const flat = [1, 2, 3, 4].map((half) => ({ value: 5, lower: 5 - half, upper: 5 + half }));

  test.each([
    ['a range', rising, 4, true, { earliest: 2, expected: 4, latest: 6 }],
    ['no end in sight', rising, 5, true, { earliest: 3, expected: 5 }],
    ['only the interval', rising, 7.5, true, { earliest: 6 }],
    ['never', rising, 9, true, undefined],
    ['a flat series has no date, however wide its interval becomes', flat, 8, false, undefined],
    ['a peak that comes again is a date', flat, 5, false, { earliest: 1, expected: 1 }],
  ])('%s', (_, points, threshold, rises, expected) => {
    expect(crossingOf(points, threshold, rises)).toEqual(expected);
  });
});
