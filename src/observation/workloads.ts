import type { WorkloadKind } from '../domain/configuration/platform/workload-kind.ts';
import { WORKLOAD_KINDS } from '../domain/configuration/platform/workload-kind.ts';
import type { Pod, Workload } from '../domain/kubernetes/objects.ts';
import { resources } from '../domain/kubernetes/resources.ts';
import { selectorText } from '../domain/kubernetes/selectors.ts';
import { kindOfRef, workloadResource } from '../domain/kubernetes/workloads.ts';
import { belongsTo, isLeftOver } from '../domain/rollout/pods-of.ts';
import type { WorkloadRef } from '../domain/step/kinds.ts';
import type { Cluster } from '../ports/cluster.ts';

/** A workload with its kind, which list answers do not carry. */
export interface KindedWorkload {
  readonly kind: WorkloadKind;
  readonly workload: Workload;
}

/** Every Deployment, StatefulSet and DaemonSet of a namespace, by kind and name. */
export async function listWorkloads(cluster: Cluster, namespace: string): Promise<readonly KindedWorkload[]> {
  const found: KindedWorkload[] = [];
  for (const kind of WORKLOAD_KINDS) {
    for await (const workload of cluster.list({ resource: workloadResource(kind), namespace })) {
      found.push({ kind, workload });
    }
  }
  return found;
}

/** The workload that a step names; undefined when it is gone, or another one has taken its name. */
export async function readWorkload(cluster: Cluster, ref: WorkloadRef): Promise<Workload | undefined> {
  const workload = await cluster.get(workloadResource(kindOfRef(ref)), ref.namespace, ref.name);
  return workload?.metadata.uid === ref.uid ? workload : undefined;
}

/** The pods of a workload, those on their way out included; what is left over of pods that have ended is none of them. */
export async function podsOfWorkload(
  cluster: Cluster,
  kind: WorkloadKind,
  workload: Workload,
): Promise<readonly Pod[]> {
  return (await everyPodOfWorkload(cluster, kind, workload)).filter((pod) => !isLeftOver(kind, pod));
}

/** The pods of a workload, and what is left over of pods that have ended and were replaced. */
export async function everyPodOfWorkload(
  cluster: Cluster,
  kind: WorkloadKind,
  workload: Workload,
): Promise<readonly Pod[]> {
  const { namespace = '' } = workload.metadata;
  const pods: Pod[] = [];
  const labels = selectorText(workload.spec.selector);
  for await (const pod of cluster.list({ resource: resources.pods, namespace, labels })) {
    if (belongsTo(pod, kind, workload)) pods.push(pod);
  }
  return pods;
}
