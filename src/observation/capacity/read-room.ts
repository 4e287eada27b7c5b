import { emptyRoom, type NodeRoom, withPod } from '../../domain/capacity/node-room.ts';
import type { KubernetesObject, LimitRange, ResourceQuota } from '../../domain/kubernetes/objects.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import type { Permission } from '../../domain/task/permissions.ts';
import type { Cluster, ListQuery } from '../../ports/cluster.ts';

/** What pods have to fit into. */
export interface Room {
  readonly nodes: readonly NodeRoom[];
  readonly quotas: readonly ResourceQuota[];
  readonly ranges: readonly LimitRange[];
}

/** What {@link readRoom} may read. */
export const roomPermissions: readonly Permission[] = [
  { resource: resources.nodes, verbs: ['list'], scope: 'cluster', why: 'know what every node can give away' },
  { resource: resources.pods, verbs: ['list'], scope: 'cluster', why: 'know what every node has promised already' },
  { resource: resources.resourceQuotas, verbs: ['list'], scope: 'platform', why: 'know what the quotas leave' },
  { resource: resources.limitRanges, verbs: ['list'], scope: 'platform', why: 'know what a single pod may have' },
];

/** Pods that take room: placed somewhere, and not at their end. */
const placedPods = 'spec.nodeName!=,status.phase!=Succeeded,status.phase!=Failed';

/** Read every node with the requests of its pods, and the bounds of a namespace. Memory does not grow with the pods. */
export async function readRoom(cluster: Cluster, namespace: string): Promise<Room> {
  const [nodes, quotas, ranges] = await Promise.all([
    readNodes(cluster),
    all(cluster, { resource: resources.resourceQuotas, namespace }),
    all(cluster, { resource: resources.limitRanges, namespace }),
  ]);
  return { nodes, quotas, ranges };
}

async function readNodes(cluster: Cluster): Promise<readonly NodeRoom[]> {
  const rooms = new Map<string, NodeRoom>();
  for await (const node of cluster.list({ resource: resources.nodes })) rooms.set(node.metadata.name, emptyRoom(node));
  for await (const pod of cluster.list({ resource: resources.pods, fields: placedPods })) {
    const room = rooms.get(pod.spec.nodeName ?? '');
    if (room !== undefined) rooms.set(room.name, withPod(room, pod));
  }
  return [...rooms.values()];
}

async function all<T extends KubernetesObject>(cluster: Cluster, query: ListQuery<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const object of cluster.list(query)) found.push(object);
  return found;
}
