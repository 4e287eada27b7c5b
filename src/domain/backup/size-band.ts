import { median } from '../statistics/percentile.ts';

/** What a size is compared with. */
export interface SizeBand {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** How many earlier sizes it rests on. */
  readonly sizes: number;
}

/** Fewer earlier sizes are no band. */
const leastSizes = 3;

/**
 * The band that the sizes of earlier backups span: their median, less and more by `tolerance` of it (0.5: half as large to
 * twice as large). The median, so that one bad night among the last does not move it. Undefined for fewer than three.
 */
export function sizeBand(earlier: readonly number[], tolerance: number): SizeBand | undefined {
  const middle = median(earlier);
  if (middle === undefined || earlier.length < leastSizes) return undefined;
  return { median: middle, low: middle * (1 - tolerance), high: middle / (1 - tolerance), sizes: earlier.length };
}
