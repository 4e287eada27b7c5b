/** Runs a command of an installation and, when it fails, says which, how, and with which last words. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** An installation step that failed. The message is complete: item, command, last lines, what to do. */
export class InstallError extends Error {
  override readonly name = 'InstallError';
}

/** What to run for which item. */
export interface CommandOptions {
  readonly item: string;
  readonly advice: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Called with every line of output. */
  readonly onLine?: (line: string) => void;
}

const running = new Set<ChildProcess>();

/** Ends the commands that are running, because whoever waits for them has been told to stop. */
export function interruptRunning(): void {
  for (const child of running) child.kill('SIGTERM');
}

const KEPT_LINES = 15;
const LONGEST_LINE = 400;

/** Runs `argv` to its end and returns its standard output's last lines; throws an `InstallError` when it fails. */
export async function run(argv: readonly [string, ...string[]], options: CommandOptions): Promise<string> {
  const [command, ...args] = argv;
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const last: string[] = [];
  const ended = new Promise<string | undefined>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? undefined : `ended with ${signal ?? `status ${code}`}`));
  });
  const read = async (stream: Readable): Promise<void> => {
    for await (const line of createInterface({ input: stream })) {
      last.push(line.slice(0, LONGEST_LINE));
      if (last.length > KEPT_LINES) last.shift();
      options.onLine?.(line);
    }
  };
  const [failure] = await Promise.all([ended, read(child.stdout), read(child.stderr)]);
  running.delete(child);
  if (failure === undefined) return last.join('\n');
  throw new InstallError(
    [
      `Installing ${options.item} failed: the command ${failure}.`,
      `  Command: ${argv.join(' ')}`,
      ...(last.length > 0 ? ['  Its last lines:', ...last.map((line) => `    ${line}`)] : []),
      `  What to do: ${options.advice}`,
    ].join('\n'),
  );
}
