/** A series without its seasons, and how the seasons go on. */
export interface Decomposition {
  readonly adjusted: Float64Array;
  /** The sum of the seasons `ahead` (0 = the next) values after the last one. */
  readonly seasonal: (ahead: number) => number;
}

/** After how many cycles a cycle counts half: seasons may change their shape slowly. */
const halfLifeCycles = 6;
/** How often the seasons are estimated in turn, each from what the others leave. */
const rounds = 2;

/**
 * Takes several seasons out of a series in the manner of MSTL (Bandara, Hyndman and Bergmeir, "MSTL: a seasonal-trend
 * decomposition algorithm for time series with multiple seasonal patterns", 2021): in turn, shortest first, each from the
 * series less the others and less a moving average over its length. Instead of loess across cycles, the values of a
 * phase are smoothed by exponential weights to both sides. Without seasons the series is returned as it is.
 */
export function decompose(values: Float64Array, seasons: readonly number[]): Decomposition {
  const parts = seasons.map((season) => ({
    season,
    course: new Float64Array(values.length),
    next: new Float64Array(),
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (const part of parts) {
      const rest = values.slice();
      for (const other of parts) if (other !== part) subtract(rest, other.course);
      Object.assign(part, seasonOf(rest, part.season));
    }
  }
  const adjusted = values.slice();
  for (const { course } of parts) subtract(adjusted, course);
  const end = values.length;
  const seasonal = (ahead: number) =>
    parts.reduce((sum, { season, next }) => sum + (next[(end + ahead) % season] as number), 0);
  return { adjusted, seasonal };
}

function subtract(from: Float64Array, what: Float64Array): void {
  for (let t = 0; t < from.length; t += 1) from[t] = (from[t] as number) - (what[t] as number);
}

/** The course of one season through a series, and its last shape by phase. */
function seasonOf(series: Float64Array, season: number): { course: Float64Array; next: Float64Array } {
  const detrended = series.slice();
  subtract(detrended, movingAverage(series, season));
  const course = new Float64Array(series.length);
  const next = new Float64Array(season);
  for (let phase = 0; phase < season; phase += 1) next[phase] = smoothPhase(detrended, course, phase, season);
  const middle = next.reduce((sum, value) => sum + value, 0) / season;
  subtract(course, movingAverage(course, season));
  return { course, next: next.map((value) => value - middle) };
}

/** Writes the smoothed values of one phase into `course`; gives the value with which it goes on. */
function smoothPhase(values: Float64Array, course: Float64Array, phase: number, season: number): number {
  const keep = 0.5 ** (1 / halfLifeCycles);
  let [sum, weight] = [0, 0];
  const weights: number[] = [];
  for (let t = phase; t < values.length; t += season) {
    sum = sum * keep + (values[t] as number);
    weight = weight * keep + 1;
    course[t] = sum;
    weights.push(weight);
  }
  const last = sum / weight;
  [sum, weight] = [0, 0];
  for (let k = weights.length - 1; k >= 0; k -= 1) {
    const t = phase + k * season;
    course[t] = ((course[t] as number) + sum) / ((weights[k] as number) + weight);
    sum = (sum + (values[t] as number)) * keep;
    weight = (weight + 1) * keep;
  }
  return last;
}

/**
 * Centred moving average over one season (2 × m for even m, as in classical decomposition). Where the window would leave
 * the series, the first or last whole one stands.
 */
export function movingAverage(values: Float64Array, season: number): Float64Array {
  const n = values.length;
  const width = Math.min(season, n);
  const sums = new Float64Array(n + 1);
  for (let t = 0; t < n; t += 1) sums[t + 1] = (sums[t] as number) + (values[t] as number);
  const between = (from: number, until: number) => (sums[until] as number) - (sums[from] as number);
  const half = Math.floor(season / 2);
  return Float64Array.from(values, (_, t) => {
    if (t - half < 0) return between(0, width) / width;
    if (t + half >= n) return between(n - width, n) / width;
    if (season % 2 === 1) return between(t - half, t + half + 1) / season;
    return (
      (between(t - half, t + half + 1) - ((values[t - half] as number) + (values[t + half] as number)) / 2) / season
    );
  });
}
