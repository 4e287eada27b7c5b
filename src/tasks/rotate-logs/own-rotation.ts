import type { OpenFile } from './open-files.ts';

/** A file of a folder of logs. */
export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  /** When it was last written, epoch ms. */
  readonly writtenAt: number;
}

/** A log that no logrotate looks after, with the rotated files beside it. */
export interface OwnLog {
  readonly path: string;
  readonly bytes: number;
  readonly rotated: readonly ListedFile[];
  /** Its rotated files have a date in their names: it is rotated by time, not by size. */
  readonly dated: boolean;
}

/** What is asked of logs that an application rotates by itself. */
export interface OwnLimits {
  readonly now: number;
  /** Bytes from which on a log is too large. */
  readonly largest: number;
  /** How old its newest rotated file may be, ms. */
  readonly longest: number;
  /** The configuration says that the application rotates. */
  readonly declared: boolean;
}

/** `<bytes> <written> <path>` records separated by NUL, seconds since the epoch. */
export function readListedFiles(records: string): readonly ListedFile[] {
  return records.split('\0').flatMap((record) => {
    const [, bytes, seconds, path] = /^(\d+) (\d+(?:\.\d+)?) (\/[\s\S]*)$/.exec(record) ?? [];
    return path === undefined ? [] : [{ path, bytes: Number(bytes), writtenAt: Number(seconds) * 1000 }];
  });
}

const date = String.raw`\d{4}[-_.]?\d{2}[-_.]?\d{2}`;
const compressed = /\.(gz|bz2|xz|zst|lz4|zip|Z)$/;

/**
 * The open logs with the rotated files beside each. Applications name those by number or date, behind the name or before its
 * ending, and compress them or not: `app.log.1`, `app.log-20261127`, `app-2026-11-27.log.gz`, `app.1.log`. A file that is
 * written to itself is no rotated one.
 */
export function ownLogs(open: readonly OpenFile[], listed: readonly ListedFile[]): readonly OwnLog[] {
  const written = new Set(open.filter(({ deleted }) => !deleted).map(({ path }) => path));
  return [...written].map((path) => {
    const rotated = listed.filter((file) => !written.has(file.path) && isRotatedFrom(path, file.path));
    const bytes = listed.find((file) => file.path === path)?.bytes ?? 0;
    return { path, bytes, rotated, dated: rotated.some((file) => new RegExp(date).test(nameOf(file.path))) };
  });
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether a file of the same folder differs from a log by a number or a date alone. */
function isRotatedFrom(log: string, file: string): boolean {
  const stem = log.slice(0, -'.log'.length).replace(new RegExp(`[-_.]${date}[-_.\\dTZ:]*$`), '');
  if (!file.startsWith(stem)) return false;
  const rest = file.slice(stem.length).replace(compressed, '').replace('.log', '');
  return /^[-_.]\d[-_.:\dTZ]*$/.test(rest);
}

/** When the newest of its rotated files was last written, epoch ms; absent where there is none. */
export const newestOf = ({ rotated }: OwnLog): number | undefined =>
  rotated.length === 0 ? undefined : Math.max(...rotated.map((file) => file.writtenAt));

/**
 * How an application looks after its log. `unrotated`: nothing shows that anybody rotates it. `too-large` and `overdue`: it
 * was said or seen to be rotated, and has grown beyond the limits. A log that is rotated by size may be young for long, so that
 * only dates in names make it overdue.
 */
export function stateOfOwn(log: OwnLog, limits: OwnLimits): 'rotated' | 'unrotated' | 'too-large' | 'overdue' {
  const newest = newestOf(log);
  const isRecent = newest !== undefined && limits.now - newest <= limits.longest;
  if (!isRecent && !limits.declared) return 'unrotated';
  if (log.bytes > limits.largest) return 'too-large';
  return log.dated && !isRecent ? 'overdue' : 'rotated';
}
