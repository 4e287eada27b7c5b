import type { Cache, CacheInstance, CacheMemory } from '../ports/cache.ts';
import { PortError } from '../ports/port-error.ts';

/** A server that could be asked, or why not. */
export type ObservedCacheServer =
  | { readonly server: string; readonly instance: CacheInstance }
  | { readonly server: string; readonly cause: string; readonly next?: string };

/** The servers of the cache: each master is a shard. */
export interface ObservedCache {
  readonly servers: readonly ObservedCacheServer[];
  readonly masters: readonly CacheInstance[];
  readonly replicas: readonly CacheInstance[];
  /** Addresses of masters that a cluster knows and that we did not reach. */
  readonly unreachedShards: readonly string[];
}

/** Ask every server what it is. One that does not answer is a fact about it; only a cancellation ends this. */
export async function observeCache(cache: Cache): Promise<ObservedCache> {
  const servers: ObservedCacheServer[] = [];
  for (const server of await cache.servers()) servers.push(await ask(cache, server));
  const instances = servers.flatMap((observed) => ('instance' in observed ? [observed.instance] : []));
  return {
    servers,
    masters: instances.filter((instance) => instance.role === 'master'),
    replicas: instances.filter((instance) => instance.role === 'replica'),
    unreachedShards: unreachedShards(instances),
  };
}

async function ask(cache: Cache, server: string): Promise<ObservedCacheServer> {
  try {
    return { server, instance: await cache.instance(server) };
  } catch (error) {
    if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
    return { server, cause: error.message, ...(error.next === undefined ? {} : { next: error.next }) };
  }
}

function unreachedShards(instances: readonly CacheInstance[]): readonly string[] {
  const reached = new Set(instances.flatMap((instance) => instance.cluster?.id ?? []));
  const known = instances.flatMap((instance) => instance.cluster?.masters ?? []);
  const missing = known.filter((master) => !reached.has(master.id)).map((master) => master.address);
  return [...new Set(missing)].sort();
}

/** How much more memory the operating system gives to the server than its data takes: 1 is none. */
export function fragmentationOf(memory: CacheMemory): number {
  return memory.usedBytes === 0 ? 1 : memory.residentBytes / memory.usedBytes;
}

/** Whether so much memory is held without use that giving it back is worth the moment that it takes. */
export function isWorthGivingBack(
  memory: CacheMemory,
  bounds: { readonly fragmentation: number; readonly reclaimableBytes: number },
): boolean {
  return fragmentationOf(memory) >= bounds.fragmentation && (memory.reclaimableBytes ?? 0) >= bounds.reclaimableBytes;
}

/** Why nothing more is done to a shard: a sweep stopped there a moment ago, and what is slow now is no measure for the next. */
export const strainedWords = (shard: string): string =>
  `requests to ${shard} had to wait longer during an earlier sweep of this run; the next opening goes on`;
