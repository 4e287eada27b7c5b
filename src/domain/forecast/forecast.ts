import { backTest, forecastBy, type Origin, worthOf } from './back-test.ts';
import {
  absoluteError,
  bestAlone,
  type Choose,
  combination,
  combined,
  type ErrorTable,
  errorsOf,
  errorTableOf,
  leaveOneOut,
  type Measure,
  relativeError,
} from './combine.ts';
import { halfWidths, measuredCoverage } from './intervals.ts';
import type { Family } from './model.ts';
import { models } from './models/pool.ts';
import { seasonsOf } from './seasons.ts';

/** What is asked for. */
export interface ForecastRequest {
  /** Values of one season (24 for hours of a day); 1: none is known, and one is looked for. */
  readonly season: number;
  /** How many values ahead. */
  readonly horizon: number;
  /** Share of what comes that the intervals shall cover; 0.95 by default. */
  readonly level?: number;
  /** What the values can be: shares lie between 0 and 1. A series that never was negative does not become so. */
  readonly bounds?: { readonly least?: number; readonly most?: number };
}

/** One value to come, with its interval. */
export interface ForecastPoint {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** A model and how far it counts. */
export interface Chosen {
  readonly name: string;
  readonly family: Family;
  /** Above 0; those of a forecast add up to 1. */
  readonly weight: number;
}

/** How well it would have told the past. Errors are mean absolute ones, in the unit of the values. */
export interface Measured {
  readonly origins: number;
  readonly error: number;
  /** The naive forecast, or the seasonal naive one where there is a season: whichever was better. */
  readonly benchmark: { readonly name: string; readonly error: number };
  /** The share of values inside the intervals. */
  readonly coverage: number;
}

/** What is to come. */
export interface Forecast {
  readonly points: readonly ForecastPoint[];
  readonly level: number;
  /** Strongest first. */
  readonly models: readonly Chosen[];
  readonly seasons: readonly number[];
  readonly measured: Measured;
}

/** Why there is no forecast. */
export interface ForecastRefusal {
  readonly refusal: string;
  /** Values that are needed, where it is about their number. */
  readonly needed?: number;
}

/** Values, in horizons, that have to be there. */
const leastHorizons = 3;
const leastValues = 24;
/** A back-test with fewer origins measures nothing. */
const leastOrigins = 3;

/** How many values a forecast needs: three horizons, two cycles and a horizon, and 24. */
export function valuesNeeded({ season, horizon }: Pick<ForecastRequest, 'season' | 'horizon'>): number {
  const cycles = season > 1 ? 2 * season + horizon + leastOrigins : 0;
  return Math.max(leastValues, leastHorizons * horizon, cycles);
}

/**
 * Forecast a series of equally spaced finite values, oldest first. All models compete in a back-test on this series; the
 * one that did best, or the combination where that did better, is used, with intervals from its own errors. Pure and
 * deterministic; refuses on too little history.
 */
export function forecast(values: readonly number[], request: ForecastRequest): Forecast | ForecastRefusal {
  const { horizon, season, level = 0.95 } = request;
  const needed = valuesNeeded(request);
  if (values.length < needed) return { refusal: `too little history: ${values.length} values`, needed };
  if (!values.every(Number.isFinite)) return { refusal: 'not every value is a finite number' };
  const series = Float64Array.from(values);
  const origins = backTest(series, season, horizon, models);
  if (origins.length < leastOrigins)
    return { refusal: `too little history: ${values.length} values`, needed: needed + horizon };
  // Where all values are positive, an error counts by its share: a busy hour must not drown the quiet ones.
  const measure = series.every((value) => value > 0) ? relativeError : absoluteError;
  const table = errorTableOf(origins, measure);
  const way = betterWay(origins, table, measure);
  const told = forecastBy(series, season, horizon, models);
  const usable = new Map([...errorsOf(table)].filter(([index]) => told[index] !== undefined));
  const weights = way.choose(usable);
  const ahead = combined(told, weights);
  if (ahead === undefined || way.errors.length < leastOrigins) return { refusal: 'no model fits the series' };
  const worth = worthOf(origins, horizon);
  const widths = halfWidths(way.errors, worth, level);
  const hold = boundsOf(series, request.bounds);
  return {
    points: Array.from(ahead, (value, k) => {
      const half = widths[k] as number;
      return { value: hold(value), lower: hold(value - half), upper: hold(value + half) };
    }),
    level,
    models: [...weights]
      .map(([index, weight]) => ({ name: nameOf(index), family: models[index]?.family ?? 'benchmark', weight }))
      .sort((a, b) => b.weight - a.weight),
    seasons: seasonsOf(series, season),
    measured: {
      origins: origins.length,
      error: way.error,
      benchmark: benchmarkOf(measure === absoluteError ? table : errorTableOf(origins, absoluteError)),
      coverage: measuredCoverage(way.errors, worth, level),
    },
  };
}

const nameOf = (index: number): string => models[index]?.name ?? '';

interface Way {
  readonly choose: Choose;
  /** By the measure that choosing goes by. */
  readonly score: number;
  /** Mean absolute error. */
  readonly error: number;
  /** One row an origin. */
  readonly errors: readonly Float64Array[];
}

/** A model stands alone only where it errs this much less than the combination: the best of a few origins is mostly luck. */
const clearlyBetter = 0.6;

/** One model or the combination, by how well they told the origins without having seen them. */
function betterWay(origins: readonly Origin[], table: ErrorTable, measure: Measure): Way {
  const alone = judged(origins, table, measure, bestAlone);
  const together = judged(origins, table, measure, combination);
  return alone.score < clearlyBetter * together.score ? alone : together;
}

function judged(origins: readonly Origin[], table: ErrorTable, measure: Measure, choose: Choose): Way {
  const told = leaveOneOut(origins, table, choose);
  const pairs = origins.flatMap(({ actual }, k) => {
    const said = told[k];
    return said === undefined ? [] : [{ actual, said }];
  });
  const mean = (by: Measure) =>
    pairs.length === 0
      ? Number.POSITIVE_INFINITY
      : pairs.reduce((sum, { actual, said }) => sum + by(actual, said), 0) / pairs.length;
  const errors = pairs.map(({ actual, said }) => actual.map((value, k) => value - (said[k] as number)));
  return { choose, score: mean(measure), error: mean(absoluteError), errors };
}

function benchmarkOf(table: ErrorTable): Measured['benchmark'] {
  const found = [...errorsOf(table)]
    .filter(([index]) => models[index]?.family === 'benchmark')
    .sort(([, a], [, b]) => a - b)[0];
  return found === undefined ? { name: 'naive', error: Number.NaN } : { name: nameOf(found[0]), error: found[1] };
}

function boundsOf(values: Float64Array, bounds: ForecastRequest['bounds']): (value: number) => number {
  const least = bounds?.least ?? (values.every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY);
  const most = bounds?.most ?? Number.POSITIVE_INFINITY;
  return (value) => Math.min(most, Math.max(least, value));
}
