import { artifactsOf, nameIn, sizeOf } from '../../domain/backup/artifacts.ts';
import type { BackupSet } from '../../domain/backup/backup-set.ts';
import { isNote } from '../../domain/backup/beside.ts';
import { isManifest } from '../../domain/backup/manifest.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { counted, formatBytes } from '../../domain/quantities.ts';
import { type Habit, missed, withoutNumbers } from './habit.ts';
import type { BackupKind } from './kinds.ts';
import { subjectOf } from './subject.ts';

const next = 'look at the job that makes it; if it was still running: let it end before this window opens';

/** The dumps of a database backup, or what else holds its content; manifests, notes and logs are none. */
const contentsOf = (kind: BackupKind, set: BackupSet): readonly unknown[] =>
  kind === 'database' ? artifactsOf(set) : set.objects.filter(({ key }) => !isManifest(key) && !isNote(key));

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

const ifGivenUp = `${next}; if it is no longer wanted: this ends when most of the last days are without it`;

/** Dumps that most of the last days have and the newest do not: a database that dropped out of its job. */
export function dumpsMissing(sets: readonly BackupSet[], habit: Habit): readonly Finding[] {
  const sizes = (of: readonly BackupSet[]) =>
    new Map(of.flatMap((set) => artifactsOf(set).map((dump) => [dump.name, sizeOf(dump)] as const)));
  return missed(sets, habit, sizes).map(({ name, days, ofDays, last }) => ({
    code: 'backup-missing',
    severity: 'fail',
    subject: subjectOf('database', name),
    title: 'a dump that was always there is missing from the newest backup',
    evidence: `${name.slice(0, 200)}: in ${days} of the last ${counted(ofDays, 'day')} with backups, last ${formatBytes(last)}`,
    next: ifGivenUp,
  }));
}

/** So many names are told; how many there are is said beside them. */
const mostNames = 5;

/**
 * Objects of a configuration's or a chain's backup that dropped out of it, by names without dates, numbers and hashes. Of
 * a configuration it is a warning: what was removed from the cluster leaves its backup as well.
 */
export function objectsMissing(
  kind: Exclude<BackupKind, 'database'>,
  sets: readonly BackupSet[],
  habit: Habit,
): readonly Finding[] {
  const counts = (of: readonly BackupSet[]): ReadonlyMap<string, number> => mostOfASet(of.map(countsOf));
  const gone = missed(sets, habit, counts, true);
  if (gone.length === 0) return [];
  const words = gone.slice(0, mostNames).map(({ name, days, ofDays, last, now }) => {
    const here = now === 0 ? '' : `, ${now} instead of ${last}`;
    return `${name.slice(0, 120)} (in ${days} of the last ${counted(ofDays, 'day')} with backups${here})`;
  });
  const more = gone.length > mostNames ? ` and ${gone.length - mostNames} more` : '';
  return [
    {
      code: 'objects-missing',
      severity: kind === 'blockchain' ? 'fail' : 'warn',
      subject: `${kind} backup`,
      title: 'objects that were always there are missing from the newest backup',
      evidence: `${words.join(', ')}${more}`,
      next: ifGivenUp,
    },
  ];
}

function countsOf(set: BackupSet): ReadonlyMap<string, number> {
  const contents = set.objects.filter(({ key }) => !isManifest(key) && !isNote(key));
  const groups = Map.groupBy(contents, ({ key }) => withoutNumbers(nameIn(set, key)));
  return new Map([...groups].map(([name, objects]) => [name, objects.length]));
}

/** Of several sets of a day, the most that one of them has of a name. */
function mostOfASet(sets: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const [name, count] of sets.flatMap((set) => [...set])) most.set(name, Math.max(count, most.get(name) ?? 0));
  return most;
}
