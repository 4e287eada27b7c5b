/** Half the width of the interval at each step ahead. */
export type HalfWidths = Float64Array;

/** Steps to each side over which the spread of errors is smoothed, as a share of the horizon. */
const neighbours = 1 / 8;
/** What is added for every origin that there is not: errors of one origin move together. */
const shortage = 2;

/** Root mean square of the errors at each step ahead, smoothed over neighbouring steps. */
function spreadsOf(errors: readonly Float64Array[], horizon: number): Float64Array {
  const squares = Float64Array.from(
    { length: horizon },
    (_, k) => errors.reduce((sum, error) => sum + (error[k] as number) ** 2, 0) / errors.length,
  );
  const reach = Math.ceil(horizon * neighbours);
  return squares.map((_, k) => {
    const near = squares.subarray(Math.max(0, k - reach), k + reach + 1);
    return Math.sqrt(near.reduce((sum, square) => sum + square, 0) / near.length);
  });
}

/** The smallest value that the share `level` of an exchangeable next one would not exceed; the largest for few values. */
function conformalQuantile(values: readonly number[], level: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.ceil((sorted.length + 1) * level);
  return sorted[Math.min(sorted.length, rank) - 1] ?? 0;
}

/**
 * Prediction intervals from the errors that the method itself made in the back-test, by the step ahead: split conformal
 * prediction with errors scaled by their spread (Lei, G'Sell, Rinaldo, Tibshirani and Wasserman, "Distribution-free
 * predictive inference for regression", JASA 113 (2018) 1094, section 5.2; for several steps ahead as in Stankevičiūtė,
 * Alaa and van der Schaar, "Conformal time-series forecasting", NeurIPS 2021). Time series are not exchangeable and the
 * errors of an origin move together, so the width is multiplied by √(1 + 2 / origins); how far the intervals then
 * cover is measured (docs/decisions), not promised.
 *
 * @param errors one row an origin: what came less what was told
 * @param worth how many independent origins they are worth
 */
export function halfWidths(errors: readonly Float64Array[], worth: number, level: number): HalfWidths {
  const horizon = errors[0]?.length ?? 0;
  const spreads = spreadsOf(errors, horizon);
  const scaled = errors.flatMap((error) =>
    Array.from(error, (value, k) => (spreads[k] === 0 ? 0 : Math.abs(value) / (spreads[k] as number))),
  );
  const factor = conformalQuantile(scaled, level) * Math.sqrt(1 + shortage / worth);
  return spreads.map((spread) => spread * factor);
}

/** The share of an origin's steps that lay inside intervals made from the other origins' errors, over all origins. */
export function measuredCoverage(errors: readonly Float64Array[], worth: number, level: number): number {
  let [inside, all] = [0, 0];
  for (const held of errors) {
    const others = errors.filter((other) => other !== held);
    const widths = halfWidths(others, Math.max(1, worth - 1), level);
    for (const [k, error] of held.entries()) {
      all += 1;
      if (Math.abs(error) <= (widths[k] as number)) inside += 1;
    }
  }
  return inside / all;
}
