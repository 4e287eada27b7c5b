import { isBeside } from './beside.ts';

/** An object of the bucket, as the store lists it. */
export interface ListedObject {
  readonly key: string;
  readonly bytes: number;
  /** Epoch ms. */
  readonly modifiedAt: number;
}

/** What one run of a backup job left: the objects that belong together. */
export interface BackupSet {
  /** What their keys have in common: `database/2026-11-24/`. */
  readonly prefix: string;
  /** Days since 1970, UTC: of the date in the keys, else of the newest object. */
  readonly day: number;
  /**
   * When the newest of its objects was written, manifests, notes and logs apart; not after the day in its keys has ended
   * everywhere: a copy of the bucket is younger than what is in it. Epoch ms.
   */
  readonly madeAt: number;
  /** In the order of keys. */
  readonly objects: readonly ListedObject[];
}

const dayMs = 86_400_000;
/** A day ends so long after it has ended in UTC, in the zone that is last (UTC−12), ms. */
const lastZoneMs = 12 * 3_600_000;
/** `2026-11-24` or `20261124`, and maybe a time behind it. */
const dated =
  /(?<!\d)(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?:[T_-]?[0-2]\d[-:]?[0-5]\d(?:[-:]?[0-5]\d)?Z?)?(?!\d)/;

/**
 * The sets among the objects under a prefix, oldest first. What comes before the end of the date in a key names the set
 * (`<prefix>2026-11-24/…`, `<prefix>nightly/20261124T0130/…`, `<prefix>2026-11-24.dump`); objects without a date belong
 * together by the folder they are in and the day they were written.
 */
export function backupSets(objects: readonly ListedObject[], prefix: string): readonly BackupSet[] {
  const groups = new Map<string, { day: number; prefix: string; objects: ListedObject[] }>();
  for (const object of objects) {
    if (object.key.endsWith('/')) continue;
    const place = placeOf(object, prefix);
    const group = groups.get(place.id) ?? { day: place.day, prefix: place.prefix, objects: [] };
    group.objects.push(object);
    groups.set(place.id, group);
  }
  const sets = [...groups.values()].map((group) => ({
    ...group,
    madeAt: madeAt(group),
    objects: group.objects.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  }));
  return sets.sort((a, b) => a.day - b.day || a.madeAt - b.madeAt || (a.prefix < b.prefix ? -1 : 1));
}

function madeAt({ day, objects }: { readonly day: number; readonly objects: readonly ListedObject[] }): number {
  const contents = objects.filter(({ key }) => !isBeside(key));
  const newest = Math.max(...(contents.length === 0 ? objects : contents).map(({ modifiedAt }) => modifiedAt));
  return Math.min(newest, (day + 1) * dayMs + lastZoneMs);
}

function placeOf({ key, modifiedAt }: ListedObject, prefix: string): { id: string; prefix: string; day: number } {
  const rest = key.slice(prefix.length);
  const match = dated.exec(rest);
  if (match !== null) {
    const [date, year, month, day] = match;
    const end = match.index + date.length;
    const common = prefix + rest.slice(0, rest[end] === '/' ? end + 1 : end);
    return { id: common, prefix: common, day: Date.UTC(Number(year), Number(month) - 1, Number(day)) / dayMs };
  }
  const day = Math.floor(modifiedAt / dayMs);
  const folder = prefix + rest.slice(0, rest.indexOf('/') + 1);
  return { id: `${folder}\n${day}`, prefix: folder, day };
}

/** `2026-11-24` */
export function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/**
 * The days without a backup between the oldest and the newest of the last `days`, where one was due at least every
 * `everyMs`. Days are whole ones in UTC: a backup made later than the day before is no gap.
 */
export function missingDays(sets: readonly BackupSet[], days: number, everyMs: number): readonly number[] {
  const newest = sets.at(-1)?.day;
  if (newest === undefined) return [];
  const there = [...new Set(sets.map(({ day }) => day))].filter((day) => day > newest - days);
  const step = Math.max(1, Math.ceil(everyMs / dayMs));
  return there.flatMap((day, index) => {
    const next = there[index + 1] ?? day;
    const missing = Math.ceil((next - day) / step) - 1;
    return Array.from({ length: Math.max(0, missing) }, (_, k) => day + (k + 1) * step);
  });
}
