import type { ConsideredLog } from './read-debug-output.ts';

/** A file that a process has open for writing. Who only reads it (`tail -f`, a log shipper) loses nothing and holds little. */
export interface OpenFile {
  readonly path: string;
  readonly pid: number;
  readonly deleted: boolean;
}

const deletedMark = ' (deleted)';

/**
 * What is open for writing, from `<mode> /proc/<pid>/fd/<n> <target>` records separated by NUL. The mode of such a link tells
 * how the file was opened, `l-wx` for writing, and the kernel marks a deleted file with ` (deleted)` (proc(5)).
 */
export function openForWriting(records: string): readonly OpenFile[] {
  const open: OpenFile[] = [];
  for (const record of records.split('\0')) {
    const match = /^([0-7]+) \/proc\/(\d+)\/fd\/\d+ (\/[\s\S]*)$/.exec(record);
    if (!match) continue;
    const [, mode = '', pid, target = ''] = match;
    if ((Number.parseInt(mode, 8) & 0o200) === 0) continue;
    const deleted = target.endsWith(deletedMark);
    open.push({ path: deleted ? target.slice(0, -deletedMark.length) : target, pid: Number(pid), deleted });
  }
  return open;
}

/**
 * Which rotated or deleted logs are still written to. A rotated name is a log's own path with a suffix (`node.log.1`,
 * `node.log-20261124`).
 */
export const heldFiles = (open: readonly OpenFile[], logs: readonly ConsideredLog[]): readonly OpenFile[] =>
  open.filter(({ path, deleted }) =>
    logs.some((log) => (deleted && path === log.path) || isRotatedNameOf(path, log.path)),
  );

const isRotatedNameOf = (path: string, log: string): boolean =>
  path.startsWith(`${log}.`) || path.startsWith(`${log}-`);

/**
 * Files that somebody removed below these folders while a process writes to them, whether or not they were logs that
 * logrotate knows. The root folder does not count: everything is below it.
 */
export const removedFiles = (open: readonly OpenFile[], folders: readonly string[]): readonly OpenFile[] =>
  open.filter(({ path, deleted }) => deleted && folders.some((one) => one !== '/' && path.startsWith(`${one}/`)));

/** The log files among what is open: their names end in `.log`, and they are no devices. */
export const openLogs = (open: readonly OpenFile[]): readonly OpenFile[] =>
  open.filter(({ path }) => path.endsWith('.log') && !/^\/(proc|dev)\//.test(path));

const mostPids = 3;

/** `pid 88`, `pids 88, 91`, `pids 88, 91, 92 and 2 more`. */
export function pidWords(open: readonly OpenFile[]): string {
  const pids = [...new Set(open.map(({ pid }) => pid))];
  const more = pids.length > mostPids ? ` and ${pids.length - mostPids} more` : '';
  return `${pids.length === 1 ? 'pid' : 'pids'} ${pids.slice(0, mostPids).join(', ')}${more}`;
}
