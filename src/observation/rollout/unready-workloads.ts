import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import { desiredPods } from '../../domain/rollout/judge.ts';
import type { Cluster } from '../../ports/cluster.ts';
import { listWorkloads } from '../workloads.ts';

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
