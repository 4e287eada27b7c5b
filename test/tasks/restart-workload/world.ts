import type { World } from '../../contracts/world.ts';
import { WorkloadBench } from '../workload-bench/bench.ts';

/** The gateway is to be restarted; whoever asks again has it restarted again. */
export async function makeWorld(): Promise<World> {
  const bench = new WorkloadBench('restart-workload');
  return {
    ports: { cluster: bench.cluster },
    changes: () => bench.changes(),
    state: () => bench.specs(['rooivalk.maintenance/restarted-by']),
    inputs: { target: 'deployment/api-gateway' },
  };
}
