import { mapBounded } from '../../domain/bounded.ts';
import type { Measurement } from '../../domain/measurement.ts';
import { counted, formatBytes } from '../../domain/quantities.ts';
import type { AppliedStep } from '../../domain/step/effect.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Done, Verification } from '../contract.ts';
import { selectionFindings } from './findings.ts';
import { lookAtDirectory } from './look.ts';
import type { FilesObservation, LookInputs, ObservedDirectory, ObservedSelection } from './observe.ts';
import { deletionOf, sparedWords } from './plan.ts';

/** Look again at every directory that was cleaned; what was freed is what the file system says. Others write there too. */
export async function verify(
  context: TaskContext<'cluster'>,
  done: Done<FilesObservation>,
  inputs: LookInputs,
): Promise<Verification> {
  const cleaned = new Set(
    done.applied.filter((applied) => applied.outcome === 'done').map((applied) => applied.step.id),
  );
  const after: ObservedSelection[] = [];
  for (const selection of done.observation.measurements) {
    const again = async (directory: ObservedDirectory): Promise<ObservedDirectory> =>
      cleaned.has(deletionOf(directory.place))
        ? {
            ...directory,
            found: await lookAtDirectory(
              context.ports.cluster,
              directory.ref,
              directory.directory,
              inputs['minimum-age'],
            ),
          }
        : directory;
    after.push({ ...selection, directories: await mapBounded(selection.directories, inputs.concurrency, again) });
  }
  const deleted = total(done.applied, 'files-deleted');
  const bytes = total(done.applied, 'bytes-deleted');
  const spared = total(done.applied, 'files-spared') + sparedBefore(done.observation);
  return {
    findings: [
      ...after.flatMap((selection) => selectionFindings(selection, context.platform.namespace)),
      ...done.draft.findings.filter((finding) => finding.code === 'capped'),
    ],
    measurements: freed(done.observation.measurements, after),
    result: `${counted(deleted, 'file')}, ${formatBytes(bytes)} deleted${freedWords(done.applied)}${sparedWords(spared)}`,
  };
}

/** `, 2.1 GB freed`, by what the file systems gained around each deletion; nothing where one was not measured. */
function freedWords(applied: readonly AppliedStep[]): string {
  const deleting = applied.filter((step) => total([step], 'files-deleted') > 0);
  const measured = deleting.every(({ effect }) => effect?.measurements.some(({ name }) => name === 'bytes-freed'));
  return measured && deleting.length > 0 ? `, ${formatBytes(Math.max(0, total(applied, 'bytes-freed')))} freed` : '';
}

const total = (applied: readonly AppliedStep[], name: string): number =>
  applied
    .flatMap((step) => step.effect?.measurements ?? [])
    .reduce((sum, measured) => sum + (measured.name === name ? measured.value : 0), 0);

const sparedBefore = (observation: FilesObservation): number =>
  observation.measurements
    .flatMap((selection) => selection.directories)
    .reduce((sum, { found }) => sum + (found.state === 'listed' ? found.inUse + found.locked : 0), 0);

/** Free bytes of each file system after against before. Others write there too, so this may differ from the files' sizes. */
function freed(before: readonly ObservedSelection[], after: readonly ObservedSelection[]): readonly Measurement[] {
  const earlier = new Map(
    before.flatMap((selection) => selection.directories).map((directory) => [directory.place, directory.found]),
  );
  return after
    .flatMap((selection) => selection.directories)
    .flatMap((directory) => {
      const then = earlier.get(directory.place);
      const now = directory.found;
      if (then?.state !== 'listed' || now.state !== 'listed' || then === now || !then.space || !now.space) return [];
      return [
        {
          name: 'file-system-free',
          subject: directory.place,
          value: now.space.free,
          unit: 'bytes' as const,
          comparedWith: { what: 'before', value: then.space.free },
        },
      ];
    });
}
