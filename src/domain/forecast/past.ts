import { type Decomposition, decompose } from './decomposition.ts';

/**
 * What models are given: the values up to now, equally spaced and all finite, and their seasons (numbers of values),
 * ascending, each with at least two whole cycles in the values. What several models need is worked out once.
 */
export interface Past {
  readonly values: Float64Array;
  readonly seasons: readonly number[];
  /** The values without their seasons. */
  readonly adjusted: () => Decomposition;
  /** The same on the logarithmic scale, where growth and seasons multiply; undefined unless all values are positive. */
  readonly logarithms: () => Past | undefined;
}

/** Prepare values for models. Seasons of which there are no two cycles are left out. */
export function pastOf(values: Float64Array, seasons: readonly number[]): Past {
  const fitting = seasons.filter((season) => season > 1 && values.length > 2 * season);
  return {
    values,
    seasons: fitting,
    adjusted: once(() => decompose(values, fitting)),
    logarithms: once(() => (values.every((value) => value > 0) ? pastOf(values.map(Math.log), fitting) : undefined)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
