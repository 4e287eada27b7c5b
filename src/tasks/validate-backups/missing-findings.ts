import { artifactsOf, sizeOf } from '../../domain/backup/artifacts.ts';
import type { BackupSet } from '../../domain/backup/backup-set.ts';
import { isNote } from '../../domain/backup/beside.ts';
import { isManifest } from '../../domain/backup/manifest.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { counted, formatBytes } from '../../domain/quantities.ts';
import type { BackupKind } from './kinds.ts';
import { subjectOf } from './subject.ts';

const next = 'look at the job that makes it; if it was still running: let it end before this window opens';

/** The dumps of a database backup, or what else holds its content; manifests, notes and logs are none. */
const contentsOf = (kind: BackupKind, set: BackupSet): readonly unknown[] =>
  kind === 'database'
    ? artifactsOf(set).filter((artifact) => artifact.kind === 'dump')
    : set.objects.filter(({ key }) => !isManifest(key) && !isNote(key));

/** A set in which nothing is backed up: a job that wrote its log alone. */
export function nothingInside(kind: BackupKind, newest: BackupSet): readonly Finding[] {
  if (contentsOf(kind, newest).length > 0) return [];
  return [
    {
      code: 'backup-missing',
      severity: 'fail',
      subject: `${kind} backup`,
      title: 'the newest backup holds nothing that was backed up',
      evidence: `${newest.prefix.slice(0, 200)}: ${counted(newest.objects.length, 'object')}, none of them ${kind === 'database' ? 'a dump' : 'content'}`,
      next,
    },
  ];
}

/** So many earlier days with backups make a habit. */
const leastDays = 3;

/** Where a dump is looked for: how many days back, and for how many the newest backups stand together. */
export interface Habit {
  readonly days: number;
  readonly newestDays: number;
}

/**
 * Dumps that most of the last days have and the newest do not: a database that dropped out of its job. A dump that was
 * given up on purpose is missed until most of those days are without it.
 */
export function dumpsMissing(sets: readonly BackupSet[], { days, newestDays }: Habit): readonly Finding[] {
  const newest = sets.at(-1)?.day;
  if (newest === undefined) return [];
  const isNew = ({ day }: BackupSet): boolean => day > newest - newestDays;
  const here = new Set(sets.filter(isNew).flatMap((set) => dumpsOf(set).map(({ name }) => name)));
  const earlier = sets.filter((set) => !isNew(set) && set.day > newest - days);
  const byDay = Map.groupBy(earlier, ({ day }) => day);
  if (byDay.size < leastDays) return [];
  const last = new Map<string, { readonly days: number; readonly bytes: number }>();
  for (const ofDay of byDay.values()) {
    const dumps = new Map(ofDay.flatMap((set) => dumpsOf(set).map((dump) => [dump.name, sizeOf(dump)] as const)));
    for (const [name, bytes] of dumps) last.set(name, { days: (last.get(name)?.days ?? 0) + 1, bytes });
  }
  return [...last].flatMap(([name, seen]): readonly Finding[] => {
    if (here.has(name) || seen.days * 2 <= byDay.size) return [];
    return [
      {
        code: 'backup-missing',
        severity: 'fail',
        subject: subjectOf('database', name),
        title: 'a dump that was always there is missing from the newest backup',
        evidence: `${name.slice(0, 200)}: in ${seen.days} of the last ${counted(byDay.size, 'day')} with backups, last ${formatBytes(seen.bytes)}`,
        next: `${next}; if it is no longer wanted: this ends when most of the last days are without it`,
      },
    ];
  });
}

const dumpsOf = (set: BackupSet) => artifactsOf(set).filter(({ kind }) => kind === 'dump');
