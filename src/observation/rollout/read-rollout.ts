import type { Pod, Workload } from '../../domain/kubernetes/objects.ts';
import { kindOfRef } from '../../domain/kubernetes/workloads.ts';
import { judgeRollout, type RolloutState } from '../../domain/rollout/judge.ts';
import type { WorkloadRef } from '../../domain/step/kinds.ts';
import type { Cluster } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import { everyPodOfWorkload, readWorkload } from '../workloads.ts';

/** A rollout as it is now, with what it was judged by; `pods` holds what is left over of those that have ended, too. */
export interface SeenRollout {
  readonly workload: Workload;
  readonly pods: readonly Pod[];
  readonly state: RolloutState;
}

/** Read a workload and its pods, and judge how far its rollout is. `conflict` when it is no longer that workload. */
export async function readRollout(
  cluster: Cluster,
  ref: WorkloadRef,
  isWanted: (pod: Pod) => boolean,
): Promise<SeenRollout> {
  const kind = kindOfRef(ref);
  const workload = await readWorkload(cluster, ref);
  if (workload === undefined) {
    const subject = `${kind.toLowerCase()}/${ref.name}`;
    throw new PortError({ code: 'conflict', subject, message: `${subject} was removed or made anew by somebody else` });
  }
  const pods = await everyPodOfWorkload(cluster, kind, workload);
  return { workload, pods, state: judgeRollout(kind, workload, pods, isWanted) };
}
