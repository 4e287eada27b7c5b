import type { World } from '../../contracts/world.ts';
import { WorkloadBench } from '../workload-bench/bench.ts';

/** The gateway is to have two more pods, each with more memory. */
export async function makeWorld(): Promise<World> {
  const bench = new WorkloadBench('increase-capacity');
  const { cluster, metrics, database } = bench;
  return {
    ports: { cluster, metrics, database },
    changes: () => bench.changes(),
    subjects: () => bench.specs(),
    inputs: { target: 'deployment/api-gateway', replicas: '5', 'memory-request': '96Mi', 'memory-limit': '256Mi' },
  };
}
