import type { ForecastModel } from './model.ts';
import { pastOf } from './past.ts';
import { seasonsOf } from './seasons.ts';

/** A forecast of each model made at one point of the past, and what came. */
export interface Origin {
  /** Values that were known. */
  readonly known: number;
  /** What came: one horizon. */
  readonly actual: Float64Array;
  /** In the order of the models; undefined where a model did not fit, or told what cannot be. */
  readonly forecasts: readonly (Float64Array | undefined)[];
}

/** Origins, at most. */
const mostOrigins = 8;
/** Values that a model must have had before the earliest origin, at least. */
const leastKnown = 16;
/** A forecast that leaves the range of the past by this many times its width is none. */
const farthest = 3;

/**
 * The points of the past from which forecasts are made, latest first: the last one leaves exactly one horizon, the others
 * lie up to half a horizon apart. Every one has at least as many values before it as the horizon is long, half of all
 * values, and two cycles of the season. Fewer than eight where the series is short; none where it is too short.
 */
export function originsOf(length: number, horizon: number, season: number): readonly number[] {
  const last = length - horizon;
  const least = Math.max(leastKnown, horizon, Math.ceil(length / 2), season > 1 ? 2 * season + 1 : 0);
  const fitting = Math.floor((last - least) / (mostOrigins - 1));
  const apart = Math.max(1, Math.min(Math.ceil(horizon / 2), fitting));
  const origins: number[] = [];
  for (let at = last; at >= least && origins.length < mostOrigins; at -= apart) origins.push(at);
  return origins;
}

/**
 * How many independent origins the back-test is worth: those closer than half a horizon tell almost the same. At most
 * their number.
 */
export function worthOf(origins: readonly Pick<Origin, 'known'>[], horizon: number): number {
  const [first, last] = [origins.at(-1), origins[0]];
  if (first === undefined || last === undefined) return 0;
  return Math.min(origins.length, 1 + (last.known - first.known) / Math.max(1, horizon / 2));
}

/**
 * Rolling-origin back-test (Tashman, International Journal of Forecasting 16 (2000) 437): at each origin everything, seasons
 * included, is worked out anew from the values before it, so nothing of what came is known to a model.
 */
export function backTest(
  values: Float64Array,
  declaredSeason: number,
  horizon: number,
  models: readonly ForecastModel[],
): readonly Origin[] {
  return originsOf(values.length, horizon, declaredSeason).map((known) => ({
    known,
    actual: values.slice(known, known + horizon),
    forecasts: forecastBy(values.subarray(0, known), declaredSeason, horizon, models),
  }));
}

/** What each model says of the next values. */
export function forecastBy(
  values: Float64Array,
  declaredSeason: number,
  horizon: number,
  models: readonly ForecastModel[],
): readonly (Float64Array | undefined)[] {
  const past = pastOf(values, seasonsOf(values, declaredSeason));
  const isPossible = possibility(values);
  return models.map(({ forecast }) => {
    const said = forecast(past, horizon);
    return said?.every(isPossible) === true ? said : undefined;
  });
}

function possibility(values: Float64Array): (value: number) => boolean {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const room = farthest * (high - low);
  return (value) => value >= low - room && value <= high + room;
}
