import type { BackupSet } from '../../domain/backup/backup-set.ts';

/** So many earlier days with backups make a habit. */
const leastDays = 3;

/** Where a name is looked for: how many days back, and for how many the newest backups stand together. */
export interface Habit {
  readonly days: number;
  readonly newestDays: number;
}

/** What most of the last days have and the newest do not. */
export interface Missed {
  readonly name: string;
  /** Days that have it, of so many with backups. */
  readonly days: number;
  readonly ofDays: number;
  /** What was said of it on the last of them. */
  readonly last: number;
  /** What is said of it now: 0 where it is gone. */
  readonly now: number;
}

/** A number for each name in a set: its size, or how many there are of it. */
export type Named = (sets: readonly BackupSet[]) => ReadonlyMap<string, number>;

/**
 * Names that most of the last days have and the newest do not; and, for numbers that were the same on every one of those
 * days, names of which there is less now (`counts`). What was given up on purpose is missed until most of those days are
 * without it.
 */
export function missed(
  sets: readonly BackupSet[],
  { days, newestDays }: Habit,
  named: Named,
  counts = false,
): readonly Missed[] {
  const newest = sets.at(-1)?.day;
  if (newest === undefined) return [];
  const isNew = ({ day }: BackupSet): boolean => day > newest - newestDays;
  const here = named(sets.filter(isNew));
  const earlier = sets.filter((set) => !isNew(set) && set.day > newest - days);
  const byDay = [...Map.groupBy(earlier, ({ day }) => day).values()].map(named);
  if (byDay.length < leastDays) return [];
  const names = new Set(byDay.flatMap((day) => [...day.keys()]));
  return [...names].flatMap((name): readonly Missed[] => {
    const seen = byDay.flatMap((day) => day.get(name) ?? []);
    const [now, last] = [here.get(name) ?? 0, seen.at(-1) ?? 0];
    const isGone = !here.has(name) && seen.length * 2 > byDay.length;
    const isFewer = counts && now < last && seen.length === byDay.length && seen.every((count) => count === last);
    return isGone || isFewer ? [{ name, days: seen.length, ofDays: byDay.length, last, now }] : [];
  });
}

/** A name without what may differ from day to day: dates, numbers and hashes in it become `#`. */
export function withoutNumbers(name: string): string {
  return name.replace(/(?<![a-z0-9])(?=[a-f]*\d)[0-9a-f]{6,}(?![a-z0-9])|\d+(?:[-_:.T]?\d+)*Z?/gi, '#');
}
