/** Programs that are ended as a whole: with everything that they started. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { endOrphans, trackingVariable } from './orphans.ts';

/** How to run a program. */
export interface ProgramOptions {
  readonly cwd: string;
  /** The whole environment: nothing of ours passes through. */
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
  /** Ends the program and what it started: SIGINT, after 7.5 s SIGTERM, after 2.5 s more SIGKILL, as GitHub does. */
  readonly signal?: AbortSignal | undefined;
}

const softMs = 7_500;
const hardMs = 10_000;

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group has ended.
  }
}

/** Runs a program to its end and resolves to its exit status (128 + n when a signal ended it). */
export async function runProgram(argv: readonly [string, ...string[]], options: ProgramOptions): Promise<number> {
  const [command, ...args] = argv;
  const { cwd, env, onLine, signal } = options;
  const trackingId = randomUUID();
  const tracked = { ...env, [trackingVariable]: trackingId };
  const child = spawn(command, args, { cwd, env: tracked, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const timers: NodeJS.Timeout[] = [];
  const stop = (): void => {
    signalGroup(child, 'SIGINT');
    timers.push(setTimeout(() => signalGroup(child, 'SIGTERM'), softMs));
    timers.push(setTimeout(() => signalGroup(child, 'SIGKILL'), hardMs));
  };
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  const lines = [child.stdout, child.stderr].map(async (stream) => {
    for await (const line of createInterface({ input: stream })) onLine(line);
  });
  try {
    const status = await new Promise<number>((resolve, reject) => {
      child.once('error', (error) => reject(new Error(`${command} could not be started: ${error.message}`)));
      child.once('exit', (code, by) => resolve(code ?? (by === 'SIGINT' ? 130 : by === 'SIGTERM' ? 143 : 137)));
    });
    // What it started and did not wait for must not outlive it, nor hold its pipes open.
    endOrphans(trackingId);
    await Promise.all(lines);
    return status;
  } finally {
    for (const timer of timers) clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
