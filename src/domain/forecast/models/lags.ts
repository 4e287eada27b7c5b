import type { Past } from '../past.ts';

/** Values that are brought to mean 0 and variance 1, with room for those to come. */
export interface Scaled {
  readonly values: Float64Array;
  readonly restore: (value: number) => number;
}

/** Beyond this many standard deviations a recursive forecast has run away and is held. */
const farthest = 8;

/** Standardise, with `room` for values that are still to be filled in. A constant series keeps a scale of 1. */
export function standardised(values: Float64Array, room: number): Scaled {
  const n = values.length;
  const middle = values.reduce((sum, value) => sum + value, 0) / n;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / n) || 1;
  const scaled = new Float64Array(n + room);
  for (let t = 0; t < n; t += 1) scaled[t] = ((values[t] as number) - middle) / spread;
  return {
    values: scaled,
    restore: (value) => Math.max(-farthest, Math.min(farthest, value)) * spread + middle,
  };
}

/** Lags in ascending order, each once, of which the values hold at least `times` as many as the longest. */
export function usableLags(lags: readonly number[], length: number, times: number): readonly number[] {
  return [...new Set(lags)].filter((lag) => lag > 0 && lag * times < length).sort((a, b) => a - b);
}

/** The last few values, and those about a cycle ago: few lags, or the regression learns chance by heart. */
export function sparseLags({ seasons }: Past): readonly number[] {
  const cycles = seasons.flatMap((season) => [season - 2, season - 1, season, season + 1, season + 2]);
  const [day] = seasons;
  return [1, 2, 3, 4, 5, 6, ...cycles, ...(day === undefined ? [] : [2 * day, 3 * day])];
}
