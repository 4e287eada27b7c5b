import type { Platform } from '../../domain/configuration/platform.ts';
import type { ArgumentPattern, CommandDeclaration } from '../../domain/task/permissions.ts';
import {
  deleteOldFiles,
  identifyFiles,
  listLocks,
  listOpenIdentities,
  moreMinutesThan,
  olderThan,
} from '../../observation/container-files.ts';

/**
 * Everything below a directory on its own file system, NUL-separated. Old plain files: `old <device> <inode> <bytes>
 * <atime> <mtime> <ctime> <path>`; anything else: `kept <type> <bytes>`. The container's own clock decides what is old.
 */
const listing = (directory: ArgumentPattern, minutes: ArgumentPattern): readonly ArgumentPattern[] => [
  'find',
  directory,
  '-xdev',
  '-mindepth',
  '1',
  '(',
  '-type',
  'f',
  ...olderThan(minutes),
  '-printf',
  'old %D %i %s %A@ %T@ %C@ %p\\0',
  ')',
  '-o',
  '-printf',
  'kept %y %s\\0',
];

/** Size and free bytes of the file system of a directory (df(1)). */
const space = (directory: ArgumentPattern): readonly ArgumentPattern[] => [
  'df',
  '-B1',
  '--output=size,avail',
  '--',
  directory,
];

/** {@link listing} of one directory. */
export const listFiles = (directory: string, minimumAgeMs: number): readonly string[] =>
  listing(directory, moreMinutesThan(minimumAgeMs)) as readonly string[];

/** {@link space} of one directory. */
export const measureSpace = (directory: string): readonly string[] => space(directory) as readonly string[];

const selectors = (platform: Platform) => platform.temporaryFiles.map((entry) => entry.selector);
const directories = (platform: Platform) => [...new Set(platform.temporaryFiles.flatMap((entry) => entry.directories))];
const anyMinutes: ArgumentPattern = { matches: '\\+[0-9]{1,7}(\\.[0-9]{1,4})?' };

/** The commands of this task as the admission policy holds them. */
export const commands: readonly CommandDeclaration[] = [
  {
    purpose: 'list temporary files with their ages',
    selectors,
    argv: (platform) => directories(platform).map((directory) => listing(directory, anyMinutes)),
  },
  { purpose: 'see which files are open', selectors, argv: () => [listOpenIdentities] },
  { purpose: 'see which files are locked', selectors, argv: () => [listLocks] },
  { purpose: 'measure the file system', selectors, argv: (platform) => directories(platform).map(space) },
  {
    purpose: 'see whether the planned files are still the same',
    changes: true,
    selectors,
    argv: () => [identifyFiles],
  },
  { purpose: 'delete the planned files', changes: true, selectors, argv: () => [deleteOldFiles(anyMinutes)] },
];
