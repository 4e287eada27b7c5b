import type { World } from '../../contracts/world.ts';
import { createFakeCache, fakeCacheServer } from '../../fakes/cache/fake-cache.ts';

const million = 1_000_000;

/** Two shards with stale keys, one of which can then give memory back. */
export async function makeWorld(): Promise<World> {
  const first = fakeCacheServer('pod/redis-0', {
    memory: { usedBytes: 40 * million, residentBytes: 60 * million, reclaimableBytes: million, policy: 'noeviction' },
  });
  first.keyBytes = 3_000;
  const second = fakeCacheServer('pod/redis-1');
  first.keys.set(0, { live: 1_000, expiring: 0, stale: 9_000 });
  second.keys.set(0, { live: 10, expiring: 0, stale: 500 });
  const cache = createFakeCache({ 'pod/redis-0': first, 'pod/redis-1': second });
  return { ports: { cache }, changes: () => [...cache.calls] };
}
