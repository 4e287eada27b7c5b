import type { Point } from '../state/documents.ts';
import { median } from '../statistics/percentile.ts';

/** Values at equal distances of time; undefined where nothing was measured. */
export interface Grid {
  readonly values: readonly (number | undefined)[];
  /** Epoch ms of the first value. */
  readonly from: number;
  readonly stepMs: number;
}

/** More places than this for each value that there is are no series but a few values in a void. */
const mostPlacesPerValue = 20;

/**
 * Bring measured points to equal distances: every place of the grid gets the mean of the points nearest to it. The step is
 * the median distance of the points unless it is given. Undefined for fewer than two points in time, or when the
 * points are so far apart that nearly every place would be empty.
 */
export function gridOf(points: readonly Point[], givenStepMs?: number): Grid | undefined {
  const sorted = points.filter(([, value]) => Number.isFinite(value)).toSorted(([a], [b]) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const gaps = sorted.slice(1).map(([time], k) => time - (sorted[k] as Point)[0]);
  const stepMs = givenStepMs ?? median(gaps.filter((gap) => gap > 0));
  if (stepMs === undefined || stepMs <= 0) return undefined;
  const places = Math.round((last[0] - first[0]) / stepMs) + 1;
  if (places < 2 || places > mostPlacesPerValue * sorted.length) return undefined;
  const groups = Map.groupBy(sorted, ([time]) => Math.round((time - first[0]) / stepMs));
  const values = Array.from({ length: places }, (_, place) => {
    const group = groups.get(place);
    return group && group.reduce((sum, [, value]) => sum + value, 0) / group.length;
  });
  return { values, from: first[0], stepMs };
}

/**
 * The growth of a counter from reading to reading. A reading below the one before means that it began anew, and counts as
 * what it shows (as Prometheus' `increase` counts resets). One value fewer than there are readings; undefined next
 * to a missing one.
 */
export function increases(readings: readonly (number | undefined)[]): readonly (number | undefined)[] {
  return readings.slice(1).map((reading, k) => {
    const before = readings[k];
    if (reading === undefined || before === undefined) return undefined;
    return reading < before ? reading : reading - before;
  });
}
