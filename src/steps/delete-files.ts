import { counted, formatBytes } from '../domain/quantities.ts';
import type { StepParameters } from '../domain/step/kinds.ts';
import type { StepOf } from '../domain/step/step.ts';
import { deleteOldFiles, fileIdentity, identifyFiles, moreMinutesThan } from '../observation/container-files.ts';
import { filesInUse } from '../observation/files-in-use.ts';
import { insideContainer } from '../observation/inside-container.ts';
import { podMoved } from '../observation/pods.ts';
import type { Cluster, ExecResult } from '../ports/cluster.ts';
import { PortError } from '../ports/port-error.ts';
import { type Deletion, readDeletion } from './delete-files/deletion.ts';
import { deletionFindings } from './delete-files/findings.ts';
import { defineStep } from './executor.ts';

const timeoutMs = 60_000;

/** Delete the planned files of one directory, each only if it is still the same plain file, as old, and neither open nor locked. */
export default defineStep({
  kind: 'delete-files',
  ports: ['cluster'],
  provedBy: 'apply',
  precondition: async (context, step) => {
    const moved = await podMoved(context.ports.cluster, step.parameters);
    return moved === undefined ? { holds: true } : { holds: false, moved };
  },
  apply: async (context, step) => {
    const { files } = step.parameters;
    const { cluster } = context.ports;
    const wanted = await unused(cluster, step);
    const { deletion, refused } = wanted.length === 0 ? nothing : await deletionOf(cluster, step, wanted);
    const { bytes, gained } = deletion;
    const spared = files.length - deletion.files - refused;
    const words = `${counted(deletion.files, 'file')}, ${formatBytes(bytes)} deleted${gained === undefined ? '' : `, ${formatBytes(Math.max(0, gained))} freed`}`;
    return {
      text: `${words}${spared === 0 ? '' : `; ${spared} were in use, touched or gone by then`}`,
      measurements: [
        { name: 'files-deleted', subject: step.subject, value: deletion.files, unit: 'count' },
        { name: 'bytes-deleted', subject: step.subject, value: bytes, unit: 'bytes' },
        ...(gained === undefined
          ? []
          : [{ name: 'bytes-freed', subject: step.subject, value: gained, unit: 'bytes' as const }]),
        { name: 'files-spared', subject: step.subject, value: spared, unit: 'count' },
      ],
      findings: deletionFindings(step, deletion, refused),
    };
  },
  settle: async () => 'cannot-tell',
});

type DeleteFiles = StepOf<'delete-files'>;
type Files = StepParameters['delete-files']['files'];

/** Those that are still the planned files, and neither open nor locked. Throws where that cannot be told: nothing may go then. */
async function unused(cluster: Cluster, { subject, parameters }: DeleteFiles): Promise<Files> {
  const { files, directory, minimumAgeMs: _age, ...target } = parameters;
  const used = await filesInUse(cluster, target, timeoutMs);
  if (!used.known)
    throw new PortError({
      code: 'failed',
      subject,
      message: `nothing is deleted: ${used.cause}`,
      next: 'run all processes of the container as one user',
    });
  const identified = await cluster.exec(target, identifyFiles, { timeoutMs, stdin: namesOf(files) });
  if (hasNotRun(identified)) throw failed(subject, target, directory, identified);
  const same = new Set(Buffer.from(identified.stdout).toString('latin1').split('\0'));
  return files.filter(({ path, device, inode }) => {
    const identity = fileIdentity(device, inode);
    const named = Buffer.from(path, 'base64').toString('latin1');
    return same.has(`${identity} ${named}`) && !used.open.has(identity) && !used.locked.has(inode);
  });
}

/** Where no file is left to delete, find is not run. */
const nothing = { deletion: readDeletion(''), refused: 0 };

/** What find deleted of these, and how many it could not. */
async function deletionOf(
  cluster: Cluster,
  { subject, parameters }: DeleteFiles,
  wanted: Files,
): Promise<{ readonly deletion: Deletion; readonly refused: number }> {
  const { files: _planned, minimumAgeMs, directory, ...target } = parameters;
  const command = deleteOldFiles(moreMinutesThan(minimumAgeMs));
  const around = Buffer.from(`${directory}\0`);
  const stdin = Buffer.concat([around, namesOf(wanted), around]);
  const result = await cluster.exec(target, command, { timeoutMs, stdin });
  const deletion = readDeletion(new TextDecoder().decode(result.stdout));
  if (deletion.files === 0 && result.exitCode !== 0) throw failed(subject, target, directory, result);
  const refusals = [...new TextDecoder().decode(result.stderr).matchAll(/^find: cannot delete /gm)];
  return { deletion, refused: Math.min(refusals.length, wanted.length - deletion.files) };
}

/** find ends with 1 also where only a file was gone; with more than that it was not find that ended it. */
const hasNotRun = ({ exitCode, stdout, stderr }: ExecResult): boolean =>
  exitCode > 1 || (exitCode === 1 && stdout.length === 0 && isUnknownOption(stderr));

const isUnknownOption = (stderr: Uint8Array): boolean =>
  /unknown predicate|unrecognized/i.test(new TextDecoder().decode(stderr));

/** File names as bytes, each ended by NUL, as `-files0-from` reads them. */
function namesOf(files: Files): Uint8Array {
  return Buffer.concat(files.flatMap(({ path }) => [Buffer.from(path, 'base64'), Buffer.of(0)]));
}

function failed(
  subject: string,
  target: { readonly namespace: string; readonly pod: string; readonly container: string },
  directory: string,
  result: { readonly exitCode: number; readonly stderr: Uint8Array },
): PortError {
  const old = isUnknownOption(result.stderr);
  return new PortError({
    code: old ? 'missing-tool' : 'failed',
    subject,
    message: old
      ? 'find in the container does not know -files0-from (findutils 4.9 or newer is needed)'
      : `deleting ended with exit code ${result.exitCode} and no file deleted`,
    next: old ? 'update the image' : insideContainer(target, ['ls', '-la', directory]),
  });
}
