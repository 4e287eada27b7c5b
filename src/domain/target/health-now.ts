import type { WorkloadKind } from '../configuration/platform/workload-kind.ts';
import type { Pod, Workload } from '../kubernetes/objects.ts';
import { isReady } from '../kubernetes/pods.ts';
import { workloadWord } from '../kubernetes/workloads.ts';
import { counted } from '../quantities.ts';
import { desiredPods } from '../rollout/judge.ts';

/** How a workload and its neighbours fare, for whoever approves a change of it; `unready`: the workloads that are not. */
export function healthNow(
  kind: WorkloadKind,
  workload: Workload,
  pods: readonly Pod[],
  unready: readonly string[],
): readonly string[] {
  const subject = workloadWord(kind, workload.metadata.name);
  const restarts = pods.reduce(
    (sum, { status }) =>
      sum + (status?.containerStatuses ?? []).reduce((own, { restartCount }) => own + restartCount, 0),
    0,
  );
  const others = unready.filter((one) => one !== subject);
  return [
    `${pods.filter(isReady).length} of ${counted(desiredPods(kind, workload), 'pod')} ready, ${counted(restarts, 'restart')} in their life`,
    others.length === 0
      ? 'every other workload of the namespace is ready'
      : `not ready: ${others.slice(0, 10).join(', ')}`,
  ];
}
