import type { WorkloadKind } from '../configuration/platform/workload-kind.ts';
import type { Pod, Workload } from '../kubernetes/objects.ts';
import { hasEnded } from '../kubernetes/pods.ts';

/**
 * Whether a pod belongs to a workload: by its controller, since selectors may overlap. A Deployment's pods belong to
 * ReplicaSets named after it and the hash of their template (`pod-template-hash`).
 */
export function belongsTo(pod: Pod, kind: WorkloadKind, workload: Workload): boolean {
  const controller = pod.metadata.ownerReferences?.find((one) => one.controller === true);
  if (controller === undefined) return false;
  if (kind !== 'Deployment') return controller.uid === workload.metadata.uid;
  const hash = pod.metadata.labels?.['pod-template-hash'];
  return controller.kind === 'ReplicaSet' && controller.name === `${workload.metadata.name}-${hash}`;
}

/** A StatefulSet pod's place: `postgres-2` is 2; -1 where the name has none. */
export function ordinalOf(pod: Pod): number {
  return Number(/-(\d+)$/.exec(pod.metadata.name)?.[1] ?? -1);
}

/**
 * Whether a pod is only left over: a ReplicaSet counts and replaces pods that have ended, and leaves them there until
 * somebody removes them (`IsPodActive`, kubernetes `pkg/controller/controller_utils.go`). The controllers of StatefulSets
 * and DaemonSets remove such a pod before they make its next: theirs is what the workload has now.
 */
export const isLeftOver = (kind: WorkloadKind, pod: Pod): boolean => kind === 'Deployment' && hasEnded(pod);

/** Whether a pod is one that its workload has: neither left over nor on its way out. */
export const isPresent = (kind: WorkloadKind, pod: Pod): boolean =>
  pod.metadata.deletionTimestamp === undefined && !isLeftOver(kind, pod);
