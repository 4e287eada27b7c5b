import type { ContainerRef } from '../../domain/step/kinds.ts';
import { fileIdentity } from '../../observation/container-files.ts';
import { type FilesInUse, filesInUse } from '../../observation/files-in-use.ts';
import type { Cluster } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import { listFiles, measureSpace } from './commands.ts';
import { isLockName, type OldFile, readListing, readSpace } from './read-listing.ts';

const execTimeoutMs = 20_000;
/** A listing may be long: a million names of fifty bytes. */
const largestListing = 64 * 1024 * 1024;

/** Where no file is old, nothing need be asked. */
const nothingUsed: FilesInUse = { known: true, open: new Set(), locked: new Set() };
const seeAll = 'run all processes of the container as one user, or take it out of `platform.temporary-files`';

/** What one directory of one container holds. */
export type DirectoryState =
  | {
      readonly state: 'listed';
      /** Old, not open, not locked: oldest first. */
      readonly stale: readonly OldFile[];
      readonly inUse: number;
      readonly locked: number;
      readonly young: number;
      readonly others: number;
      readonly space?: { readonly size: number; readonly free: number };
      /** The listing was longer than we read, or did not come to its end. */
      readonly truncated: boolean;
      /** Folders that could not be read: what is in them is not known. */
      readonly unread: number;
    }
  | { readonly state: 'absent' }
  | { readonly state: 'no-tools'; readonly cause: string }
  | { readonly state: 'unreadable'; readonly cause: string; readonly next?: string };

/** Look at one directory; nothing is changed. Never rejects, except on cancellation. */
export async function lookAtDirectory(
  cluster: Cluster,
  ref: ContainerRef,
  directory: string,
  minimumAgeMs: number,
): Promise<DirectoryState> {
  const run = (command: readonly string[], maxOutputBytes?: number) =>
    cluster.exec(ref, command, {
      timeoutMs: execTimeoutMs,
      ...(maxOutputBytes === undefined ? {} : { maxOutputBytes }),
    });
  try {
    const listed = await run(listFiles(directory, minimumAgeMs), largestListing);
    if (listed.exitCode !== 0 && listed.stdout.length === 0)
      return notListed(directory, new TextDecoder().decode(listed.stderr), listed.exitCode);
    const listing = readListing(listed.stdout);
    const used = listing.old.length === 0 ? nothingUsed : await filesInUse(cluster, ref, execTimeoutMs);
    if (!used.known) return { state: 'unreadable', cause: used.cause, next: seeAll };
    const isOpen = (file: OldFile) => used.open.has(fileIdentity(file.device, file.inode));
    const isLocked = (file: OldFile) => used.locked.has(file.inode) || isLockName(file.shown);
    const space = readSpace((await run(measureSpace(directory))).stdout);
    const stale = listing.old.filter((file) => !isOpen(file) && !isLocked(file)).sort((a, b) => a.touched - b.touched);
    const inUse = listing.old.filter(isOpen).length;
    return {
      state: 'listed',
      stale,
      inUse,
      locked: listing.old.length - stale.length - inUse,
      young: listing.young,
      others: listing.others,
      ...(space === undefined ? {} : { space }),
      truncated: listed.truncated || listed.exitCode > 1,
      unread: complaintsOf(listed.stderr),
    };
  } catch (error) {
    if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
    if (error.code === 'missing-tool') return { state: 'no-tools', cause: error.message };
    return { state: 'unreadable', cause: error.message, ...(error.next === undefined ? {} : { next: error.next }) };
  }
}

/** What find complains of; a file that went meanwhile is none, and find ends with 1 for both. */
const complaintsOf = (stderr: Uint8Array): number =>
  new TextDecoder()
    .decode(stderr)
    .split('\n')
    .filter((line) => /^find: (?!warning)/.test(line) && !/No such file or directory/.test(line)).length;

function notListed(directory: string, stderr: string, exitCode: number): DirectoryState {
  if (/No such file or directory/.test(stderr)) return { state: 'absent' };
  if (/unknown predicate|unrecognized|invalid option/i.test(stderr))
    return { state: 'no-tools', cause: 'find in the container does not know -printf (GNU find is needed)' };
  return {
    state: 'unreadable',
    cause:
      exitCode === 124
        ? `listing ${directory} did not end within ${execTimeoutMs / 1000} s`
        : `find ended with exit code ${exitCode}`,
  };
}
