import type { Node, Pod } from '../kubernetes/objects.ts';
import { type Amounts, amountsOf, plus, times } from './amounts.ts';
import { podRequests } from './pod-request.ts';

/** A node, and how much of it is promised to pods. */
export interface NodeRoom {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: NonNullable<NonNullable<Node['spec']>['taints']>;
  /** Ready, and not cordoned. */
  readonly open: boolean;
  readonly allocatable: Amounts;
  /** Requests of its pods, `pods` among them. */
  readonly requested: Amounts;
}

/** A node without any pods. */
export function emptyRoom({ metadata, spec, status }: Node): NodeRoom {
  const ready = status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True');
  return {
    name: metadata.name,
    labels: metadata.labels ?? {},
    taints: spec?.taints ?? [],
    open: ready === true && spec?.unschedulable !== true,
    allocatable: amountsOf(status?.allocatable),
    requested: { pods: 0 },
  };
}

/** The node with one more pod; one that has ended takes nothing. */
export function withPod(room: NodeRoom, pod: Pick<Pod, 'spec' | 'status'>): NodeRoom {
  const phase = pod.status?.phase;
  if (phase === 'Succeeded' || phase === 'Failed') return room;
  return withRequests(room, podRequests(pod.spec));
}

/** The node with so much more promised to one pod. */
export function withRequests(room: NodeRoom, requests: Amounts): NodeRoom {
  return { ...room, requested: plus(room.requested, { ...requests, pods: 1 }) };
}

/** The nodes without so many pods of these requests on each, as if they were gone. */
export function withoutRequests(
  rooms: readonly NodeRoom[],
  requests: Amounts,
  pods: Readonly<Record<string, number>>,
): readonly NodeRoom[] {
  return rooms.map((room) => {
    const count = pods[room.name] ?? 0;
    return { ...room, requested: plus(room.requested, times({ ...requests, pods: 1 }, -count)) };
  });
}

/** The share of what open nodes can give that is promised, 0 where they can give nothing. */
export function promisedShare(rooms: readonly NodeRoom[], resource: 'cpu' | 'memory' | 'pods'): number {
  const open = rooms.filter((room) => room.open);
  const total = open.reduce((sum, { allocatable }) => sum + (allocatable[resource] ?? 0), 0);
  const promised = open.reduce((sum, { requested }) => sum + (requested[resource] ?? 0), 0);
  return total === 0 ? 0 : promised / total;
}
