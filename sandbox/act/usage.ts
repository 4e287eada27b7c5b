/** Command lines that make no sense, and the names that people may use. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../../src/domain/configuration/nearest.ts';

/** A command line that makes no sense; the message says what does. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The name, if it is one of those known. @throws UsageError that names the nearest one and lists all. */
export function known<Name extends string>(kind: string, name: string, names: readonly Name[]): Name {
  const found = names.find((candidate) => candidate === name);
  if (found !== undefined) return found;
  const near = nearest(name, names);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  const all = names.length === 0 ? 'There is none in this checkout.' : `There are: ${names.join(', ')}.`;
  throw new UsageError(`There is no ${kind} "${name}".${hint} ${all}`);
}

/** The tasks (and the pipeline's actions) that are built in a checkout, by id. */
export function builtActions(checkout: string): string[] {
  const folder = join(checkout, 'actions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((id) => existsSync(join(folder, id, 'action.yml')) && existsSync(join(checkout, 'dist', id, 'index.js')))
    .sort();
}

/** Runs a command line's work; an error becomes one message and a status, never a stack. */
export async function main(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
