import type { Finding } from '../../domain/finding/finding.ts';
import { evidenceOf } from '../../domain/kubernetes/pod-owner.ts';
import type { Draft } from '../../domain/plan/plan.ts';
import { counted, formatBytes, formatShare, formatSpan } from '../../domain/quantities.ts';
import { stepKinds } from '../../domain/step/kinds.ts';
import type { StepOf } from '../../domain/step/step.ts';
import { selectionFindings } from './findings.ts';
import type { DirectoryState } from './look.ts';
import type { FilesObservation, ObservedDirectory } from './observe.ts';
import type { OldFile } from './read-listing.ts';
import { planned, withinBudget } from './within-budget.ts';

/** The inputs that the plan depends on. */
export interface PlanInputs {
  readonly 'minimum-age': number;
  readonly 'maximum-share': number;
  readonly 'maximum-files': number;
}

/** Below this many files a directory is small, and the cap on the share would only be in the way. */
const smallDirectory = 100;

/** The oldest stale files of each directory, up to the caps; the rest waits for the next run, and that is said. */
export function plan(
  observation: FilesObservation,
  context: { readonly inputs: PlanInputs; readonly platform: { readonly namespace: string } },
): Draft {
  const { inputs, platform } = context;
  const directories = observation.measurements.flatMap((selection) => selection.directories);
  const chosen = withinBudget(
    directories.map((directory) => ({ directory, files: chosenFiles(directory.found, inputs) })),
  );
  const steps = chosen
    .filter(({ files }) => files.length > 0)
    .map(({ directory, files }) => deletion(directory, files, inputs));
  const all = chosen.flatMap(({ files }) => files);
  const spared = sum(directories, (found) => found.inUse + found.locked);
  return {
    steps,
    refusals: [],
    notChecked: [],
    findings: [
      ...observation.measurements.flatMap((selection) => selectionFindings(selection, platform.namespace)),
      ...chosen.flatMap(({ directory, files }) => leftForLater(directory, files, inputs)),
    ],
    measurements: [
      { name: 'stale-files', value: all.length, unit: 'count' },
      { name: 'stale-bytes', value: bytesOf(all), unit: 'bytes' },
    ],
    result:
      all.length === 0
        ? `nothing to do: no file in ${counted(directories.length, 'directory', 'directories')} is older than ${formatSpan(inputs['minimum-age'])}${sparedWords(spared)}`
        : `${counted(all.length, 'file')}, ${formatBytes(bytesOf(all))} to delete${sparedWords(spared)}`,
  };
}

/** `; 3 spared (in use or locked)`. */
export const sparedWords = (spared: number): string => (spared === 0 ? '' : `; ${spared} spared (in use or locked)`);

const bytesOf = (files: readonly OldFile[]): number => files.reduce((total, file) => total + file.bytes, 0);

const sum = (
  directories: readonly ObservedDirectory[],
  of: (found: Extract<DirectoryState, { state: 'listed' }>) => number,
): number => directories.reduce((total, { found }) => total + (found.state === 'listed' ? of(found) : 0), 0);

function chosenFiles(found: DirectoryState, inputs: PlanInputs): readonly OldFile[] {
  if (found.state !== 'listed') return [];
  const files = found.stale.length + found.inUse + found.locked + found.young;
  const byShare = files <= smallDirectory ? files : Math.floor(files * inputs['maximum-share']);
  return found.stale.slice(0, Math.min(byShare, inputs['maximum-files']));
}

function leftForLater(
  { ref, owner, directory, found }: ObservedDirectory,
  chosen: readonly OldFile[],
  inputs: PlanInputs,
): readonly Finding[] {
  if (found.state !== 'listed' || (found.stale.length === chosen.length && !found.truncated)) return [];
  const more = found.truncated ? 'at least ' : '';
  return [
    {
      code: 'capped',
      severity: 'info',
      subject: `${owner} ${directory}`,
      title: 'not all stale files are deleted in one run',
      evidence: evidenceOf(
        ref.pod,
        owner,
        `${more}${counted(found.stale.length, 'stale file')}, ${chosen.length} in this run (caps: ${formatShare(inputs['maximum-share'])} of the files, ${inputs['maximum-files']} files, and what a plan over all directories holds)`,
      ),
      next: 'nothing: the next run goes on; or raise `maximum-share` and `maximum-files`',
    },
  ];
}

/** The id of the step that deletes at a place. */
export const deletionOf = (place: string): string => `delete-files ${place}`;

function deletion(
  { ref, place, owner, directory }: ObservedDirectory,
  files: readonly OldFile[],
  inputs: PlanInputs,
): StepOf<'delete-files'> {
  const bytes = bytesOf(files);
  const largest = [...files].sort((a, b) => b.bytes - a.bytes).slice(0, 5);
  return {
    id: deletionOf(place),
    kind: 'delete-files',
    subject: place,
    ...(`${owner} ${directory}` === place ? {} : { owner: `${owner} ${directory}` }),
    from: { files: files.length, bytes, largest: largest.map((file) => `${file.shown} (${formatBytes(file.bytes)})`) },
    to: { files: 0 },
    parameters: {
      ...ref,
      directory,
      minimumAgeMs: inputs['minimum-age'],
      files: files.map(planned),
    },
    why: `not read, written or changed for ${formatSpan(inputs['minimum-age'])}`,
    risk: 'a program may expect a file that it last used long ago; open and locked files are spared',
    undo: `cannot be undone: ${stepKinds['delete-files'].cannotBeUndone}`,
    deadlineMs: 90_000,
  };
}
