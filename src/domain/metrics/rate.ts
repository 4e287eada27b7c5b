import type { Sample } from './text-format.ts';

/** How a counter grew between two readings. */
export interface CounterRate {
  /** Per second. */
  readonly rate: number;
  readonly increase: number;
  readonly elapsedMs: number;
  /** Series that began anew in between (the process restarted). */
  readonly resets: number;
}

const seriesKey = ({ name, labels }: Sample): string =>
  JSON.stringify([name, Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))]);

/**
 * The rate of a counter, summed over its series. A value below the one before means that the counter began anew: what it
 * shows now is what it grew (as Prometheus' `rate` counts resets). A series that is new counts from zero, one that is
 * gone counts nothing. Undefined when nothing can be said: no series in the second reading, no time between the two, or
 * a value that is no number.
 */
export function counterRate(
  first: readonly Sample[],
  second: readonly Sample[],
  elapsedMs: number,
): CounterRate | undefined {
  if (second.length === 0 || elapsedMs <= 0) return undefined;
  const before = new Map(first.map((sample) => [seriesKey(sample), sample.value]));
  let increase = 0;
  let resets = 0;
  for (const sample of second) {
    const earlier = before.get(seriesKey(sample)) ?? 0;
    if (!Number.isFinite(sample.value) || !Number.isFinite(earlier)) return undefined;
    if (sample.value < earlier) resets += 1;
    increase += sample.value < earlier ? sample.value : sample.value - earlier;
  }
  return { rate: (increase / elapsedMs) * 1000, increase, elapsedMs, resets };
}
