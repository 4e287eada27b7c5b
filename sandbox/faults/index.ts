/** The faults of the sandbox by name. `node sandbox/cli.ts faults` lists them. */
import { backupFaults } from './backups.ts';
import { cacheFaults } from './cache.ts';
import { capacityFaults } from './capacity.ts';
import { certificateFaults } from './certificates.ts';
import { clusterFaults } from './cluster.ts';
import { databaseFaults } from './database.ts';
import { type Fault, faultContext, forget, isBroken } from './fault.ts';
import { fileFaults } from './files.ts';
import { imageFaults } from './images.ts';
import { networkFaults } from './network.ts';
import { performanceFaults } from './performance.ts';
import { renewalFaults } from './renewals.ts';
import { workloadFaults } from './workloads.ts';

export type { Fault, FaultContext, LeadsTo, Verdict } from './fault.ts';

/** Every fault. */
export const faults: Readonly<Record<string, Fault>> = {
  ...fileFaults,
  ...cacheFaults,
  ...databaseFaults,
  ...certificateFaults,
  ...performanceFaults,
  ...capacityFaults,
  ...clusterFaults,
  ...networkFaults,
  ...workloadFaults,
  ...backupFaults,
  ...imageFaults,
  ...renewalFaults,
};

function named(name: string): Fault {
  const fault = faults[name];
  if (fault === undefined) throw new Error(`There is no fault ${name}.`);
  return fault;
}

/** Brings a fault about in the sandbox whose folder is given, from inside of it. Returns when it can be seen. */
export async function breakSandbox(name: string, directory: string): Promise<void> {
  await named(name).break(faultContext(directory, name));
}

/** Undoes a fault. Without one there is nothing to do. */
export async function mendSandbox(name: string, directory: string): Promise<'mended' | 'was not broken'> {
  const fault = named(name);
  if (!isBroken(directory, name)) return 'was not broken';
  await fault.mend(faultContext(directory, name));
  forget(directory, name);
  return 'mended';
}
