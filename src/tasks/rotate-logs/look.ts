import type { ContainerRef } from '../../domain/step/kinds.ts';
import { whyNotWhole } from '../../observation/files-in-use.ts';
import { inspectRotation } from '../../observation/logrotate.ts';
import type { Cluster, ExecResult } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import { type LogEntry, listLogs, listOpenFiles } from './commands.ts';
import { heldFiles, type OpenFile, openForWriting, openLogs, removedFiles } from './open-files.ts';
import { type ListedFile, type OwnLog, ownLogs, readListedFiles } from './own-rotation.ts';
import { type ConsideredLog, foldersOf, readDebugOutput } from './read-debug-output.ts';

const execTimeoutMs = 15_000;

/** Where logs go that no logrotate looks after. */
type WhereLogsGo =
  /** `removed`: logs that are written to although somebody removed them. */
  | { readonly writes: 'files'; readonly logs: readonly OwnLog[]; readonly removed: readonly OpenFile[] }
  | { readonly writes: 'stdout' }
  | { readonly writes: 'unknown'; readonly cause: string };

/** What one pod's logs look like. */
export type PodLogs =
  | {
      readonly state: 'readable';
      readonly logs: readonly ConsideredLog[];
      /** Bytes of all plain files in the folders of the logs, rotated ones included; absent where they could not be measured. */
      readonly bytes?: number;
      /** Rotated logs that are still written to. */
      readonly held: readonly OpenFile[];
      /** Other files in the folders of the logs that are written to although somebody removed them. */
      readonly removed: readonly OpenFile[];
      /** Why some open files could not be seen, or the sizes not measured. */
      readonly unseen?: string;
      readonly errors: readonly string[];
    }
  /** There is no logrotate, or the application is said to rotate by itself. */
  | ({ readonly state: 'no-logrotate' } & WhereLogsGo)
  | { readonly state: 'unreadable'; readonly cause: string; readonly next?: string };

/** Look at the logs of one container; nothing is changed. Never rejects, except on cancellation. */
export async function lookAtLogs(cluster: Cluster, ref: ContainerRef, entry: LogEntry): Promise<PodLogs> {
  try {
    return entry.rotates === 'application'
      ? { state: 'no-logrotate', ...declared(await whereLogsGo(cluster, ref)) }
      : await byLogrotate(cluster, ref, entry);
  } catch (error) {
    return await notReadable(cluster, ref, error);
  }
}

async function byLogrotate(cluster: Cluster, ref: ContainerRef, entry: LogEntry): Promise<PodLogs> {
  const inspected = await run(cluster, ref, inspectRotation(entry));
  const { logs, folders, errors } = readDebugOutput(`${text(inspected.stdout)}\n${text(inspected.stderr)}`);
  const opened = await run(cluster, ref, listOpenFiles);
  const files = await filesIn(cluster, ref, foldersOf(logs));
  const unseen = whyNotWhole(opened) ?? (files === undefined ? 'the log files could not be measured' : undefined);
  const open = openForWriting(text(opened.stdout));
  const held = heldFiles(open, logs);
  return {
    state: 'readable',
    logs,
    ...(files === undefined ? {} : { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }),
    held,
    removed: removedFiles(open, [...folders, ...foldersOf(logs)]).filter((file) => !held.includes(file)),
    ...(unseen === undefined ? {} : { unseen }),
    errors,
  };
}

async function notReadable(cluster: Cluster, ref: ContainerRef, error: unknown): Promise<PodLogs> {
  if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
  if (error.code !== 'missing-tool')
    return { state: 'unreadable', cause: error.message, ...(error.next === undefined ? {} : { next: error.next }) };
  try {
    return { state: 'no-logrotate', ...(await whereLogsGo(cluster, ref)) };
  } catch (also) {
    if (!(also instanceof PortError) || also.code === 'cancelled') throw also;
    return { state: 'no-logrotate', writes: 'unknown', cause: also.message };
  }
}

/** By what is open. Rejects with a `PortError` where nothing could be run. */
async function whereLogsGo(cluster: Cluster, ref: ContainerRef): Promise<WhereLogsGo> {
  const opened = await run(cluster, ref, listOpenFiles);
  const open = openLogs(openForWriting(text(opened.stdout)));
  if (open.length > 0) {
    const files = await filesIn(cluster, ref, foldersOf(open));
    if (files === undefined) return { writes: 'unknown', cause: `the folder of ${open[0]?.path} could not be listed` };
    return { writes: 'files', logs: ownLogs(open, files), removed: open.filter(({ deleted }) => deleted) };
  }
  const cause = whyNotWhole(opened);
  return cause === undefined ? { writes: 'stdout' } : { writes: 'unknown', cause };
}

/** Where the application is said to rotate its logs, not to see any is not to know. */
const declared = (where: WhereLogsGo): WhereLogsGo =>
  where.writes === 'stdout'
    ? {
        writes: 'unknown',
        cause: 'no file that ends in .log is open, though the application is said to rotate its logs',
      }
    : where;

/** The plain files of these folders; `undefined` where one could not be listed. */
async function filesIn(
  cluster: Cluster,
  ref: ContainerRef,
  folders: readonly string[],
): Promise<readonly ListedFile[] | undefined> {
  const files: ListedFile[] = [];
  for (const folder of folders) {
    const listed = await run(cluster, ref, listLogs(folder));
    if (!wasListed(listed)) return undefined;
    files.push(...readListedFiles(text(listed.stdout)));
  }
  return files;
}

/** A folder that is not there holds nothing; a file that went meanwhile makes find end with 1 as well. */
const wasListed = ({ exitCode, truncated, stderr }: ExecResult): boolean =>
  !truncated && (exitCode === 0 || (exitCode !== 124 && text(stderr).includes('No such file or directory')));

const run = (cluster: Cluster, ref: ContainerRef, command: readonly string[]): Promise<ExecResult> =>
  cluster.exec(ref, command, { timeoutMs: execTimeoutMs });

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
