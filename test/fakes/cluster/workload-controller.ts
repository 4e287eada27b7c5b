import { createHash } from 'node:crypto';
import type { WorkloadKind } from '../../../src/domain/configuration/platform/workload-kind.ts';
import type { ContainerStatus, Pod, Workload } from '../../../src/domain/kubernetes/objects.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { workloadResource } from '../../../src/domain/kubernetes/workloads.ts';
import { desiredPods } from '../../../src/domain/rollout/judge.ts';
import { belongsTo } from '../../../src/domain/rollout/pods-of.ts';
import { copyOf } from './copy.ts';
import type { FakeCluster } from './fake-cluster.ts';

/** How the pods of a fake cluster fare. */
export interface Fate {
  /** Whether a pod of this template becomes ready; absent: every one does. */
  readonly becomesReady?: (pod: Pod) => boolean;
  /** Why the containers of a pod that does not become ready wait, in the kubelet's word; absent: they run. */
  readonly waits?: string;
  /** The statuses of such a pod's containers; absent: none is ready, and they run or wait as said above. */
  readonly statuses?: readonly ContainerStatus[];
}

const kinds: readonly WorkloadKind[] = ['Deployment', 'StatefulSet', 'DaemonSet'];

/**
 * The controllers of Deployments, StatefulSets and DaemonSets in one: after each change of a workload its pods are as the
 * template says, at once. Pods that do not become ready stop it, as a rolling update stops: the old ones stay. As in
 * Kubernetes, an OrderedReady StatefulSet does not replace a pod that is not ready.
 */
export class WorkloadController {
  readonly #cluster: FakeCluster;
  readonly #fate: Fate;

  constructor(cluster: FakeCluster, fate: Fate = {}) {
    this.#cluster = cluster;
    this.#fate = fate;
    cluster.onChange(({ resource }) => {
      if (resource.group === 'apps' || resource.plural === 'pods') this.reconcile();
    });
  }

  /** Bring every workload's pods to what is wanted. */
  reconcile(): void {
    for (const kind of kinds) {
      for (const workload of this.#all<Workload>(workloadResource(kind))) this.#reconcile(kind, workload);
    }
  }

  #all<T>({ plural, group }: { readonly plural: string; readonly group: string }): readonly T[] {
    const prefix = group === '' ? `${plural}/` : `${plural}.${group}/`;
    return Object.entries(this.#cluster.snapshot()).flatMap(([key, object]) =>
      key.startsWith(prefix) ? [object as T] : [],
    );
  }

  #podsOf(kind: WorkloadKind, workload: Workload): readonly Pod[] {
    return this.#all<Pod>(resources.pods).filter(
      (pod) =>
        pod.metadata.namespace === workload.metadata.namespace &&
        belongsTo(pod, kind, workload) &&
        !(kind === 'Deployment' && /^(Failed|Succeeded)$/.test(pod.status?.phase ?? '')),
    );
  }

  #reconcile(kind: WorkloadKind, workload: Workload): void {
    const revision = revisionOf(workload);
    const desired = desiredPods(kind, workload);
    const names = namesOf(kind, workload, revision, desired);
    const probe = podOf(kind, workload, revision, 'probe');
    const ready = this.#fate.becomesReady?.(probe) ?? true;
    if (workload.spec.paused !== true) this.#roll(kind, workload, revision, names, ready);
    this.#report(kind, workload, revision, desired);
  }

  #roll(kind: WorkloadKind, workload: Workload, revision: string, names: readonly string[], ready: boolean): void {
    const present = this.#podsOf(kind, workload);
    const isCurrent = (pod: Pod) => revisionIn(pod) === revision && names.includes(pod.metadata.name);
    const stuck = kind === 'StatefulSet' && present.some((pod) => !isReadyNow(pod) && !isCurrent(pod));
    if (stuck) return;
    const missing = names.filter((name) => !present.some((pod) => pod.metadata.name === name && isCurrent(pod)));
    const made = ready ? missing : missing.slice(-1);
    const old = present.filter((pod) => !isCurrent(pod));
    for (const pod of old) {
      if (ready || made.includes(pod.metadata.name) || present.length > names.length) this.#remove(pod);
    }
    for (const name of made) this.#add(kind, workload, revision, name, ready);
  }

  #remove({ metadata }: Pod): void {
    this.#cluster.remove(resources.pods, metadata.namespace, metadata.name);
  }

  #add(kind: WorkloadKind, workload: Workload, revision: string, name: string, ready: boolean): void {
    const pod = podOf(kind, workload, revision, name);
    const status = ready ? 'True' : 'False';
    const at = workload.metadata.creationTimestamp ?? '2026-11-24T02:00:00Z';
    this.#cluster.add(resources.pods, {
      ...pod,
      status: {
        phase: 'Running',
        podIP: '10.77.9.9',
        conditions: [{ type: 'Ready', status, lastTransitionTime: at }],
        containerStatuses:
          (!ready && this.#fate.statuses) ||
          pod.spec.containers.map((container) => ({
            name: container.name,
            ready,
            restartCount: 0,
            ...(ready || this.#fate.waits === undefined ? {} : { state: { waiting: { reason: this.#fate.waits } } }),
            image: container.image ?? '',
            imageID: imageIdOf(container.image ?? ''),
          })),
      },
    });
  }

  #report(kind: WorkloadKind, workload: Workload, revision: string, desired: number): void {
    const pods = this.#podsOf(kind, workload);
    const ready = pods.filter(isReadyNow).length;
    const { namespace, name } = workload.metadata;
    this.#cluster.edit(workloadResource(kind), namespace, name, (draft) => {
      draft.status = {
        ...draft.status,
        observedGeneration: draft.metadata.generation,
        replicas: pods.length,
        readyReplicas: ready,
        updatedReplicas: pods.filter((pod) => revisionIn(pod) === revision).length,
        ...(kind === 'DaemonSet' ? { desiredNumberScheduled: desired, numberReady: ready } : {}),
        ...(kind === 'StatefulSet' ? { updateRevision: revision, currentRevision: revision } : {}),
      };
    });
  }
}

/** What a node reports: the digest that the image is pinned to, else one that stands for its tag. */
const imageIdOf = (image: string): string =>
  image.includes('@') ? image.replace(/:[^:/@]+@/, '@') : `${image.replace(/:[^:/]*$/, '')}@sha256:${digest(image)}`;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const revisionOf = ({ spec }: Workload): string => digest(JSON.stringify(spec.template)).slice(0, 10);

const revisionIn = ({ metadata }: Pod): string | undefined =>
  metadata.labels?.['pod-template-hash'] ?? metadata.labels?.['controller-revision-hash'];

const isReadyNow = ({ status }: Pod): boolean =>
  status?.conditions?.some((condition) => condition.type === 'Ready' && condition.status === 'True') ?? false;

function namesOf(kind: WorkloadKind, { metadata }: Workload, revision: string, count: number): readonly string[] {
  const base = kind === 'Deployment' ? `${metadata.name}-${revision}` : metadata.name;
  return Array.from({ length: count }, (_, index) =>
    kind === 'StatefulSet' ? `${base}-${index}` : `${base}-x${String(index).padStart(4, '0')}`,
  );
}

function podOf(kind: WorkloadKind, workload: Workload, revision: string, name: string): Pod {
  const { metadata, spec } = workload;
  const isDeployment = kind === 'Deployment';
  const owner = isDeployment
    ? { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: `${metadata.name}-${revision}`, uid: `uid-${revision}` }
    : { apiVersion: 'apps/v1', kind, name: metadata.name, uid: metadata.uid };
  return {
    metadata: {
      ...spec.template.metadata,
      name,
      namespace: metadata.namespace ?? '',
      uid: `uid-${name}`,
      resourceVersion: '1',
      labels: {
        ...spec.template.metadata?.labels,
        [isDeployment ? 'pod-template-hash' : 'controller-revision-hash']: revision,
      },
      ownerReferences: [{ ...owner, controller: true }],
    },
    spec: copyOf(spec.template.spec),
  };
}
