import type { KubernetesObject } from '../../domain/kubernetes/objects.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import type { Autoscalers } from '../../domain/owner/autoscalers.ts';
import type { Permission } from '../../domain/task/permissions.ts';
import type { Cluster, ListQuery } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';

/** What {@link readAutoscalers} may read, for the declaration of a task that changes replicas or resources. */
export const autoscalerPermissions: readonly Permission[] = [
  {
    resource: resources.horizontalAutoscalers,
    verbs: ['list'],
    scope: 'platform',
    why: 'see whether an autoscaler decides the number of pods',
  },
  {
    resource: resources.verticalAutoscalers,
    verbs: ['list'],
    scope: 'platform',
    why: 'see whether an autoscaler decides requests and limits',
  },
];

/** The autoscalers of a namespace. VerticalPodAutoscalers are a CRD: where it is not installed there are none. */
export async function readAutoscalers(cluster: Cluster, namespace: string): Promise<Autoscalers> {
  const [horizontal, vertical] = await Promise.all([
    all(cluster, { resource: resources.horizontalAutoscalers, namespace }),
    all(cluster, { resource: resources.verticalAutoscalers, namespace }).catch(noneWithoutTheKind),
  ]);
  return { horizontal, vertical };
}

async function all<T extends KubernetesObject>(cluster: Cluster, query: ListQuery<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const object of cluster.list(query)) found.push(object);
  return found;
}

/** The API server answers a list of a kind that it does not have with "not found". */
function noneWithoutTheKind(error: unknown): readonly never[] {
  if (error instanceof PortError && error.code === 'not-found') return [];
  throw error;
}
