import type { World } from '../../contracts/world.ts';
import { Bench } from './bench.ts';

/** A node above its threshold, a blockchain node whose counter cannot be read, and a slow pod of the gateway. */
export async function makeWorld(): Promise<World> {
  const bench = new Bench();
  bench.uses('node-1', 0.95, 0.5);
  bench.metrics.page('pod/blockchain-node-2', 'no metrics here\n');
  bench.gateway('b', { ms: 900 });
  const { cluster, metrics, probe } = bench;
  const scrapeTwice = metrics.scrapeTwice.bind(metrics);
  // counters go on between two runs
  metrics.scrapeTwice = (...reading) => {
    for (const ordinal of [0, 1, 3]) bench.counter(ordinal, 100_000, 110_000);
    return scrapeTwice(...reading);
  };
  return {
    ports: { cluster, metrics, probe, history: { series: async () => [], firstSeen: async () => new Map() } },
    changes: () => cluster.changes().map(({ verb, name }) => `${verb} ${name}`),
  };
}
