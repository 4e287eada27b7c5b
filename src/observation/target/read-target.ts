import type { NamedWorkload } from '../../domain/configuration/platform/named-workloads.ts';
import type { WorkloadKind } from '../../domain/configuration/platform/workload-kind.ts';
import type { Pod, PodDisruptionBudget, Workload } from '../../domain/kubernetes/objects.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { selectsLabels } from '../../domain/kubernetes/selectors.ts';
import { workloadResource } from '../../domain/kubernetes/workloads.ts';
import type { Permission } from '../../domain/task/permissions.ts';
import type { Cluster } from '../../ports/cluster.ts';
import { readStart, type Start, startPermissions } from '../rollout/start-basis.ts';
import { podsOfWorkload } from '../workloads.ts';

/** A workload that is to be changed, with everything around it that decides whether it may be. */
export interface SeenTarget extends Start {
  readonly kind: WorkloadKind;
  readonly workload: Workload;
  readonly pods: readonly Pod[];
  /** The disruption budgets that select its pods. */
  readonly budgets: readonly PodDisruptionBudget[];
}

/** What {@link readTarget} may read. */
export const targetPermissions: readonly Permission[] = [
  ...startPermissions,
  {
    resource: resources.disruptionBudgets,
    verbs: ['list'],
    scope: 'platform',
    why: 'see how many pods may be away at once',
  },
];

/** Read a workload and what is around it; undefined when there is none of that name. */
export async function readTarget(
  cluster: Cluster,
  namespace: string,
  { kind, name }: NamedWorkload,
): Promise<SeenTarget | undefined> {
  const workload = await cluster.get(workloadResource(kind), namespace, name);
  if (workload === undefined) return undefined;
  const [pods, budgets] = await Promise.all([
    podsOfWorkload(cluster, kind, workload),
    budgetsOf(cluster, namespace, workload),
  ]);
  return { kind, workload, pods, budgets, ...(await readStart(cluster, workload, pods)) };
}

async function budgetsOf(
  cluster: Cluster,
  namespace: string,
  { spec }: Workload,
): Promise<readonly PodDisruptionBudget[]> {
  const found: PodDisruptionBudget[] = [];
  const labels = spec.template.metadata?.labels;
  for await (const budget of cluster.list({ resource: resources.disruptionBudgets, namespace })) {
    if (selectsLabels(budget.spec.selector, labels)) found.push(budget);
  }
  return found;
}
