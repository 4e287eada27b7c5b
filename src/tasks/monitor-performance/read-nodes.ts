import type { Node, NodeMetrics } from '../../domain/kubernetes/objects.ts';
import { parseQuantity } from '../../domain/kubernetes/quantity.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { formatSpan } from '../../domain/quantities.ts';
import type { Cluster } from '../../ports/cluster.ts';
import type { NodeUse } from './observation.ts';

/** Older figures are not of now: metrics-server reads every 15 s, so this is many missed readings. */
const staleAfterMs = 5 * 60_000;

/** Every node, by name. */
export async function listNodes(cluster: Cluster): Promise<readonly Node[]> {
  const nodes: Node[] = [];
  for await (const node of cluster.list({ resource: resources.nodes })) nodes.push(node);
  return nodes.sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
}

/**
 * CPU and memory of every node from `metrics.k8s.io` against what the node can give away (allocatable). A node without
 * figures, or with old ones, is unknown by itself.
 */
export async function readNodeUse(cluster: Cluster, nodes: readonly Node[], now: number): Promise<readonly NodeUse[]> {
  const metrics = new Map<string, NodeMetrics>();
  for await (const each of cluster.list({ resource: resources.nodeMetrics })) metrics.set(each.metadata.name, each);
  return nodes.map((node) => useOf(node, metrics.get(node.metadata.name), now));
}

function useOf(node: Node, metrics: NodeMetrics | undefined, now: number): NodeUse {
  const { name } = node.metadata;
  if (metrics === undefined) return { node: name, why: 'metrics.k8s.io has no figures of it' };
  const age = metrics.timestamp === undefined ? 0 : now - Date.parse(metrics.timestamp);
  if (!(age < staleAfterMs)) {
    return {
      node: name,
      why: `its figures in metrics.k8s.io are ${Number.isFinite(age) ? formatSpan(age) : 'of unknown age'} old`,
    };
  }
  const share = (resource: string) => {
    const used = parseQuantity(metrics.usage[resource] ?? '');
    const allocatable = parseQuantity(node.status?.allocatable?.[resource] ?? '');
    return used === undefined || allocatable === undefined || allocatable <= 0 ? undefined : used / allocatable;
  };
  const [cpu, memory] = [share('cpu'), share('memory')];
  if (cpu === undefined || memory === undefined) {
    return { node: name, why: 'usage or allocatable of CPU or memory is missing, or is no quantity' };
  }
  return { node: name, cpu, memory };
}
