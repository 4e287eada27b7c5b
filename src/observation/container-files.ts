/**
 * Device and inode of every plain file that a process of the container holds open, NUL-separated (`-L` follows the links of
 * `/proc/<pid>/fd`, so hostile names do not matter).
 */
export const listOpenIdentities: readonly string[] = [
  'find',
  '-L',
  '/proc',
  '-maxdepth',
  '3',
  '-path',
  '/proc/[0-9]*/fd/*',
  '-type',
  'f',
  '-printf',
  '%D %i\\0',
];

/** Advisory locks, with device and inode (proc_locks(5)). */
export const listLocks: readonly string[] = ['cat', '/proc/locks'];

/** An age in find's words: `+1440`, `+0.0833`; GNU find takes fractions of minutes. */
export const moreMinutesThan = (ms: number): string => `+${Number((ms / 60_000).toFixed(4))}`;

/** Older than so many minutes by access, change of content and change of status: all three (find(1), `-amin`). */
export const olderThan = <A>(minutes: A): readonly (A | string)[] => [
  '-amin',
  minutes,
  '-mmin',
  minutes,
  '-cmin',
  minutes,
];

/** What is named on stdin, NUL-separated, and nothing below it (findutils 4.9). */
const named = ['find', '-files0-from', '-', '-maxdepth', '0'] as const;

/**
 * Delete exactly the files named on stdin, NUL-separated, each only if it is still a plain file and as old: a file that was
 * replaced has a new ctime, which nobody can set. Prints `<inode> <bytes> <blocks> <names>` of those that were deleted. A folder
 * that is named stays; for it df says how much is free, so that one named first and last shows what became free in between
 * (findutils 4.9).
 */
export const deleteOldFiles = <A>(minutes: A): readonly (A | string)[] => [
  ...named,
  '(',
  '-type',
  'd',
  '-exec',
  'df',
  '-B1',
  '--output=avail',
  '--',
  '{}',
  ';',
  '-printf',
  '\\0',
  ')',
  '-o',
  '(',
  '-type',
  'f',
  ...olderThan(minutes),
  '-delete',
  '-printf',
  '%i %s %b %n\\0',
  ')',
];

/**
 * What the files named on stdin are now, NUL-separated: `<device> <inode> <path>`. A folder on the way that was replaced by a
 * link leads to other inodes.
 */
export const identifyFiles: readonly string[] = [...named, '-type', 'f', '-printf', '%D %i %p\\0'];

/** A file's identity: device and inode, as `find -printf '%D %i'` prints them. */
export const fileIdentity = (device: number | string, inode: string): string => `${device} ${inode}`;
