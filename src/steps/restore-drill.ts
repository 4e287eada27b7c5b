import type { Finding } from '../domain/finding/finding.ts';
import type { Measurement } from '../domain/measurement.ts';
import { counted, formatBytes, formatSpan } from '../domain/quantities.ts';
import type { Effect } from '../domain/step/effect.ts';
import type { StepOf } from '../domain/step/step.ts';
import { isClusterDump, rolesAreKept, rolesSize } from '../observation/backup/cluster-dump.ts';
import { type StoredFiles, storedFiles } from '../observation/backup/files.ts';
import { notReadFinding, readingFindings } from '../observation/backup/reading-findings.ts';
import { restoreFindings, rolesNeeded } from '../observation/backup/restore-findings.ts';
import type { BackupFile, Restoration } from '../ports/drill.ts';
import { PortError } from '../ports/port-error.ts';
import { defineStep, type StepContext } from './executor.ts';

type DrillStep = StepOf<'restore-drill'>;
type Context = StepContext<'objectStore' | 'drill'>;

/** Restore a dump into a throw-away server on the runner. Nothing on the platform is touched, and nothing of it stays. */
export default defineStep({
  kind: 'restore-drill',
  ports: ['objectStore', 'drill'],
  provedBy: 'apply',
  precondition: async () => ({ holds: true }),
  apply: async (context, step) => {
    const { parameters, subject } = step;
    const { files, expected } = storedFiles(context.ports.objectStore, parameters.objects);
    try {
      const [only] = files;
      if (only !== undefined && files.length === 1 && (await isClusterDump(context, only, parameters.bounds)))
        return await readRoles(context, step, only, expected);
      const request = { ...parameters, sha256: true };
      const restoration = await context.ports.drill.restore(files, request, context.signal);
      const reading = readingFindings(subject, restoration.reading, expected());
      if (restoration.reading.damage !== undefined) return effectOf(subject, restoration, reading);
      const kept = rolesNeeded(restoration).length === 0 || (await rolesAreKept(context, parameters));
      return effectOf(subject, restoration, [...reading, ...restoreFindings(subject, restoration, parameters, kept)]);
    } catch (error) {
      if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
      if (error.code === 'missing-tool' || error.code === 'busy' || error.code === 'failed')
        return onlyRead(context, step, error);
      return { text: 'not read', measurements: [], findings: [notReadFinding(subject, error)] };
    }
  },
  // a drill whose answer was lost has shown nothing, and has left nothing
  settle: async () => 'cannot-tell',
});

/** Roles are nothing to restore by themselves: they are read to their end. */
async function readRoles(
  context: Context,
  { parameters, subject }: DrillStep,
  file: BackupFile,
  expected: StoredFiles['expected'],
): Promise<Effect> {
  const request = { bounds: parameters.bounds, sha256: true, as: 'dump' as const };
  const reading = await context.ports.drill.read(file, request, context.signal);
  const findings = readingFindings(subject, reading, expected());
  if (reading.damage !== undefined) return { text: `not restored: ${reading.damage.says}`, measurements: [], findings };
  const size: Measurement = { name: rolesSize, subject, value: reading.bytes, unit: 'bytes' };
  return { text: `roles alone, ${formatBytes(reading.bytes)}, read to their end`, measurements: [size], findings };
}

/** Where nothing can be restored, the backup is read to its end at least. */
async function onlyRead(context: Context, { parameters, subject }: DrillStep, why: PortError): Promise<Effect> {
  const { files, expected } = storedFiles(context.ports.objectStore, parameters.objects);
  const request = {
    bounds: parameters.bounds,
    sha256: true,
    as: files.length === 1 ? ('dump' as const) : ('bytes' as const),
  };
  const findings: Finding[] = [
    {
      code: 'restore-not-possible',
      severity: 'unknown',
      subject,
      title: 'whether the backup can be restored is not known',
      evidence: why.message,
      next: why.next ?? 'run the task again, on another runner if need be',
    },
  ];
  for (const file of files) {
    try {
      findings.push(
        ...readingFindings(subject, await context.ports.drill.read(file, request, context.signal), expected()),
      );
    } catch (error) {
      if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
      findings.push(notReadFinding(subject, error));
    }
  }
  return { text: 'read to its end, not restored', measurements: [], findings };
}

function effectOf(subject: string, restoration: Restoration, findings: readonly Finding[]): Effect {
  const { reading, tables, rows, restoreMs, server, workspace } = restoration;
  if (reading.damage !== undefined) {
    return { text: `not restored: ${reading.damage.says}`, measurements: [], findings };
  }
  const text = `${counted(tables, 'table')}, ${counted(rows, 'row')} (${formatBytes(restoration.databaseBytes)}) in ${formatSpan(restoreMs)} into PostgreSQL ${server} in ${workspace === 'memory' ? 'memory' : 'a folder'}${checked(restoration)}`;
  const measured = (name: string, value: number, unit: Measurement['unit']): Measurement => ({
    name,
    subject,
    value,
    unit,
  });
  const measurements = [
    measured('restore-time', Math.round(restoreMs), 'ms'),
    measured('restored-rows', rows, 'count'),
    measured('restored-tables', tables, 'count'),
    measured('restored-size', restoration.databaseBytes, 'bytes'),
  ];
  return { text, measurements, findings };
}

const checked = ({ amcheck }: Restoration): string =>
  amcheck === undefined
    ? ''
    : `, pg_amcheck ${amcheck.outcome === 'clean' ? 'clean' : amcheck.outcome.replace('-', ' ')}`;
