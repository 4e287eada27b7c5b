import type { ContainerRef } from '../domain/step/kinds.ts';
import type { Cluster, ExecResult } from '../ports/cluster.ts';
import { listLocks, listOpenIdentities } from './container-files.ts';

/** Bytes of a list of open files at most: a million of them. */
const largestList = 64 * 1024 * 1024;

/** What the processes of a container use, or why that cannot be told: then no file there may be taken for unused. */
export type FilesInUse =
  | {
      readonly known: true;
      /** `<device> <inode>` of every open plain file. */
      readonly open: ReadonlySet<string>;
      /** Inodes with an advisory lock, on whatever device. */
      readonly locked: ReadonlySet<string>;
    }
  | { readonly known: false; readonly cause: string };

/** Ask which files of a container are open or locked, within `timeoutMs` each. Rejects with a `PortError` where nothing could be run. */
export async function filesInUse(cluster: Cluster, ref: ContainerRef, timeoutMs: number): Promise<FilesInUse> {
  const opened = await cluster.exec(ref, listOpenIdentities, { timeoutMs, maxOutputBytes: largestList });
  const unseen = whyNotWhole(opened);
  if (unseen !== undefined) return { known: false, cause: unseen };
  const locks = await cluster.exec(ref, listLocks, { timeoutMs });
  if (locks.exitCode !== 0 || locks.truncated) return { known: false, cause: '/proc/locks could not be read whole' };
  return { known: true, open: openIdentities(opened.stdout), locked: lockedInodes(locks.stdout) };
}

/** What find complains of about a process, or its descriptors. */
const complaint = /\/proc\/(\d+)(?:\/fd(?:\/\d+)?)?[^\s\w/]*: ([^\n]{1,200})/g;
/** ENOENT and ESRCH: the process ended meanwhile, and holds nothing open any more. */
const hasEnded = /^No such (file or directory|process)/;

/**
 * Why a walk through `/proc/<pid>/fd` did not see every open file; `undefined` when it did. Root without CAP_SYS_PTRACE, which
 * container runtimes do not give, may not follow the descriptors of a process of another user (proc(5)). Only a process that
 * ended meanwhile hides nothing; whatever else is complained of, in whichever language, may.
 */
export function whyNotWhole(walked: ExecResult): string | undefined {
  const said = new TextDecoder().decode(walked.stderr);
  const unseen = [...said.matchAll(complaint)].find(([, , why = '']) => !hasEnded.test(why));
  if (unseen !== undefined) {
    return `what process ${unseen[1]} holds open cannot be seen (${unseen[2]?.toLowerCase()})`;
  }
  if (walked.exitCode === 124) return 'listing the open files did not end in time';
  if (walked.truncated) return 'more files are open than can be read';
  if (/unknown predicate|unrecognized|invalid option/i.test(said))
    return 'find in the container does not know -printf (GNU find is needed)';
  const ran = walked.exitCode === 0 || said.includes('/proc/');
  return ran ? undefined : `listing the open files ended with exit code ${walked.exitCode}`;
}

/** Identities of open files from the output of {@link listOpenIdentities}. */
function openIdentities(output: Uint8Array): ReadonlySet<string> {
  const records = new TextDecoder().decode(output).split('\0');
  return new Set(records.filter((record) => record !== ''));
}

/** Inodes with an advisory lock, from /proc/locks: `1: POSIX  ADVISORY  WRITE 123 08:01:4711 0 EOF`. */
function lockedInodes(output: Uint8Array): ReadonlySet<string> {
  const held = new TextDecoder().decode(output).matchAll(/ [0-9a-f]+:[0-9a-f]+:(\d+) /g);
  return new Set([...held].map(([, inode]) => inode ?? ''));
}
