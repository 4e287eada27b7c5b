import type { World } from '../../contracts/world.ts';
import { Bench, signed } from './bench.ts';

/** A signed patch of the gateway, and an unsigned one of the blockchain nodes that our own record has known for ten days. */
export async function makeWorld(): Promise<World> {
  const bench = new Bench();
  bench.push('api-gateway', '2.1.1', { signature: signed });
  bench.push('api-gateway', '2.2.0');
  bench.known('blockchain-node', '1.4.3', bench.push('blockchain-node', '1.4.3'), 10);
  return {
    ports: { cluster: bench.cluster, registry: bench.registry, imageRecord: bench.record },
    changes: () => bench.changes(),
    subjects: () => bench.images(),
    inputs: { 'progress-deadline': '30s', settle: '2s' },
  };
}
