/** What is written down about a running sandbox, and whether it still runs. */
import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { sandboxDirectory } from '../toolchain/cache.ts';

/** The content of `state.json` in the sandbox's folder. */
export interface SandboxState {
  /** The outermost process. Killing it ends everything. */
  readonly pid: number;
  /** Process 1 of the sandbox, as the machine numbers it: the target of `nsenter`. */
  readonly innerPid: number;
  /** When process 1 began, in the kernel's ticks since boot: tells it from a later process with the same number. */
  readonly innerStart: string;
  /** The sandbox's network namespace, as the kernel names it (`net:[4026532…]`). */
  readonly network: string;
  readonly startedAt: string;
  /** The administrator's kubeconfig, for use inside the sandbox. */
  readonly kubeconfig: string;
  /** The same for use outside, through the relay on a port of 127.0.0.1. */
  readonly kubeconfigOutside: string;
  readonly directory: string;
}

/** Why there is no sandbox to work with. */
export class NoSandboxError extends Error {
  override readonly name = 'NoSandboxError';
}

/** The file names of a sandbox's folder. */
export const files = {
  state: (directory: string): string => join(directory, 'state.json'),
  control: (directory: string): string => join(directory, 'control.sock'),
  apiRelay: (directory: string): string => join(directory, 'api.sock'),
  kubeconfig: (directory: string): string => join(directory, 'kubeconfig'),
  kubeconfigOutside: (directory: string): string => join(directory, 'kubeconfig-outside'),
  objectStore: (directory: string): string => join(directory, 'object-store.json'),
  log: (directory: string, part: string): string => join(directory, 'logs', `${part}.log`),
  pki: (directory: string, name: string): string => join(directory, 'pki', name),
  /** Node by node: the kubeconfig of its kubelet. */
  nodeKubeconfig: (directory: string, node: string): string => join(directory, 'pki', `${node}.kubeconfig`),
} as const;

/** The start time of a process (field 22 of `/proc/<pid>/stat`), or undefined when there is none. */
export function processStart(pid: number | 'self'): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/** The network namespace of a process, or undefined when it cannot be read. */
export function networkOf(pid: number | 'self'): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/net`);
  } catch {
    return undefined;
  }
}

/** The state as it was written, whether or not the sandbox still runs. */
export function recordedState(directory: string): SandboxState | undefined {
  try {
    return JSON.parse(readFileSync(files.state(directory), 'utf8')) as SandboxState;
  } catch {
    return undefined;
  }
}

/** Whether the sandbox that `state` describes still runs. Works from outside and from inside. */
export function isAlive(state: SandboxState): boolean {
  if (networkOf('self') === state.network) return true;
  return processStart(state.innerPid) === state.innerStart;
}

/** The state of the sandbox that is up; a `NoSandboxError` when none is. */
export function sandboxState(directory: string = sandboxDirectory()): SandboxState {
  const state = recordedState(directory);
  if (state && isAlive(state)) return state;
  const why = state ? 'it was up, but its processes have ended' : 'none was started for this checkout';
  throw new NoSandboxError(`No sandbox is up (${why}). Run "node sandbox/cli.ts up" first.`);
}
