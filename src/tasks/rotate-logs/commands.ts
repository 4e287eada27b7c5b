import type { Platform } from '../../domain/configuration/platform.ts';
import type { CommandDeclaration } from '../../domain/task/permissions.ts';
import { inspectRotation, rotateNow } from '../../observation/logrotate.ts';

/** A configured selection of pods whose logs are rotated. */
export type LogEntry = Platform['logs'][number];

/** The plain files of one directory, NUL-separated: `<bytes> <written, seconds since the epoch> <path>`. Stays in that directory. */
export const listLogs = (directory: string): readonly string[] => [
  'find',
  directory,
  '-maxdepth',
  '1',
  '-type',
  'f',
  '-printf',
  '%s %T@ %p\\0',
];

/** What the container's processes hold open, NUL-separated: `<mode> /proc/<pid>/fd/<n> <target>`. */
export const listOpenFiles: readonly string[] = [
  'find',
  '/proc',
  '-maxdepth',
  '3',
  '-path',
  '/proc/[0-9]*/fd/*',
  '-type',
  'l',
  '-printf',
  '%m %p %l\\0',
];

const byLogrotate = ({ logs }: Platform) => logs.filter(({ rotates }) => rotates === 'logrotate');

/** The commands of this task as the admission policy holds them. */
export const commands: readonly CommandDeclaration[] = [
  {
    purpose: 'ask logrotate what it would do',
    selectors: (platform) => byLogrotate(platform).map((entry) => entry.selector),
    argv: (platform) => byLogrotate(platform).map(inspectRotation),
  },
  {
    purpose: 'measure the log files',
    selectors: (platform) => platform.logs.map((entry) => entry.selector),
    argv: () => [['find', { matches: '/.*' }, ...listLogs('/').slice(2)]],
  },
  {
    purpose: 'see which files processes hold open',
    selectors: (platform) => platform.logs.map((entry) => entry.selector),
    argv: () => [listOpenFiles],
  },
  {
    purpose: 'rotate the logs',
    changes: true,
    selectors: (platform) => byLogrotate(platform).map((entry) => entry.selector),
    argv: (platform) => byLogrotate(platform).map(rotateNow),
  },
];
