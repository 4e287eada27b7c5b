import type { Platform } from '../../domain/configuration/platform.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { Pod } from '../../domain/kubernetes/objects.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import type { Cluster } from '../../ports/cluster.ts';
import type { Reach } from '../../ports/endpoint.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Target } from '../../ports/reach.ts';

/** A database or cache of the configuration. */
type Store = Pick<Platform['database'], 'address' | 'port' | 'workload'>;

/**
 * The servers of a store. Where an address is configured there is one, reached directly; otherwise each pod that has not
 * ended, in the order of their names, through a port-forward.
 */
export async function targetsOf(
  cluster: () => Promise<Cluster>,
  namespace: string,
  store: Store,
): Promise<readonly Target[]> {
  const { address, port, workload } = store;
  if (address !== undefined) {
    return [{ name: `${address}:${port}`, reach: async () => ({ host: address, port, close: async () => undefined }) }];
  }
  const found: Pod[] = [];
  const reached = await cluster();
  for await (const pod of reached.list({ resource: resources.pods, namespace, labels: workload.selector })) {
    if (pod.metadata.deletionTimestamp === undefined) found.push(pod);
  }
  if (found.length === 0) {
    throw new PortError({
      code: 'not-found',
      subject: `pods ${workload.selector}`,
      message: `no pod in ${namespace} matches ${workload.selector}`,
      next: kubectl(namespace)`get ${workload.kind.toLowerCase()}/${workload.name}`,
    });
  }
  const names = found.map((pod) => pod.metadata.name).sort(byOrdinal);
  return names.map((pod) => ({ name: `pod/${pod}`, reach: () => reached.forward({ namespace, pod }, port) }));
}

/** A pod's port through a port-forward. */
export function reachThrough(cluster: () => Promise<Cluster>): Reach {
  return async ({ namespace, pod, port }) => (await cluster()).forward({ namespace, pod }, port);
}

/** `postgres-2` before `postgres-10`. */
const byOrdinal = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
