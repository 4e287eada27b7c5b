import type { ForecastPoint } from './forecast.ts';

/**
 * When a forecast reaches a threshold, in steps ahead (1 = the next value). `earliest`: the interval reaches it; `expected`:
 * the forecast itself does; `latest`: even the other end of the interval does. Absent: not as far as the forecast goes.
 */
export interface Crossing {
  readonly earliest: number;
  readonly expected?: number;
  readonly latest?: number;
}

/**
 * The steps at which a series that has not yet reached `threshold` does so from below. Undefined when no end of the
 * interval reaches it, and for a series that does not rise: an interval that widens by itself gives no date.
 */
export function crossingOf(points: readonly ForecastPoint[], threshold: number, rises: boolean): Crossing | undefined {
  const first = (end: (point: ForecastPoint) => number): number | undefined => {
    const at = points.findIndex((point) => end(point) >= threshold);
    return at < 0 ? undefined : at + 1;
  };
  const earliest = first(({ upper }) => upper);
  const expected = first(({ value }) => value);
  if (earliest === undefined || (!rises && expected === undefined)) return undefined;
  const latest = first(({ lower }) => lower);
  return {
    earliest,
    ...(expected === undefined ? {} : { expected }),
    ...(latest === undefined ? {} : { latest }),
  };
}
