import { type ObservedCache, observeCache } from '../../observation/cache.ts';
import type { TaskContext } from '../../ports/context.ts';

/** What optimize-caches saw. The basis is which servers are masters. */
export interface CacheObservation {
  readonly basis: { readonly masters: readonly string[] };
  readonly measurements: ObservedCache;
}

/** Ask every server of the cache what it is and how it is. */
export async function observe(context: TaskContext<'cache'>): Promise<CacheObservation> {
  const seen = await observeCache(context.ports.cache);
  return { basis: { masters: seen.masters.map((master) => master.server) }, measurements: seen };
}
