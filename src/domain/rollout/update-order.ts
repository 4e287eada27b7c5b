import type { NamedWorkload } from '../configuration/platform/named-workloads.ts';
import type { Platform } from '../configuration/platform.ts';

/**
 * Workloads in the order in which they are changed, dependents last: as configured, else database, cache, blockchain, the
 * others by name, and the gateway, which depends on all of them. With a configured order, those not listed come first.
 */
export function updateOrder<T extends NamedWorkload>(
  workloads: readonly T[],
  platform: Pick<Platform, 'workloads' | 'database' | 'cache'>,
): readonly T[] {
  const { order, blockchain, gateway } = platform.workloads;
  const first = [platform.database.workload, platform.cache.workload, blockchain];
  const rank = (workload: T): number => {
    const listed = order.findIndex((one) => isSame(one, workload));
    if (order.length > 0) return listed + 1;
    const early = first.findIndex((one) => isSame(one, workload));
    if (early >= 0) return early;
    return isSame(gateway, workload) ? first.length + 1 : first.length;
  };
  return [...workloads].sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

const isSame = (a: NamedWorkload, b: NamedWorkload): boolean => a.kind === b.kind && a.name === b.name;
