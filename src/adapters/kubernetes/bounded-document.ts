const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value), 'utf8');

/** Without the oldest tenth, at least one. */
const younger = <T>(items: readonly T[]): readonly T[] => items.slice(Math.max(1, Math.ceil(items.length / 10)));

/** When an entry was first seen, if it says so; what does not say counts as old. */
const ageKey = (entry: unknown): string => String((entry as { firstSeen?: unknown } | null)?.firstSeen ?? '');

function shrunk(document: object): object {
  if (Array.isArray(document)) return younger(document);
  const entries = Object.entries(document);
  const series = entries.filter(([, value]) => Array.isArray(value) && value.length > 1);
  if (series.length > 0) {
    // The longest series give first: so one noisy metric does not cost the others their history.
    const longest = Math.max(...series.map(([, value]) => (value as unknown[]).length));
    return Object.fromEntries(
      entries.map(([key, value]) =>
        Array.isArray(value) && value.length > 1 && value.length >= longest / 2 ? [key, younger(value)] : [key, value],
      ),
    );
  }
  return Object.fromEntries(younger(entries.sort(([, a], [, b]) => (ageKey(a) < ageKey(b) ? -1 : 1))));
}

/**
 * The document, if its JSON has at most so many bytes; else without its oldest parts: the front of a list, the front of
 * the longest series, the entries that were seen first.
 */
export function bounded(document: object, mostBytes: number): object {
  let fitting = document;
  while (sizeOf(fitting) > mostBytes && Object.keys(fitting).length > 0) fitting = shrunk(fitting);
  return fitting;
}
