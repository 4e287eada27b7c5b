import type { Origin } from './back-test.ts';

/** How far each model counts: by its index, above 0; they add up to 1. */
export type Weights = ReadonlyMap<number, number>;

/** Models that are combined, at most: the best of the back-test. */
const mostCombined = 12;
/** How strongly the error counts: weight = (1 / error)^3. */
const power = 3;

/** Mean absolute error of a forecast. */
export function absoluteError(actual: Float64Array, forecast: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < actual.length; k += 1) sum += Math.abs((actual[k] as number) - (forecast[k] as number));
  return sum / actual.length;
}

/** Mean absolute error relative to the size of the values, from 0 to 2 (as in sMAPE: Makridakis, IJF 9 (1993) 527). */
export function relativeError(actual: Float64Array, forecast: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < actual.length; k += 1) {
    const came = actual[k] as number;
    const told = forecast[k] as number;
    const size = Math.abs(came) + Math.abs(told);
    sum += size === 0 ? 0 : (2 * Math.abs(came - told)) / size;
  }
  return sum / actual.length;
}

/** How far a forecast was off: 0 is right. */
export type Measure = (actual: Float64Array, forecast: Float64Array) => number;

/** Errors of forecasts: a row an origin, in it one value a model; NaN where a model told nothing. */
export type ErrorTable = readonly (readonly number[])[];

/** Measure every forecast once: all ways of choosing, and every origin that is left out, go by the same table. */
export function errorTableOf(origins: readonly Origin[], measure: Measure): ErrorTable {
  return origins.map(({ actual, forecasts }) =>
    forecasts.map((forecast) => (forecast === undefined ? Number.NaN : measure(actual, forecast))),
  );
}

/** Mean error of each model over the origins, by its index; only of models that told something at every one. */
export function errorsOf(table: ErrorTable): ReadonlyMap<number, number> {
  const errors = new Map<number, number>();
  for (const index of table[0]?.keys() ?? []) {
    const error = table.reduce((sum, row) => sum + (row[index] as number), 0) / table.length;
    if (Number.isFinite(error)) errors.set(index, error);
  }
  return errors;
}

/** The model with the least error alone. */
export function bestAlone(errors: ReadonlyMap<number, number>): Weights {
  const [best] = [...errors].sort(([, a], [, b]) => a - b);
  return new Map(best === undefined ? [] : [[best[0], 1]]);
}

/**
 * Weights by inverse error (Bates and Granger, Operational Research Quarterly 20 (1969) 451), as a power that lets the best
 * lead. One without any error leaves the others nothing.
 */
export function combination(errors: ReadonlyMap<number, number>): Weights {
  const best = [...errors].sort(([, a], [, b]) => a - b).slice(0, mostCombined);
  const least = best[0]?.[1] ?? 0;
  const raw = best.map(([index, error]) => [index, error <= least ? 1 : (least / error) ** power] as const);
  const total = raw.reduce((sum, [, weight]) => sum + weight, 0);
  return new Map(raw.filter(([, weight]) => weight > 0).map(([index, weight]) => [index, weight / total]));
}

/** The share of the weight that is cut off at either end, value by value. */
const trimmed = 0.2;

/**
 * What the models tell together, value by value: the weighted mean of the middle, without the lowest and the highest fifth
 * of the weight, so that one that errs wildly moves nothing (Jose and Winkler, "Simple robust averages of forecasts",
 * International Journal of Forecasting 24 (2008) 163). Undefined when one that counts told nothing.
 */
export function combined(forecasts: readonly (Float64Array | undefined)[], weights: Weights): Float64Array | undefined {
  const told: (readonly [Float64Array, number])[] = [];
  for (const [index, weight] of weights) {
    const forecast = forecasts[index];
    if (forecast === undefined) return undefined;
    told.push([forecast, weight]);
  }
  return told[0]?.[0].map((_, k) => trimmedMean(told.map(([forecast, weight]) => [forecast[k] as number, weight])));
}

function trimmedMean(weighted: readonly (readonly [value: number, weight: number])[]): number {
  const sorted = weighted.toSorted(([a], [b]) => a - b);
  const lowest = sorted[0]?.[0];
  if (lowest !== undefined && lowest === sorted.at(-1)?.[0]) return lowest;
  let [sum, kept, passed] = [0, 0, 0];
  for (const [value, weight] of sorted) {
    const inside = Math.min(passed + weight, 1 - trimmed) - Math.max(passed, trimmed);
    passed += weight;
    if (inside <= 0) continue;
    sum += inside * value;
    kept += inside;
  }
  return sum / kept;
}

/** A way to get from errors to weights. */
export type Choose = (errors: ReadonlyMap<number, number>) => Weights;

/**
 * What a way of choosing would have told at each origin, knowing only the errors of the other origins: its own error must
 * not flatter it. In the order of the origins, which is that of the table's rows.
 */
export function leaveOneOut(
  origins: readonly Origin[],
  table: ErrorTable,
  choose: Choose,
): readonly (Float64Array | undefined)[] {
  return origins.map(({ forecasts }, left) => {
    const others = table.filter((_, row) => row !== left);
    return combined(forecasts, choose(errorsOf(others)));
  });
}
