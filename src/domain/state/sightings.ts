import type { TaskOutcome } from '../report/outcome.ts';
import type { StateDocuments } from './documents.ts';

/** Things of one kind as a run saw them, all of them: what counts only by how long it has been so. */
export interface Sightings {
  /** The kind: `unused-index`. */
  readonly of: string;
  /** What names each of them for as long as it exists. */
  readonly keys: readonly string[];
}

const keptKeys = 2_000;

/**
 * The sightings with those of this run: each under the moment when it was seen first without a gap. What a run did not see
 * any more is forgotten, kind by kind. Beyond 2,000 of a kind those that were seen first stay.
 */
export function rememberSightings(
  known: StateDocuments['sightings'],
  outcomes: readonly TaskOutcome[],
  at: number,
): StateDocuments['sightings'] {
  const now = new Date(at).toISOString();
  const next = new Map(Object.entries(known));
  for (const { sightings } of outcomes) {
    if (sightings === undefined) continue;
    const before = new Map(Object.entries(next.get(sightings.of) ?? {}));
    const seen = [...new Set(sightings.keys)].map((key) => [key, before.get(key) ?? now] as const);
    const oldest = seen.toSorted(([, one], [, other]) => (one < other ? -1 : Number(one > other)));
    next.set(sightings.of, Object.fromEntries(oldest.slice(0, keptKeys)));
  }
  return Object.fromEntries(next);
}

/** Since when each thing of a kind has been seen, epoch ms. */
export function firstSeenOf(known: StateDocuments['sightings'], of: string): ReadonlyMap<string, number> {
  const all = Object.hasOwn(known, of) ? (known[of] ?? {}) : {};
  return new Map(Object.entries(all).map(([key, at]) => [key, Date.parse(at)]));
}
