import { resources } from '../../domain/kubernetes/resources.ts';
import { isStuck } from '../../domain/rollout/judge.ts';
import { ordinalOf } from '../../domain/rollout/pods-of.ts';
import type { WorkloadRef } from '../../domain/step/kinds.ts';
import { podsOfWorkload, readWorkload } from '../../observation/workloads.ts';
import type { TaskContext } from '../../ports/context.ts';

const pollMs = 1_000;
const mostPolls = 30;

/**
 * Let an OrderedReady StatefulSet go back after its template was put back: by itself it waits for ever for the pod that
 * does not become ready (kubernetes#67250). Deletes, highest ordinal first, each pod that is not ready and not of the
 * revision that the controller now wants. Other workloads recover by themselves. Answers how many were deleted.
 */
export async function removeStuckPods(
  { ports, pause, progress }: Pick<TaskContext<'cluster'>, 'ports' | 'pause' | 'progress'>,
  ref: WorkloadRef,
): Promise<number> {
  if (ref.resource !== 'statefulsets') return 0;
  for (let polls = 0; polls < mostPolls; polls += 1) {
    const workload = await readWorkload(ports.cluster, ref);
    if (workload === undefined || workload.spec.podManagementPolicy === 'Parallel') return 0;
    // which revision is wanted is known only once the controller has seen the template
    if ((workload.status?.observedGeneration ?? 0) >= (workload.metadata.generation ?? 0)) {
      const pods = await podsOfWorkload(ports.cluster, 'StatefulSet', workload);
      const stuck = pods.filter((pod) => isStuck(pod, workload)).sort((a, b) => ordinalOf(b) - ordinalOf(a));
      for (const { metadata } of stuck) {
        progress(`removing pod/${metadata.name}, which keeps ${ref.name} from going back`);
        await ports.cluster.delete(resources.pods, ref.namespace, metadata.name, metadata.uid);
      }
      return stuck.length;
    }
    await pause(pollMs);
  }
  return 0;
}
