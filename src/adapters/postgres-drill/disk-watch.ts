import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DrillHost } from './host.ts';
import { asRoot } from './root.ts';

const execute = promisify(execFile);
const intervalMs = 2000;

/**
 * Watches how much a folder on the disk holds, where no file system of its own bounds it, and calls `full` once when it is
 * more than allowed. Ends with the signal.
 */
export async function watchDisk(
  folder: string,
  mostBytes: number,
  { clock }: DrillHost,
  signal: AbortSignal,
  full: () => void,
): Promise<void> {
  const [command, ...args] = asRoot(['du', '--summarize', '--block-size=1', '--', folder]);
  while (!signal.aborted) {
    const used = await execute(command, args, { env: { PATH: '/usr/bin:/bin' } }).then(
      ({ stdout }) => Number(/^\d+/.exec(stdout)?.[0] ?? 0),
      // files come and go while they are counted
      () => 0,
    );
    if (used > mostBytes && !signal.aborted) return full();
    await clock.sleep(intervalMs, signal).catch(() => undefined);
  }
}
