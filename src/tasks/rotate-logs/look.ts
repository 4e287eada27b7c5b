import type { ContainerRef } from '../../domain/step/kinds.ts';
import type { Cluster, ExecResult } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import { inspect, type LogEntry, listLogs, listOpenFiles } from './commands.ts';
import { type HeldFile, heldFiles, writesLogFiles } from './open-files.ts';
import { type ConsideredLog, foldersOf, readDebugOutput } from './read-debug-output.ts';

const execTimeoutMs = 15_000;

/** What one pod's logs look like. */
export type PodLogs =
  | {
      readonly state: 'readable';
      readonly logs: readonly ConsideredLog[];
      /** Bytes of all plain files in the folders of the logs, rotated ones included. */
      readonly bytes: number;
      readonly held: readonly HeldFile[];
      readonly errors: readonly string[];
    }
  /** `writes`: log files are open (`files`), none is (`stdout`), or there is no `find` to tell (`unknown`). */
  | { readonly state: 'no-logrotate'; readonly writes: 'files' | 'stdout' | 'unknown' }
  | { readonly state: 'unreadable'; readonly cause: string; readonly next?: string };

/** Look at the logs of one container; nothing is changed. Never rejects, except on cancellation. */
export async function lookAtLogs(cluster: Cluster, ref: ContainerRef, entry: LogEntry): Promise<PodLogs> {
  try {
    const inspected = await run(cluster, ref, inspect(entry));
    const { logs, errors } = readDebugOutput(`${text(inspected.stdout)}\n${text(inspected.stderr)}`);
    const held = heldFiles(text((await run(cluster, ref, listOpenFiles)).stdout), logs);
    return { state: 'readable', logs, bytes: await sizeOf(cluster, ref, logs), held, errors };
  } catch (error) {
    return await notReadable(cluster, ref, error);
  }
}

async function notReadable(cluster: Cluster, ref: ContainerRef, error: unknown): Promise<PodLogs> {
  if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
  if (error.code === 'missing-tool') return { state: 'no-logrotate', writes: await whereLogsGo(cluster, ref) };
  return { state: 'unreadable', cause: error.message, ...(error.next === undefined ? {} : { next: error.next }) };
}

async function whereLogsGo(cluster: Cluster, ref: ContainerRef): Promise<'files' | 'stdout' | 'unknown'> {
  try {
    return writesLogFiles(text((await run(cluster, ref, listOpenFiles)).stdout)) ? 'files' : 'stdout';
  } catch (error) {
    if (error instanceof PortError && error.code !== 'cancelled') return 'unknown';
    throw error;
  }
}

async function sizeOf(cluster: Cluster, ref: ContainerRef, logs: readonly ConsideredLog[]): Promise<number> {
  let bytes = 0;
  for (const folder of foldersOf(logs)) {
    const listed = await run(cluster, ref, listLogs(folder));
    for (const record of text(listed.stdout).split('\0')) bytes += Number(/^(\d+) /.exec(record)?.[1] ?? 0);
  }
  return bytes;
}

const run = (cluster: Cluster, ref: ContainerRef, command: readonly string[]): Promise<ExecResult> =>
  cluster.exec(ref, command, { timeoutMs: execTimeoutMs });

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
