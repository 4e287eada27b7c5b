import type { ConsideredLog } from './read-debug-output.ts';

/** A log file that a process writes to although it was rotated away or deleted. */
export interface HeldFile {
  readonly path: string;
  readonly pid: number;
  readonly deleted: boolean;
}

/**
 * Which rotated or deleted files are still held open, from `/proc/<pid>/fd/<n> <target>` records separated by NUL. A
 * rotated name is a log's own path with a suffix (`node.log.1`, `node.log-20261124`); the kernel marks a deleted one with
 * ` (deleted)` (proc(5)).
 */
export function heldFiles(records: string, logs: readonly ConsideredLog[]): readonly HeldFile[] {
  const held: HeldFile[] = [];
  for (const record of records.split('\0')) {
    const match = /^\/proc\/(\d+)\/fd\/\d+ (\/[\s\S]*)$/.exec(record);
    if (!match) continue;
    const [, pid, target = ''] = match;
    const deleted = target.endsWith(' (deleted)');
    const path = deleted ? target.slice(0, -' (deleted)'.length) : target;
    const belongs = logs.some((log) => (deleted && path === log.path) || isRotatedNameOf(path, log.path));
    if (belongs) held.push({ path, pid: Number(pid), deleted });
  }
  return held;
}

const isRotatedNameOf = (path: string, log: string): boolean =>
  path.startsWith(`${log}.`) || path.startsWith(`${log}-`);

/** Whether some process of the container holds a log file open: then it does not only write to stdout. */
export function writesLogFiles(records: string): boolean {
  return records
    .split('\0')
    .some((record) => /^\/proc\/\d+\/fd\/\d+ \/(?!proc\/|dev\/)[\s\S]*\.log( \(deleted\))?$/.test(record));
}
