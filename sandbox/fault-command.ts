/** Faults from the command line: listed here, brought about and undone inside the sandbox. */
import { join } from 'node:path';
import { nearest, UsageError } from './arguments.ts';
import type { Fault } from './faults/index.ts';
import { enter, sandboxState } from './supervisor/enter.ts';
import { sandboxDirectory } from './toolchain/cache.ts';

const RUNNER = join(import.meta.dirname, 'supervisor', 'fault.ts');

/** Loaded when asked for: the faults bring the clients of everything that they can break. */
async function allFaults(): Promise<Readonly<Record<string, Fault>>> {
  return (await import('./faults/index.ts')).faults;
}

/** The faults, a line each: name, what it is, which verdicts it leads to, and whether it is there now. */
export async function listFaults(): Promise<string> {
  const faults = Object.entries(await allFaults());
  const { isBroken } = await import('./faults/fault.ts');
  const width = Math.max(...faults.map(([name]) => name.length));
  const directory = sandboxDirectory();
  const lines = faults.map(([name, { title, leadsTo }]) => {
    const verdicts = leadsTo.map(({ task, verdict }) => `${task}: ${verdict}`).join(', ');
    const now = isBroken(directory, name) ? '  ← broken now' : '';
    return `${name.padEnd(width)}  ${title} (${verdicts})${now}`;
  });
  return lines.join('\n');
}

/** Brings `fault` about or undoes it; resolves to the exit status. */
export async function runFault(verb: 'break' | 'mend', fault: string): Promise<number> {
  const names = Object.keys(await allFaults());
  if (!names.includes(fault)) {
    const near = nearest(fault, names);
    throw new UsageError(
      `There is no fault "${fault}"${near ? `; did you mean "${near}"?` : '.'} "node sandbox/cli.ts faults" lists them.`,
    );
  }
  const state = sandboxState();
  const child = enter([process.execPath, RUNNER, verb, fault, state.directory], { stdio: 'inherit' }, state);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
