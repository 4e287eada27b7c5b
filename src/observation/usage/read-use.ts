import type { Finding } from '../../domain/finding/finding.ts';
import { resources } from '../../domain/kubernetes/resources.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import type { Permission } from '../../domain/task/permissions.ts';
import type { WorkloadUse } from '../../domain/usage/use.ts';
import type { TaskContext } from '../../ports/context.ts';
import { findPrometheus, forwardsToPrometheus } from '../prometheus-access.ts';
import type { SeenTarget } from '../target/read-target.ts';
import { type Trouble, troubleOf } from '../trouble.ts';
import { readPresentUse } from './present-use.ts';
import { readStoredUse } from './stored-use.ts';

/** What a workload used, and what could not be asked about it. */
export interface SeenUse {
  readonly use?: WorkloadUse;
  readonly troubles: readonly Trouble[];
}

/** A workload whose use is asked for. */
export type UsedTarget = Pick<SeenTarget, 'kind' | 'workload' | 'pods'>;

/** What {@link readUse} may read. */
export const usePermissions: readonly Permission[] = [
  { resource: resources.podMetrics, verbs: ['list'], scope: 'platform', why: 'see what its containers use now' },
  findPrometheus,
  {
    resource: resources.pods,
    subresource: 'portforward',
    verbs: ['get', 'create'],
    scope: 'platform',
    when: forwardsToPrometheus,
    why: 'ask Prometheus what its containers used',
  },
];

/** What a workload used: over the asked time from Prometheus; else, or where that knows nothing of it, only now. */
export async function readUse(
  context: TaskContext<'cluster' | 'metrics'>,
  target: UsedTarget,
  spanMs: number,
): Promise<SeenUse> {
  const { namespace, prometheus } = context.platform;
  const troubles: Trouble[] = [];
  const { kind, workload, pods } = target;
  try {
    const use = await readStoredUse(context, namespace, { kind, name: workload.metadata.name }, spanMs);
    if (use.containers.length > 0) return { use, troubles };
  } catch (error) {
    if (prometheus.enabled) troubles.push(troubleOf(error, 'prometheus'));
  }
  try {
    const use = await readPresentUse(context.ports.cluster, namespace, pods);
    if (use.containers.length > 0) return { use, troubles };
  } catch (error) {
    troubles.push(troubleOf(error, 'metrics.k8s.io'));
  }
  return { troubles };
}

/**
 * What a reader has to know of use that could not be asked: unknown where nothing of what the task `needs` is known, a warning
 * where the present use stands in.
 */
export function useFindings(
  { use, troubles }: SeenUse,
  { kind, workload }: UsedTarget,
  needs: 'use over time' | 'any use',
): readonly Finding[] {
  const subject = workloadWord(kind, workload.metadata.name);
  const standsIn = use !== undefined && needs === 'any use';
  return troubles.map(({ subject: asked, message, next }) => ({
    code: asked.includes('metrics.k8s.io') ? 'present-use-not-known' : 'stored-use-not-known',
    severity: standsIn ? 'warn' : 'unknown',
    subject,
    title: `what ${subject} used could not be asked everywhere`,
    evidence: message,
    next: next ?? 'look at the cause and plan again',
  }));
}
