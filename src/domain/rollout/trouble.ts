import type { ContainerStatus, Pod } from '../kubernetes/objects.ts';

/** What keeps a pod of the new version from becoming ready. */
export interface PodTrouble {
  readonly pod: string;
  readonly podUid: string;
  /** Absent: the pod as a whole. */
  readonly container?: string;
  /** The kubelet's or scheduler's own word: `ImagePullBackOff`, `CrashLoopBackOff`, `restarted`, `Unschedulable`. */
  readonly reason: string;
  /** It will not pass by itself: the rollout has failed. Otherwise it has if the trouble lasts. */
  readonly certain: boolean;
}

/** Restarts of one container of a new pod from which on it is bad; one may be the wait for a neighbour. */
export const tooManyRestarts = 3;

/** Reasons of a waiting container (kubelet, `pkg/kubelet/images/types.go` and `container/sync_result.go`). */
const certainReasons = new Set(['InvalidImageName', 'ErrImageNeverPull']);
const passingReasons = new Set(['ContainerCreating', 'PodInitializing']);

/** Everything that is wrong with a pod, the certain first; a pod that only needs time has none. */
export function troublesOf(pod: Pod): readonly PodTrouble[] {
  const { name, uid } = pod.metadata;
  const about = { pod: name, podUid: uid };
  const found: PodTrouble[] = [];
  if (pod.status?.phase === 'Failed') found.push(endOf(pod));
  const unscheduled = pod.status?.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
  if (unscheduled !== undefined) {
    found.push({ ...about, reason: unscheduled.reason ?? 'Unschedulable', certain: false });
  }
  for (const status of [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])]) {
    const trouble = containerTrouble(status);
    if (trouble !== undefined) found.push({ ...about, container: status.name, ...trouble });
  }
  return found.sort((a, b) => Number(b.certain) - Number(a.certain));
}

/**
 * How a pod has ended, in the kubelet's word (`Evicted`, `NodeShutdown`), else its phase. Not certain: its controller makes
 * another, and only when that one ends as well has the rollout failed.
 */
export function endOf({ metadata, status }: Pod): PodTrouble {
  return {
    pod: metadata.name,
    podUid: metadata.uid,
    reason: status?.reason ?? status?.phase ?? 'ended',
    certain: false,
  };
}

function containerTrouble(status: ContainerStatus): Pick<PodTrouble, 'reason' | 'certain'> | undefined {
  const waiting = status.state?.waiting?.reason;
  if (status.restartCount >= tooManyRestarts) {
    return { reason: waiting ?? `restarted ${status.restartCount} times`, certain: true };
  }
  if (waiting === undefined || passingReasons.has(waiting)) return undefined;
  return { reason: waiting, certain: certainReasons.has(waiting) };
}
