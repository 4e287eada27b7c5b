import { emptyRoom, type NodeRoom, withRequests } from '../../../src/domain/capacity/node-room.ts';
import type { Node, Pod } from '../../../src/domain/kubernetes/objects.ts';

/** A ready node of 2 cores and 4 GiB for 10 pods. */
export function node(name: string, over: { spec?: object; labels?: object; ready?: boolean } = {}): Node {
  return {
    metadata: {
      name,
      uid: name,
      resourceVersion: '1',
      labels: { 'kubernetes.io/hostname': name, ...over.labels },
    },
    spec: { ...over.spec },
    status: {
      allocatable: { cpu: '2', memory: '4Gi', pods: '10' },
      conditions: [{ type: 'Ready', status: over.ready === false ? 'False' : 'True' }],
    },
  };
}

/** The same with so much promised to one pod. */
export function busy(cpu: number, memory: number, ...given: Parameters<typeof node>): NodeRoom {
  return withRequests(emptyRoom(node(...given)), { cpu, memory });
}

/** A pod's spec with one container of these requests. */
export function asking(cpu: string, memory: string, rest: Partial<Pod['spec']> = {}): Pod['spec'] {
  return { containers: [{ name: 'main', resources: { requests: { cpu, memory } } }], ...rest };
}
