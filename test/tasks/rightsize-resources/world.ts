import type { World } from '../../contracts/world.ts';
import { WorkloadBench } from '../workload-bench/bench.ts';

/** The gateway asks for less than it used; of the ledger nothing is known. */
export async function makeWorld(): Promise<World> {
  const bench = new WorkloadBench('rightsize-resources');
  bench.measure('gateway', { cpu: Array<number>(200).fill(0.02), memoryMi: [...Array<number>(199).fill(60), 70] });
  const { cluster, metrics } = bench;
  return {
    ports: { cluster, metrics },
    changes: () => bench.changes(),
    subjects: () => bench.specs(),
    inputs: { target: 'deployment/api-gateway' },
  };
}
