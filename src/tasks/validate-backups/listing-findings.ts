import { artifactsOf, nameIn, sizeOf } from '../../domain/backup/artifacts.ts';
import { type BackupSet, dayText, missingDays } from '../../domain/backup/backup-set.ts';
import { isManifest } from '../../domain/backup/manifest.ts';
import { sizeBand } from '../../domain/backup/size-band.ts';
import type { Finding } from '../../domain/finding/finding.ts';
import { counted, formatBytes, formatSpan } from '../../domain/quantities.ts';
import { notReadFinding } from '../../observation/backup/reading-findings.ts';
import { PortError } from '../../ports/port-error.ts';
import type { PlanContext } from '../contract.ts';
import { notAllRead } from './content.ts';
import { expectedObjects } from './expected.ts';
import type { Habit } from './habit.ts';
import type { inputs as declared } from './inputs.ts';
import { type BackupKind, listCommand, objectiveOf } from './kinds.ts';
import { dumpsMissing, nothingInside, objectsMissing } from './missing-findings.ts';
import type { SeenBackups, SeenManifest } from './observe.ts';
import { subjectOf } from './subject.ts';

type Context = PlanContext<typeof declared>;

const dayMs = 86_400_000;

/** What the list of a kind's objects shows without reading them: whether backups are there, fresh, without gaps, and as large as before. */
export function listingFindings(seen: SeenBackups, context: Context): readonly Finding[] {
  const subject = `${seen.kind} backup`;
  if ('trouble' in seen) return [notListed(subject, seen.trouble)];
  const newest = seen.sets.at(-1);
  if (newest === undefined) return [noBackup(seen.kind, context)];
  return [
    ...tooOld(subject, seen.kind, newest, context),
    ...nothingInside(seen.kind, newest),
    ...notAllRead(seen.kind, newest),
    ...droppedOut(seen.kind, seen.sets, context),
    ...gaps(subject, seen, context),
    ...sizes(seen.kind, seen.sets, context),
    ...manifestTroubles(subject, seen.manifests),
    ...notAsStored(seen.kind, newest, seen.manifests),
  ];
}

function droppedOut(kind: BackupKind, sets: readonly BackupSet[], context: Context): readonly Finding[] {
  const newestDays = Math.max(1, Math.ceil(objectiveOf(kind, context.platform) / dayMs));
  const habit: Habit = { days: context.inputs.days, newestDays };
  return kind === 'database' ? dumpsMissing(sets, habit) : objectsMissing(kind, sets, habit);
}

/** Denied, missing and out of reach: the words of reading, about the list. */
function notListed(subject: string, trouble: ConstructorParameters<typeof PortError>[0]): Finding {
  return notReadFinding(subject, new PortError(trouble));
}

function noBackup(kind: BackupKind, { platform }: Context): Finding {
  const prefix = platform.backups.prefixes[kind];
  return {
    code: 'no-backup',
    severity: 'fail',
    subject: `${kind} backup`,
    title: 'there is no backup',
    evidence: `0 objects under ${prefix} in ${platform.backups.bucket} (recovery point ${formatSpan(objectiveOf(kind, platform))})`,
    next: `look at the job that makes it; what is there: ${listCommand(platform, prefix)}`,
  };
}

function tooOld(subject: string, kind: BackupKind, newest: BackupSet, { platform, now }: Context): readonly Finding[] {
  const age = Math.max(0, now - newest.madeAt);
  const objective = objectiveOf(kind, platform);
  if (age <= objective) return [];
  return [
    {
      code: 'backup-too-old',
      severity: 'fail',
      subject,
      title: 'the newest backup is older than the recovery point objective',
      evidence: `${nameOfSet(newest)} is ${formatSpan(age)} old (recovery point ${formatSpan(objective)})`,
      next: `look at the job that makes it; what is there: ${listCommand(platform, platform.backups.prefixes[kind])}`,
    },
  ];
}

const nameOfSet = ({ prefix }: BackupSet): string => prefix.slice(0, 200);

function gaps(
  subject: string,
  seen: Extract<SeenBackups, { sets: unknown }>,
  { inputs, platform }: Context,
): readonly Finding[] {
  const missing = missingDays(seen.sets, inputs.days, Math.max(dayMs, objectiveOf(seen.kind, platform)));
  if (missing.length === 0) return [];
  const some = missing.slice(-5).map(dayText);
  return [
    {
      code: 'days-without-backup',
      severity: 'warn',
      subject,
      title: 'there are days without a backup',
      evidence: `${counted(missing.length, 'day')} of the last ${inputs.days}: ${some.join(', ')}`,
      next: `look at why the job did not run then; what is there: ${listCommand(platform, platform.backups.prefixes[seen.kind])}`,
    },
  ];
}

/** A dump by itself where a database backup has several; other backups as a whole, without their manifests. */
export function namedSizes(kind: BackupKind, set: BackupSet): readonly (readonly [name: string, bytes: number])[] {
  if (kind === 'database') {
    return artifactsOf(set).map((artifact) => [artifact.name, sizeOf(artifact)] as const);
  }
  const bytes = set.objects.reduce((sum, object) => sum + (isManifest(object.key) ? 0 : object.bytes), 0);
  return [['', bytes]];
}

function sizes(kind: BackupKind, sets: readonly BackupSet[], { inputs, platform }: Context): readonly Finding[] {
  const newest = sets.at(-1);
  if (newest === undefined) return [];
  const earlier = sets.slice(0, -1).filter(({ day }) => day > newest.day - inputs.days);
  const known = earlier.flatMap((set) => namedSizes(kind, set));
  return namedSizes(kind, newest).flatMap(([name, bytes]) => {
    const band = sizeBand(
      known.flatMap(([other, size]) => (other === name ? [size] : [])),
      inputs['size-tolerance'],
    );
    if (band === undefined || (bytes >= band.low && bytes <= band.high)) return [];
    return [
      {
        code: 'size-outside-band',
        severity: 'warn' as const,
        subject: subjectOf(kind, name),
        title:
          bytes < band.low
            ? 'the backup is much smaller than those before'
            : 'the backup is much larger than those before',
        evidence: `${formatBytes(bytes)} (median of ${band.sizes} earlier ones ${formatBytes(band.median)}, expected ${formatBytes(band.low)} to ${formatBytes(band.high)})`,
        next: `compare what they hold; ${listCommand(platform, newest.prefix)}`,
      },
    ];
  });
}

function manifestTroubles(subject: string, manifests: readonly SeenManifest[]): readonly Finding[] {
  return manifests.flatMap((seen) => {
    if (!('trouble' in seen)) return [];
    const { message, next = 'look at what lies there', code } = seen.trouble;
    return [
      {
        code: 'manifest-not-read',
        severity: code === 'invalid' || code === 'not-found' ? ('fail' as const) : ('unknown' as const),
        subject,
        title: 'the manifest of the backup cannot be read',
        evidence: message,
        next,
      },
    ];
  });
}

/** Objects that a manifest names and that are not there, or are of another size. */
function notAsStored(kind: BackupKind, set: BackupSet, manifests: readonly SeenManifest[]): readonly Finding[] {
  const sizesThere = new Map(set.objects.map(({ key, bytes }) => [nameIn(set, key), bytes]));
  const expected = [...expectedObjects(manifests).values()];
  const missing = expected.filter(({ name }) => !sizesThere.has(name));
  const other = expected.filter(
    ({ name, bytes }) => bytes !== undefined && sizesThere.has(name) && sizesThere.get(name) !== bytes,
  );
  const next = 'make a new backup, and look at the job that made this one';
  const [gone] = missing;
  const findings: Finding[] = [];
  if (gone !== undefined) {
    const evidence = `${missing.length} of ${counted(expected.length, 'object')} of the manifest, such as ${gone.name.slice(0, 200)}`;
    findings.push({
      code: 'backup-missing',
      severity: 'fail',
      subject: `${kind} backup`,
      title: 'a part of the backup is missing',
      evidence,
      next,
    });
  }
  for (const { name, bytes = 0 } of other) {
    findings.push({
      code: 'size-not-as-stored',
      severity: 'fail',
      subject: subjectOf(kind, kind === 'database' ? name : ''),
      title: 'the backup has another size than when it was made',
      evidence: `${name.slice(0, 200)}: ${sizesThere.get(name)} bytes (manifest: ${bytes})`,
      next,
    });
  }
  return findings;
}
