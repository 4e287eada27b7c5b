import { goldenSection } from '../numerics/golden-section.ts';
import { nelderMead } from '../numerics/nelder-mead.ts';

/** Goes on with a series that has no season (any more). */
export type Continue = (values: Float64Array, horizon: number) => Float64Array | undefined;

/** Maps any number to between 0 and 1. */
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The slope of the ordinary least-squares line, a value per step. */
export function slopeOf(values: Float64Array): number {
  const middle = (values.length - 1) / 2;
  let [products, squares] = [0, 0];
  for (const [t, value] of values.entries()) {
    products += (t - middle) * value;
    squares += (t - middle) ** 2;
  }
  return squares === 0 ? 0 : products / squares;
}

function levelAfter(values: Float64Array, alpha: number): { level: number; squares: number } {
  const first = values.subarray(0, 10);
  let level = first.reduce((sum, value) => sum + value, 0) / first.length;
  let squares = 0;
  for (const value of values) {
    const error = value - level;
    squares += error * error;
    level += alpha * error;
  }
  return { level, squares };
}

/**
 * The Theta method (Assimakopoulos and Nikolopoulos, International Journal of Forecasting 16 (2000) 521) in its form as
 * simple exponential smoothing with half the slope as drift (Hyndman and Billah, IJF 19 (2003) 287).
 */
export const theta: Continue = (values, horizon) => {
  const alpha = goldenSection((x) => levelAfter(values, x).squares, 0.001, 0.999, 18);
  const { level } = levelAfter(values, alpha);
  const drift = slopeOf(values) / 2;
  const start = (1 - (1 - alpha) ** values.length) / alpha;
  return Float64Array.from({ length: horizon }, (_, ahead) => level + drift * (ahead + start));
};

interface Damped {
  readonly level: number;
  readonly slope: number;
  readonly damping: number;
  readonly squares: number;
}

/** Parameters of any size are mapped to alpha in (0, 1), beta in (0, alpha) and damping in (0.8, 0.998). */
function dampedAfter(values: Float64Array, [a = 0, b = 0, c = 0]: readonly number[], firstSlope: number): Damped {
  const alpha = 0.001 + 0.998 * logistic(a);
  const beta = alpha * logistic(b);
  const damping = 0.8 + 0.198 * logistic(c);
  let level = values[0] as number;
  let slope = firstSlope;
  let squares = 0;
  for (let t = 1; t < values.length; t += 1) {
    const expected = level + damping * slope;
    const error = (values[t] as number) - expected;
    squares += error * error;
    level = expected + alpha * error;
    slope = damping * slope + beta * error;
  }
  return { level, slope, damping, squares };
}

/**
 * Exponential smoothing with a damped trend (Gardner and McKenzie, Management Science 31 (1985) 1237; the state space form
 * of Hyndman, Koehler, Ord and Snyder, "Forecasting with Exponential Smoothing", 2008: ETS(A,Ad,N)).
 */
export const dampedTrend: Continue = (values, horizon) => {
  const firstSlope = slopeOf(values.subarray(0, 20));
  const { at } = nelderMead((x) => dampedAfter(values, x, firstSlope).squares, [0, -2.5, 1.5], 1, 200);
  const { level, slope, damping } = dampedAfter(values, at, firstSlope);
  let [power, sum] = [1, 0];
  return Float64Array.from({ length: horizon }, () => {
    power *= damping;
    sum += power;
    return level + sum * slope;
  });
};
