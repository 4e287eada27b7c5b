import type { WorkloadKind } from '../configuration/platform/workload-kind.ts';
import type { Pod, Workload } from '../kubernetes/objects.ts';
import { hasEnded, isReady } from '../kubernetes/pods.ts';
import { counted } from '../quantities.ts';
import { isPresent } from './pods-of.ts';
import { endOf, type PodTrouble, troublesOf } from './trouble.ts';

/** How far a rollout is, judged by the pods: the controllers' own figures can be true and say nothing (kubernetes#67250). */
export interface RolloutState {
  readonly desired: number;
  /** Pods as they are wanted, and of these the ready ones. */
  readonly updated: number;
  readonly ready: number;
  /** Pods of the workload that are not as they are wanted, and not on their way out. */
  readonly others: number;
  readonly complete: boolean;
  /** What is missing, in words. */
  readonly text: string;
  /** What is wrong with pods as they are wanted. */
  readonly troubles: readonly PodTrouble[];
  /** Pods as they are wanted that have ended, those that were replaced since included (`isLeftOver`). */
  readonly ended: readonly PodTrouble[];
  /** The Deployment's controller has given up (`ProgressDeadlineExceeded`). */
  readonly deadlineExceeded: boolean;
  /** Restarts of the containers of wanted pods, in all. */
  readonly restarts: number;
}

/**
 * Judge a rollout by the workload's own pods; `isWanted` tells a pod of the new version. What is left over of pods that
 * have ended is neither of the one version nor of the other.
 */
export function judgeRollout(
  kind: WorkloadKind,
  workload: Workload,
  pods: readonly Pod[],
  isWanted: (pod: Pod) => boolean,
): RolloutState {
  const present = pods.filter((pod) => isPresent(kind, pod));
  const wanted = present.filter(isWanted);
  const ready = wanted.filter(isReady).length;
  const others = present.length - wanted.length;
  const desired = desiredPods(kind, workload);
  const { generation = 0 } = workload.metadata;
  const seen = (workload.status?.observedGeneration ?? 0) >= generation;
  const complete = seen && ready === desired && wanted.length === desired && others === 0;
  return {
    desired,
    updated: wanted.length,
    ready,
    others,
    complete,
    text: seen
      ? podsText({ desired, updated: wanted.length, ready, others })
      : 'its controller has not seen the change',
    troubles: wanted.filter((pod) => !isReady(pod)).flatMap(troublesOf),
    ended: pods.filter((pod) => hasEnded(pod) && isWanted(pod)).map(endOf),
    deadlineExceeded: seen && hasGivenUp(workload),
    restarts: wanted.reduce((sum, pod) => sum + restartsOf(pod), 0),
  };
}

/** How many pods a workload is to have; a DaemonSet one on each node that fits. */
export function desiredPods(kind: WorkloadKind, { spec, status }: Workload): number {
  return kind === 'DaemonSet' ? (status?.desiredNumberScheduled ?? 0) : (spec.replicas ?? 1);
}

function podsText({ desired, updated, ready, others }: Pick<RolloutState, 'desired' | 'updated' | 'ready' | 'others'>) {
  const rest = others === 0 ? '' : `, ${counted(others, 'other pod')} still there`;
  return `${updated} of ${desired} of the new version, ${ready} ready${rest}`;
}

const hasGivenUp = ({ status }: Workload): boolean =>
  status?.conditions?.some(({ type, reason }) => type === 'Progressing' && reason === 'ProgressDeadlineExceeded') ??
  false;

const restartsOf = (pod: Pod): number =>
  (pod.status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);

/**
 * The pods that keep an OrderedReady StatefulSet from going back: not ready, and not of the revision that its controller
 * now wants. It waits for them for ever; deleted, highest ordinal first, they come back as they should (kubernetes#67250).
 */
export function isStuck(pod: Pod, { status }: Workload): boolean {
  const revision = pod.metadata.labels?.['controller-revision-hash'];
  return !isReady(pod) && pod.metadata.deletionTimestamp === undefined && revision !== status?.updateRevision;
}
