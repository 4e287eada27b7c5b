import type { ForecastModel } from '../model.ts';
import { nelderMead } from '../numerics/nelder-mead.ts';

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Seasons that are smoothed side by side, at most. */
const mostSeasons = 2;

interface Start {
  readonly level: number;
  readonly shapes: readonly Float64Array[];
  /** Values that the start was taken from; errors count from there on. */
  readonly used: number;
}

/** Level and shapes from the first cycles: each season from what the shorter ones leave. */
function startOf(values: Float64Array, seasons: readonly number[]): Start {
  const longest = seasons.at(-1) as number;
  const used = longest * Math.min(Math.floor(values.length / longest), seasons.length > 1 ? 2 : 4);
  const rest = values.slice(0, used);
  const level = rest.reduce((sum, value) => sum + value, 0) / used;
  const shapes = seasons.map((season) => {
    const shape = new Float64Array(season);
    for (let t = 0; t < used; t += 1) {
      const phase = t % season;
      shape[phase] = (shape[phase] as number) + ((rest[t] as number) - level) / Math.floor(used / season);
    }
    for (let t = 0; t < used; t += 1) rest[t] = (rest[t] as number) - (shape[t % season] as number);
    return shape;
  });
  return { level, shapes, used: longest };
}

interface Smoothed {
  readonly level: number;
  readonly shapes: readonly Float64Array[];
  readonly carried: number;
  readonly lastError: number;
  readonly squares: number;
}

function smooth(values: Float64Array, start: Start, [a = 0, r = 0, ...g]: readonly number[]): Smoothed {
  const alpha = logistic(a);
  const carried = Math.tanh(r);
  const gammas = start.shapes.map((_, k) => logistic(g[k] ?? 0));
  const shapes = start.shapes.map((shape) => shape.slice());
  const phases = shapes.map(() => 0);
  let level = start.level;
  let lastError = 0;
  let squares = 0;
  for (let t = 0; t < values.length; t += 1) {
    let expected = level;
    for (let k = 0; k < shapes.length; k += 1) expected += (shapes[k] as Float64Array)[phases[k] as number] as number;
    const deviation = (values[t] as number) - expected;
    const error = deviation - carried * lastError;
    if (t >= start.used) squares += error * error;
    level += alpha * error;
    for (let k = 0; k < shapes.length; k += 1) {
      const shape = shapes[k] as Float64Array;
      const phase = phases[k] as number;
      shape[phase] = (shape[phase] as number) + (gammas[k] as number) * error;
      phases[k] = phase + 1 === shape.length ? 0 : phase + 1;
    }
    lastError = deviation;
  }
  return { level, shapes, carried, lastError, squares };
}

/**
 * Exponential smoothing of level and up to two seasons, with an autoregression of the errors: Holt and Winters (Winters,
 * Management Science 6 (1960) 324) in the form of Taylor for two seasons (Journal of the Operational Research Society 54
 * (2003) 799). On logarithms the seasons multiply.
 */
export const holtWinters: ForecastModel = {
  name: 'Holt-Winters',
  family: 'seasonal',
  forecast: ({ values, seasons: all }, horizon) => {
    const seasons = all.filter((season) => values.length >= 2.5 * season).slice(0, mostSeasons);
    if (seasons.length === 0) return undefined;
    const start = startOf(values, seasons);
    const first = [-3, 0.5, ...seasons.map(() => -1.5)];
    const { at } = nelderMead((x) => smooth(values, start, x).squares, first, 1, 200);
    const { level, shapes, carried, lastError } = smooth(values, start, at);
    let error = lastError;
    return Float64Array.from({ length: horizon }, (_, ahead) => {
      error *= carried;
      const t = values.length + ahead;
      return shapes.reduce((sum, shape) => sum + (shape[t % shape.length] as number), level + error);
    });
  },
};
