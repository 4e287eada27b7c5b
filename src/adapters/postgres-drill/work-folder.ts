import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DrillHost } from './host.ts';
import { asRoot } from './root.ts';

const execute = promisify(execFile);
const prefix = 'rooivalk-drill-';

/** A folder of this process; its name cannot be guessed, and says whose it is. */
export function makeFolder({ folder: parent, secret }: DrillHost): string {
  const folder = join(parent, `${prefix}${process.pid}-${startOf(process.pid)}-${secret()}`);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

/** Remove a folder with everything in it, whoever owns it. */
export async function removeFolder(folder: string): Promise<void> {
  const [command, ...args] = asRoot(['rm', '-rf', '--one-file-system', '--', folder]);
  await execute(command, args, { env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } });
}

/** Remove what drills left under `parent` whose process was killed: nobody could do it for them. */
export async function sweep(parent: string): Promise<void> {
  for (const name of namesIn(parent)) {
    const [, pid, start] = /^rooivalk-drill-(\d+)-(\d+)-[0-9a-f]{32}$/.exec(name) ?? [];
    if (pid === undefined || startOf(Number(pid)) === start) continue;
    await removeFolder(join(parent, name)).catch(() => undefined);
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}

/** When a process started, in the kernel's ticks since boot: a pid alone is used again. `0` where there is none. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
  } catch {
    return '0';
  }
}
