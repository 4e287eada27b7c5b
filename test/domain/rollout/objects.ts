import type { Pod, Workload } from '../../../src/domain/kubernetes/objects.ts';

/** What a pod in these tests may differ in. */
export interface PodTraits {
  readonly name?: string;
  readonly image?: string;
  readonly ready?: boolean;
  readonly restarts?: number;
  readonly waiting?: string;
  readonly revision?: string;
  readonly going?: boolean;
  readonly phase?: 'Pending' | 'Running' | 'Failed' | 'Succeeded';
  /** Of this life: pods of one name have one uid each. */
  readonly uid?: string;
  readonly reason?: string;
  readonly owner?: object;
}

/** A pod of StatefulSet `node`, ready and of image `x:1` unless said otherwise. */
export function pod(traits: PodTraits = {}): Pod {
  const { name = 'node-0', image = 'x:1', ready = traits.waiting === undefined, restarts = 0, waiting } = traits;
  return {
    metadata: {
      name,
      namespace: 'phoenix',
      uid: traits.uid ?? `uid-${name}`,
      resourceVersion: '1',
      labels: { app: 'node', 'controller-revision-hash': traits.revision ?? 'r1' },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'StatefulSet',
          name: 'node',
          uid: 'uid-node',
          controller: true,
          ...traits.owner,
        },
      ],
      ...(traits.going ? { deletionTimestamp: '2026-11-24T02:00:00Z' } : {}),
    },
    spec: { containers: [{ name: 'main', image }] },
    status: {
      phase: traits.phase ?? 'Running',
      ...(traits.reason === undefined ? {} : { reason: traits.reason }),
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
      containerStatuses: [
        {
          name: 'main',
          ready,
          restartCount: restarts,
          image,
          imageID: '',
          ...(waiting === undefined ? {} : { state: { waiting: { reason: waiting } } }),
        },
      ],
    },
  };
}

/** StatefulSet `node` of two pods. */
export function workload(over: { spec?: object; status?: object; metadata?: object } = {}): Workload {
  return {
    metadata: {
      name: 'node',
      namespace: 'phoenix',
      uid: 'uid-node',
      resourceVersion: '1',
      generation: 1,
      ...over.metadata,
    },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'node' } },
      template: { spec: { containers: [{ name: 'main', image: 'x:1' }] } },
      ...over.spec,
    },
    status: { observedGeneration: 1, updateRevision: 'r1', ...over.status },
  };
}
