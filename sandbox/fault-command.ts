/** Faults from the command line: listed here, brought about and undone inside the sandbox. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nearest, UsageError } from './arguments.ts';
import { enter, sandboxState } from './supervisor/enter.ts';

const FAULTS = join(import.meta.dirname, 'faults', 'index.ts');
const RUNNER = join(import.meta.dirname, 'supervisor', 'fault.ts');

/** What the command line reads of a fault. */
interface ListedFault {
  readonly title: string;
  readonly leadsTo: readonly { readonly task: string; readonly verdict: string }[];
}

async function loadFaults(): Promise<Record<string, ListedFault>> {
  if (!existsSync(FAULTS)) throw new Error('This checkout has no faults (sandbox/faults/index.ts).');
  return ((await import(FAULTS)) as { faults: Record<string, ListedFault> }).faults;
}

/** The faults, a line each: name, what it is, and which verdicts it leads to. */
export async function listFaults(): Promise<string> {
  const faults = Object.entries(await loadFaults());
  const width = Math.max(...faults.map(([name]) => name.length));
  const lines = faults.map(([name, { title, leadsTo }]) => {
    const verdicts = leadsTo.map(({ task, verdict }) => `${task}: ${verdict}`).join(', ');
    return `${name.padEnd(width)}  ${title} (${verdicts})`;
  });
  return lines.join('\n');
}

/** Brings `fault` about or undoes it; resolves to the exit status. */
export async function runFault(verb: 'break' | 'mend', fault: string): Promise<number> {
  const names = Object.keys(await loadFaults());
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
