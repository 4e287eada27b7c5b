import { autocovariances, centredOf } from './numerics/autocorrelation.ts';

/** Lengths that seasons of operations have: hours of a day and a week, days of a week, weeks of a year, minutes of a day. */
const calendar = [4, 7, 12, 13, 24, 26, 48, 52, 96, 144, 168, 288, 336, 672, 1008, 2016];

/** Values of which seasons are looked for, at most: the most recent ones. */
const mostValues = 2100;
/** Changes beyond this many standard deviations count as that many: one jump must not hide a season. */
const farthest = 3;
/** A season is found from this autocorrelation of changes on. */
const least = 0.15;
/** Cycles that must have been seen. */
const cycles = 3;

/** Autocorrelations of the changes from value to value, outliers held. */
function correlationsOfChanges(values: Float64Array, most: number): Float64Array {
  const changes = Float64Array.from(
    { length: values.length - 1 },
    (_, t) => (values[t + 1] as number) - (values[t] as number),
  );
  const centred = centredOf(changes);
  const spread = Math.sqrt(centred.reduce((sum, value) => sum + value * value, 0) / centred.length);
  const held = centred.map((value) => Math.max(-farthest * spread, Math.min(farthest * spread, value)));
  const covariances = autocovariances(held, most);
  const variance = covariances[0] as number;
  return covariances.map((value, lag) => (variance > 0 ? (value / variance) * (held.length / (held.length - lag)) : 0));
}

/**
 * The seasons of a series, ascending. Where one is declared, it and seven of it (the week of a day) if the values show
 * it; where none is (1), the length of the calendar at which changes repeat themselves most, if they do: a peak of the
 * autocorrelation of at least 0.15, over at least three cycles.
 */
export function seasonsOf(values: Float64Array, declared: number): readonly number[] {
  const recent = values.subarray(-mostValues);
  const longest = Math.floor((recent.length - 1) / cycles);
  const usable = (season: number) => season > 1 && season <= longest;
  if (declared > 1) {
    const week = declared * 7;
    const enough = values.length > 2 * declared ? [declared] : [];
    if (!usable(week)) return enough;
    return isPeak(correlationsOfChanges(recent, week + 1), week) ? [...enough, week] : enough;
  }
  const candidates = calendar.filter(usable);
  const last = candidates.at(-1);
  if (last === undefined) return [];
  const correlations = correlationsOfChanges(recent, last + 1);
  const found = candidates
    .filter((season) => isPeak(correlations, season))
    .map((season) => ({ season, strength: correlations[season] as number }));
  const best = found.reduce<Found | undefined>(
    (a, b) => (a === undefined || b.strength > a.strength ? b : a),
    undefined,
  );
  if (best === undefined) return [];
  return [(longerThan(best, found, correlations) ?? shorterThan(best, found, correlations) ?? best).season];
}

interface Found {
  readonly season: number;
  /** Autocorrelation of changes at the season. */
  readonly strength: number;
}

/** A multiple of the strongest season that stands out among the other multiples: 13 weeks repeat, but 52 repeat better than 26 and 39. */
function longerThan(
  { season, strength }: Found,
  found: readonly Found[],
  correlations: Float64Array,
): Found | undefined {
  return found.findLast((longer) => {
    const between = multiples(season, 2, longer.season / season - 1, correlations);
    if (longer.season % season !== 0 || between.length === 0) return false;
    const usual = between.reduce((sum, value) => sum + value, 0) / between.length;
    return longer.strength >= 0.6 * strength && longer.strength >= 1.1 * usual;
  });
}

/** A part of the strongest season of which every multiple is about as strong: what repeats every 12 repeats every 24 as well. */
function shorterThan(
  { season, strength }: Found,
  found: readonly Found[],
  correlations: Float64Array,
): Found | undefined {
  return found.find(
    (shorter) =>
      season % shorter.season === 0 &&
      multiples(shorter.season, 1, season / shorter.season, correlations).every((value) => value >= 0.85 * strength),
  );
}

function multiples(season: number, first: number, last: number, correlations: Float64Array): readonly number[] {
  const count = Math.max(0, Math.floor(last) - first + 1);
  return Array.from({ length: count }, (_, k) => correlations[(first + k) * season] as number);
}

function isPeak(correlations: Float64Array, lag: number): boolean {
  const at = correlations[lag] as number;
  return at >= least && at >= (correlations[lag - 1] as number) && at >= (correlations[lag + 1] as number);
}
