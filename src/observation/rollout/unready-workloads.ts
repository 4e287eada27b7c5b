import { WORKLOAD_KINDS } from '../../domain/configuration/platform/workload-kind.ts';
import { workloadResource, workloadWord } from '../../domain/kubernetes/workloads.ts';
import { desiredPods } from '../../domain/rollout/judge.ts';
import type { Permission } from '../../domain/task/permissions.ts';
import type { Cluster } from '../../ports/cluster.ts';
import { listWorkloads } from '../workloads.ts';

/** What {@link unreadyWorkloads} may read. */
export const unreadyPermissions: readonly Permission[] = WORKLOAD_KINDS.map((kind) => ({
  resource: workloadResource(kind),
  verbs: ['list'],
  scope: 'platform',
  why: 'see whether the other workloads are ready',
}));

/**
 * The workloads of a namespace that have fewer ready pods than they want, by their controllers' figures. Compared before
 * and after a change: a dependent that the change broke is among them afterwards only.
 */
export async function unreadyWorkloads(cluster: Cluster, namespace: string): Promise<ReadonlySet<string>> {
  const unready = new Set<string>();
  for (const { kind, workload } of await listWorkloads(cluster, namespace)) {
    const ready = (kind === 'DaemonSet' ? workload.status?.numberReady : workload.status?.readyReplicas) ?? 0;
    if (ready < desiredPods(kind, workload)) unready.add(workloadWord(kind, workload.metadata.name));
  }
  return unready;
}
