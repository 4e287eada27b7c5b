import type { Point } from '../state/documents.ts';
import { median } from './percentile.ts';

const dayMs = 86_400_000;

/** A straight course through a series. */
export interface Trend {
  /** Change a day, in the unit of the values. */
  readonly perDay: number;
  /** Whether it is told from chance: two-sided Mann–Kendall test at 5 %. */
  readonly significant: boolean;
  readonly points: number;
  readonly days: number;
}

/** Fewer points or a shorter span give no trend. */
const leastPoints = 8;
const leastDays = 3;
/** More are thinned out evenly: the estimate looks at every pair. */
const mostPoints = 300;

/**
 * The trend of a series: the median of the slopes of all pairs (Theil 1950; Sen, JASA 63 (1968) 1379), which outliers do
 * not move, and whether it is significant (Mann, Econometrica 13 (1945) 245; Kendall 1975; with the correction for ties).
 * Undefined with fewer than 8 points or less than 3 days.
 */
export function trendOf(points: readonly Point[]): Trend | undefined {
  const used = thinned(points.filter(([, value]) => Number.isFinite(value)));
  const [first, last] = [used[0], used.at(-1)];
  if (first === undefined || last === undefined || used.length < leastPoints) return undefined;
  const days = (last[0] - first[0]) / dayMs;
  if (days < leastDays) return undefined;
  const slopes: number[] = [];
  let score = 0;
  for (const [k, [time, value]] of used.entries()) {
    for (const [laterTime, laterValue] of used.slice(k + 1)) {
      score += Math.sign(laterValue - value);
      if (laterTime > time) slopes.push(((laterValue - value) / (laterTime - time)) * dayMs);
    }
  }
  return { perDay: median(slopes) ?? 0, significant: isSignificant(score, used), points: used.length, days };
}

function thinned(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted(([a], [b]) => a - b);
  if (sorted.length <= mostPoints) return sorted;
  const step = (sorted.length - 1) / (mostPoints - 1);
  return Array.from({ length: mostPoints }, (_, k) => sorted[Math.round(k * step)] as Point);
}

function isSignificant(score: number, points: readonly Point[]): boolean {
  const n = points.length;
  const ties = [...Map.groupBy(points, ([, value]) => value).values()].map((group) => group.length);
  const weight = (size: number) => size * (size - 1) * (2 * size + 5);
  const variance = (weight(n) - ties.reduce((sum, size) => sum + weight(size), 0)) / 18;
  if (variance <= 0) return false;
  const z = score === 0 ? 0 : (score - Math.sign(score)) / Math.sqrt(variance);
  return Math.abs(z) > 1.96;
}
