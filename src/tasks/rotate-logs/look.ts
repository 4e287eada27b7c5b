import type { ContainerRef } from '../../domain/step/kinds.ts';
import { whyNotWhole } from '../../observation/files-in-use.ts';
import { inspectRotation } from '../../observation/logrotate.ts';
import type { Cluster, ExecResult } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import { type LogEntry, listLogs, listOpenFiles } from './commands.ts';
import { type HeldFile, heldFiles, writesLogFiles } from './open-files.ts';
import { type ConsideredLog, foldersOf, readDebugOutput } from './read-debug-output.ts';

const execTimeoutMs = 15_000;

type WhereLogsGo = { readonly writes: 'files' | 'stdout' } | { readonly writes: 'unknown'; readonly cause: string };

/** What one pod's logs look like. */
export type PodLogs =
  | {
      readonly state: 'readable';
      readonly logs: readonly ConsideredLog[];
      /** Bytes of all plain files in the folders of the logs, rotated ones included; absent where they could not be measured. */
      readonly bytes?: number;
      readonly held: readonly HeldFile[];
      /** Why some open files could not be seen, or the sizes not measured. */
      readonly unseen?: string;
      readonly errors: readonly string[];
    }
  /** `writes`: log files are open (`files`), none is (`stdout`), or it cannot be told (`unknown`). */
  | ({ readonly state: 'no-logrotate' } & WhereLogsGo)
  | { readonly state: 'unreadable'; readonly cause: string; readonly next?: string };

/** Look at the logs of one container; nothing is changed. Never rejects, except on cancellation. */
export async function lookAtLogs(cluster: Cluster, ref: ContainerRef, entry: LogEntry): Promise<PodLogs> {
  try {
    const inspected = await run(cluster, ref, inspectRotation(entry));
    const { logs, errors } = readDebugOutput(`${text(inspected.stdout)}\n${text(inspected.stderr)}`);
    const opened = await run(cluster, ref, listOpenFiles);
    const bytes = await sizeOf(cluster, ref, logs);
    const unseen = whyNotWhole(opened) ?? (bytes === undefined ? 'the log files could not be measured' : undefined);
    return {
      state: 'readable',
      logs,
      ...(bytes === undefined ? {} : { bytes }),
      held: heldFiles(text(opened.stdout), logs),
      ...(unseen === undefined ? {} : { unseen }),
      errors,
    };
  } catch (error) {
    return await notReadable(cluster, ref, error);
  }
}

async function notReadable(cluster: Cluster, ref: ContainerRef, error: unknown): Promise<PodLogs> {
  if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
  if (error.code === 'missing-tool') return { state: 'no-logrotate', ...(await whereLogsGo(cluster, ref)) };
  return { state: 'unreadable', cause: error.message, ...(error.next === undefined ? {} : { next: error.next }) };
}

async function whereLogsGo(cluster: Cluster, ref: ContainerRef): Promise<WhereLogsGo> {
  try {
    const opened = await run(cluster, ref, listOpenFiles);
    if (writesLogFiles(text(opened.stdout))) return { writes: 'files' };
    const cause = whyNotWhole(opened);
    return cause === undefined ? { writes: 'stdout' } : { writes: 'unknown', cause };
  } catch (error) {
    if (error instanceof PortError && error.code !== 'cancelled') return { writes: 'unknown', cause: error.message };
    throw error;
  }
}

async function sizeOf(
  cluster: Cluster,
  ref: ContainerRef,
  logs: readonly ConsideredLog[],
): Promise<number | undefined> {
  let bytes = 0;
  for (const folder of foldersOf(logs)) {
    const listed = await run(cluster, ref, listLogs(folder));
    if (!wasListed(listed)) return undefined;
    for (const record of text(listed.stdout).split('\0')) bytes += Number(/^(\d+) /.exec(record)?.[1] ?? 0);
  }
  return bytes;
}

/** A folder that is not there holds nothing; a file that went meanwhile makes find end with 1 as well. */
const wasListed = ({ exitCode, truncated, stderr }: ExecResult): boolean =>
  !truncated && (exitCode === 0 || (exitCode !== 124 && text(stderr).includes('No such file or directory')));

const run = (cluster: Cluster, ref: ContainerRef, command: readonly string[]): Promise<ExecResult> =>
  cluster.exec(ref, command, { timeoutMs: execTimeoutMs });

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
