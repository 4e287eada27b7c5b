import type { World } from '../../contracts/world.ts';
import { Bench } from './bench.ts';

/** A volume that fills up, CPU that is beyond its threshold, and two metrics that nobody has configured. */
export async function makeWorld(): Promise<World> {
  const bench = new Bench();
  bench.cpu({ present: 0.8 });
  bench.metrics.answerRange(
    /node_memory|node_filesystem|node_network|transaction_count|^sum\(max by|histogram_quantile\(0\.5/,
    [],
  );
  bench.claims({ 'data-postgres-0': { present: 0.75, perDay: 0.01, daily: 0.01 } });
  bench.store('transaction-throughput', 1000, 3);
  const { cluster, database } = bench;
  return {
    ports: bench.ports(),
    platform: { capacity: { 'response-time': 'gateway_response_time_seconds' } },
    changes: () => [...cluster.changes().map(({ verb, name }) => `${verb} ${name}`), ...database.calls],
  };
}
