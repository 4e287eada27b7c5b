/**
 * `npm start [-- --keep]`: from a fresh clone to a finished daily window on a live platform. Installs what is missing,
 * brings the sandbox up, runs the real daily workflow on it, prints the summary, leaves `out/daily/`, and stops what it
 * started, also when it fails or is interrupted.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { main, UsageError } from './act/usage.ts';
import { sandboxState } from './supervisor/enter.ts';
import { down, up } from './supervisor/lifecycle.ts';
import { createProgress, ensure, SANDBOX_TOOLS } from './toolchain/index.ts';
import { duration } from './toolchain/progress.ts';

const ending = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

function isUp(): boolean {
  try {
    sandboxState();
    return true;
  } catch {
    return false;
  }
}

/** Runs the window in a process of its own, which a signal ends softly and which is waited for. */
function runDaily(signal: AbortSignal): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'act', 'window.ts'), 'daily'], { stdio: 'inherit' });
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function start(keep: boolean, signal: AbortSignal): Promise<number> {
  const progress = createProgress(process.stderr);
  const begun = performance.now();
  try {
    await ensure([...SANDBOX_TOOLS, 'act', 'git'], progress);
    await up({ progress, signal });
  } finally {
    progress.close();
  }
  print(`\nThe platform is up after ${duration(performance.now() - begun)}. Now its daily maintenance.\n`);
  const status = await runDaily(signal);
  print(`\nAll of it took ${duration(performance.now() - begun)}.`);
  if (keep) print('The sandbox stays up: "npm run sandbox -- status" tells how to reach it, "-- down" ends it.');
  return status;
}

await main(async () => {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => word !== '--keep');
  if (unknown !== undefined) throw new UsageError(`There is no "${unknown}". usage: npm start [-- --keep]`);
  const keep = words.includes('--keep');
  const abort = new AbortController();
  for (const signal of ending) process.on(signal, () => abort.abort());
  const wasUp = isUp();
  try {
    return await start(keep, abort.signal);
  } catch (error) {
    if (abort.signal.aborted) return 130;
    throw error;
  } finally {
    if (!keep && !wasUp) {
      print('Stopping the sandbox.');
      await down();
    }
  }
});
