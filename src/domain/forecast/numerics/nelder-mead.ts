/** Where a search ended. */
export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
}

interface Search {
  /** Corners of the simplex, best first after {@link sort}. */
  readonly corners: Minimum[];
  readonly evaluate: (at: readonly number[]) => Minimum;
}

/** Relative difference between the best and the worst corner at which the search ends. */
const tolerance = 1e-5;

/**
 * The least value of a function of a few variables, without its derivatives (Nelder and Mead, The Computer Journal 7
 * (1965) 308). Local: `start` should be sensible. Deterministic; ends after `most` evaluations at the latest.
 */
export function nelderMead(
  f: (at: readonly number[]) => number,
  start: readonly number[],
  stride: number,
  most: number,
): Minimum {
  let evaluations = 0;
  const evaluate = (at: readonly number[]): Minimum => {
    evaluations += 1;
    return { at, value: f(at) };
  };
  const corners = [evaluate(start), ...start.map((_, k) => evaluate(start.map((x, j) => (j === k ? x + stride : x))))];
  const search: Search = { corners, evaluate };
  while (evaluations < most) {
    corners.sort((a, b) => a.value - b.value);
    const [best, worst] = [corners[0] as Minimum, corners.at(-1) as Minimum];
    if (Math.abs(worst.value - best.value) <= tolerance * Math.abs(best.value)) break;
    moveWorst(search, best, worst);
  }
  return corners.sort((a, b) => a.value - b.value)[0] as Minimum;
}

function moveWorst({ corners, evaluate }: Search, best: Minimum, worst: Minimum): void {
  const others = corners.slice(0, -1);
  const centre = best.at.map((_, k) => others.reduce((sum, { at }) => sum + (at[k] as number), 0) / others.length);
  const beyond = (factor: number) =>
    evaluate(centre.map((middle, k) => middle + factor * (middle - (worst.at[k] as number))));
  const last = corners.length - 1;
  const reflected = beyond(1);
  if (reflected.value < best.value) {
    const expanded = beyond(2);
    corners[last] = expanded.value < reflected.value ? expanded : reflected;
    return;
  }
  if (reflected.value < (others.at(-1) as Minimum).value) {
    corners[last] = reflected;
    return;
  }
  const contracted = beyond(reflected.value < worst.value ? 0.5 : -0.5);
  if (contracted.value < Math.min(reflected.value, worst.value)) {
    corners[last] = contracted;
    return;
  }
  for (let k = 1; k < corners.length; k += 1) {
    const { at } = corners[k] as Minimum;
    corners[k] = evaluate(at.map((x, j) => (x + (best.at[j] as number)) / 2));
  }
}
