/** The folders that runs of workflows work in: one for each run, so that runs beside each other share nothing. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const lastFile = 'last';
const named = /^run-(\d+)$/;

/**
 * A new folder below `folder`, for the process `pid`. Those of processes that have ended are removed, but for the last
 * one: a run may be made again on it.
 */
export function newCopy(folder: string, pid = process.pid, isAlive = alive): string {
  mkdirSync(folder, { recursive: true });
  const last = lastName(folder);
  for (const name of readdirSync(folder)) {
    const owner = named.exec(name)?.[1];
    if (owner !== undefined && name !== last && !isAlive(Number(owner)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
  const own = `run-${pid}`;
  rmSync(join(folder, own), { recursive: true, force: true });
  mkdirSync(join(folder, own));
  writeFileSync(join(folder, lastFile), own);
  return join(folder, own);
}

/** The folder of the run that began last. @throws Error when there was none. */
export function lastCopy(folder: string): string {
  const name = lastName(folder);
  if (name === undefined || !existsSync(join(folder, name)))
    throw new Error('No run has left a checkout: leave --again away.');
  return join(folder, name);
}

function lastName(folder: string): string | undefined {
  const file = join(folder, lastFile);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const alive = (pid: number): boolean => existsSync(`/proc/${pid}`);
