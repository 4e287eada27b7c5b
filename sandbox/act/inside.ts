/** Running a command line of ours inside the sandbox, so that it ends when whoever started it ends. */
import { spawn } from 'node:child_process';
import { enterArgv, type SandboxState } from '../supervisor/enter.ts';
import { networkOf } from '../supervisor/state.ts';

/** Set inside: the standard input is a pipe that closes when the process outside ends, however it ends. */
const lifeline = 'SANDBOX_LIFELINE';

/** What of the caller's environment is needed inside; all else stays out. */
const passedOn = ['PATH', 'HOME', 'TERM', 'NO_COLOR', 'XDG_CACHE_HOME', 'ROOIVALK_CACHE', 'ROOIVALK_SANDBOX'];

const ending = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whether this process runs inside the sandbox. */
export function isInside(state: SandboxState): boolean {
  return networkOf('self') === state.network;
}

/** Aborts when this process is asked to end, or when whoever started it inside has ended. */
export function cancellation(): AbortSignal {
  const abort = new AbortController();
  for (const signal of ending) process.on(signal, () => abort.abort(new Error(signal)));
  if (process.env[lifeline] === '1') {
    process.stdin.once('close', () => abort.abort(new Error('the process outside has ended')));
    process.stdin.resume();
    process.stdin.unref?.();
  }
  return abort.signal;
}

/**
 * Runs a TypeScript file with its arguments inside the sandbox and resolves to its exit status. Signals end it softly:
 * its pipe closes, and it has its own time to stop what it started.
 */
export async function runInside(state: SandboxState, file: string, args: readonly string[]): Promise<number> {
  const own = passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  const env = { ...Object.fromEntries(own), [lifeline]: '1' };
  const [command, ...rest] = enterArgv([process.execPath, file, ...args], state, env);
  const child = spawn(command, rest, { env, stdio: ['pipe', 'inherit', 'inherit'] });
  const stop = (): void => void child.stdin.end();
  for (const signal of ending) process.on(signal, stop);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', (error) => reject(new Error(`The sandbox could not be entered: ${error.message}`)));
      child.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    for (const signal of ending) process.off(signal, stop);
  }
}

/** Gives files that root wrote to the user who called sudo. */
export function ownerOfOutput(): { uid: number; gid: number } | undefined {
  const uid = Number(process.env.SUDO_UID);
  const gid = Number(process.env.SUDO_GID);
  return Number.isInteger(uid) && Number.isInteger(gid) && uid > 0 ? { uid, gid } : undefined;
}
