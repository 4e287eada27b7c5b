import type { NodeRoom } from '../../domain/capacity/node-room.ts';
import { clusterWide, kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { Node } from '../../domain/kubernetes/objects.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { formatShare } from '../../domain/quantities.ts';
import { readRoom } from '../../observation/capacity/read-room.ts';
import { attempt } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Read } from './seen.ts';
import { withStored } from './with-stored.ts';

/** Every node. */
export async function readNodes({ ports }: TaskContext<'cluster'>): Promise<readonly Node[]> {
  const nodes: Node[] = [];
  for await (const node of ports.cluster.list({ resource: resources.nodes })) nodes.push(node);
  return nodes;
}

interface Promised {
  readonly node: string;
  readonly cpu: number;
  readonly memory: number;
}

/** What the pods of each node ask for, as a share of what it can give; the fullest open node counts. */
export async function readRequests(context: TaskContext<'cluster' | 'history'>): Promise<Read> {
  const read = await attempt('nodes', () => readRoom(context.ports.cluster, context.platform.namespace));
  const promised = 'value' in read ? read.value.nodes.filter(({ open }) => open).map(promisedOf) : [];
  const [fullest] = promised.toSorted((a, b) => Math.max(b.cpu, b.memory) - Math.max(a.cpu, a.memory));
  if (fullest === undefined) {
    const why = 'trouble' in read ? read.trouble.message : 'no node is open for pods';
    const next = ('trouble' in read ? read.trouble.next : undefined) ?? kubectl(clusterWide)`get nodes`;
    return { series: [], missing: [{ code: 'node-requests', subject: 'nodes', why, next }] };
  }
  const facts = `node/${fullest.node}: CPU ${formatShare(fullest.cpu)}, memory ${formatShare(fullest.memory)} of allocatable requested`;
  const value = Math.max(fullest.cpu, fullest.memory);
  const source = 'the requests of all pods against allocatable';
  return withStored(context, { code: 'node-requests', subject: 'nodes', source, value, facts });
}

function promisedOf({ name, allocatable, requested }: NodeRoom): Promised {
  const share = (resource: string) => {
    const all = allocatable[resource] ?? 0;
    return all > 0 ? (requested[resource] ?? 0) / all : 0;
  };
  return { node: name, cpu: share('cpu'), memory: share('memory') };
}
