import { median } from '../statistics/percentile.ts';

/** Values that models can work with, and what was done to get them. */
export interface Prepared {
  readonly values: readonly number[];
  /** Missing values that were filled in between their neighbours. */
  readonly filled: number;
  /** Values that stood alone far from all around them and were put back between their neighbours. */
  readonly held: number;
  /** Values before a gap that was too long to fill; they are not used. */
  readonly dropped: number;
}

/** A gap longer than this share of the series is not filled: only what came after it is used. */
const longestGap = 0.05;
/** Gaps of this many values are always filled. */
const shortGap = 3;
/** Of more missing values than this share nothing is made up. */
const mostFilled = 0.2;

/** How far to each side neighbours of a value reach. */
const reach = 3;
/** From how many robust standard deviations on a lone value is held. */
const farthest = 12;
/** If more than this share of the values look like outliers, they are what the series is like. */
const mostHeld = 0.01;

/**
 * Make a series complete: missing values (undefined, NaN, infinite) at its ends are left out, short gaps are filled by straight
 * lines, what lies before a long gap is left out, and lone spikes are held. A refusal where too much is missing.
 */
export function prepare(raw: readonly (number | undefined)[]): Prepared | { readonly refusal: string } {
  const known = raw.map((value) => (value !== undefined && Number.isFinite(value) ? value : undefined));
  const start = afterLongGap(known);
  const end = known.findLastIndex((value) => value !== undefined);
  const part = known.slice(start, end + 1);
  const filled = part.filter((value) => value === undefined).length;
  if (part.length === 0) return { refusal: 'there is no value at all' };
  if (filled > mostFilled * part.length) {
    return { refusal: `${filled} of ${part.length} values are missing, too many to fill in` };
  }
  const complete = interpolated(part);
  const { values, held } = withoutSpikes(complete);
  return { values, filled, held, dropped: known.slice(0, start).filter((value) => value !== undefined).length };
}

/** Where the values begin that no long gap interrupts any more. */
function afterLongGap(values: readonly (number | undefined)[]): number {
  const most = Math.max(shortGap, Math.floor(values.length * longestGap));
  const last = values.findLastIndex((value) => value !== undefined);
  let start = values.findIndex((value) => value !== undefined);
  let missing = 0;
  for (let t = Math.max(0, start); t <= last; t += 1) {
    if (values[t] !== undefined) {
      if (missing > most) start = t;
      missing = 0;
    } else missing += 1;
  }
  return Math.max(0, start);
}

function interpolated(values: readonly (number | undefined)[]): readonly number[] {
  const complete: number[] = [];
  for (let t = 0; t < values.length; t += 1) {
    const value = values[t];
    if (value !== undefined) {
      complete.push(value);
      continue;
    }
    const before = complete[t - 1] as number;
    const until = values.findIndex((later, k) => k > t && later !== undefined);
    complete.push(before + ((values[until] as number) - before) / (until - t + 1));
  }
  return complete;
}

/**
 * Hold lone spikes: a value that lies much farther from the median of its neighbours than values here usually do (12 robust
 * standard deviations: median absolute deviation × 1.4826; Hampel, JASA 69 (1974) 383). Spikes that come more often
 * than once in a hundred values are left: they belong to the series.
 */
function withoutSpikes(values: readonly number[]): { readonly values: readonly number[]; readonly held: number } {
  const expected = values.map((value, t) => {
    if (t < reach || t >= values.length - reach) return value;
    return median([...values.slice(t - reach, t), ...values.slice(t + 1, t + reach + 1)]) ?? value;
  });
  const distances = values.map((value, t) => Math.abs(value - (expected[t] as number)));
  const usual = 1.4826 * (median(distances) ?? 0);
  const spikes = distances.flatMap((distance, t) => (usual > 0 && distance > farthest * usual ? [t] : []));
  if (spikes.length > Math.max(1, mostHeld * values.length)) return { values, held: 0 };
  const lone = new Set(spikes);
  return { values: values.map((value, t) => (lone.has(t) ? (expected[t] as number) : value)), held: lone.size };
}
