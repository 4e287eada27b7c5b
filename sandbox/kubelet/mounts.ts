/** Size-limited folders in memory, mounted in the sandbox's own mount namespace. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const execute = promisify(execFile);

const PAGE = 4096;
const LEAST_FILES = 1024;

/** The mount points at or below a folder, deepest first. */
export function mountsBelow(folder: string, mountinfo = readFileSync('/proc/self/mountinfo', 'utf8')): string[] {
  return mountinfo
    .split('\n')
    .map((line) => unescapeOctal(line.split(' ')[4] ?? ''))
    .filter((point) => point === folder || point.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length);
}

/** The kernel writes blanks, tabs, newlines and backslashes of mount points in octal. */
function unescapeOctal(point: string): string {
  return point.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

/** Mounts an empty folder of at most `size` bytes, unless one is mounted there already. */
export async function mountScratch(folder: string, size: number, mode: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (mountsBelow(folder).includes(folder)) return;
  await execute('mount', ['-t', 'tmpfs', '-o', `nosuid,nodev,${sizeOptions(size)},mode=${mode}`, 'tmpfs', folder]);
}

/** Gives a mounted folder another limit, also where it is in use: every mount of the file system sees it. */
export async function resizeScratch(folder: string, size: number): Promise<void> {
  await execute('mount', ['-o', `remount,nosuid,nodev,${sizeOptions(size)}`, folder]);
}

function sizeOptions(size: number): string {
  // A page is the least that a tmpfs can be limited to; 0 would mean no limit at all.
  const limit = Math.max(PAGE, Math.floor(size));
  // As many files as pages, so that the figure does not depend on the machine's memory.
  const files = Math.max(LEAST_FILES, Math.floor(limit / PAGE));
  return `size=${limit},nr_inodes=${files}`;
}

/** Unmounts everything at and below a folder, also where a process still uses it. */
export async function unmountBelow(folder: string): Promise<void> {
  for (const point of mountsBelow(folder)) await execute('umount', ['--lazy', point]);
}
