import type { World } from '../../contracts/world.ts';
import { Bench } from './bench.ts';

/** A platform with a node that is not ready, a waiting pod, and both probes to take. */
export async function makeWorld(): Promise<World> {
  const bench = await Bench.well();
  bench.node('node-4', { Ready: false });
  bench.pod('api-gateway-5d8f9c7b6-x2x4z', {
    waiting: 'CrashLoopBackOff',
    owner: ['ReplicaSet', 'api-gateway-5d8f9c7b6'],
  });
  const { cluster, database, cache, metrics, certificates, store } = bench;
  return {
    ports: { cluster, database, cache, metrics, certificates, objectStore: store },
    changes: () => [...cluster.changes().map(({ verb, name }) => `${verb} ${name}`), ...database.calls, ...cache.calls],
    // the pods of a probe's Job go with it on a real cluster
    state: () => Object.entries(cluster.snapshot()).filter(([key]) => !/^pods.*rooivalk-network-probe/.test(key)),
  };
}
