import type { WorkloadKind } from '../configuration/platform/workload-kind.ts';
import type { Platform } from '../configuration/platform.ts';
import type { PodDisruptionBudget, Workload } from '../kubernetes/objects.ts';
import type { BlastRadius } from '../plan/review.ts';
import { counted } from '../quantities.ts';

/** The disruption budgets of a change, with what they allow now. */
export function budgetsNow(budgets: readonly PodDisruptionBudget[]): BlastRadius['budgets'] {
  return budgets.map(({ metadata, status }) => ({
    name: `poddisruptionbudget/${metadata.name}`,
    allowed: status?.disruptionsAllowed ?? 0,
  }));
}

/** How many pods a rollout takes away at a time, in words. */
export function disruptionWords(away: number): string {
  return away === 0
    ? 'no disruption: a new pod is ready before an old one goes'
    : `disruption: up to ${counted(away, 'pod')} away at a time`;
}

/** That a workload is changed although somebody else may own it, as the configuration has it; empty when it has not. */
export function overrideWords(
  { kind, workload }: { readonly kind: WorkloadKind; readonly workload: Workload },
  { workloads }: Pick<Platform, 'workloads'>,
): readonly string[] {
  const override = workloads.ownedOverride.find((one) => one.kind === kind && one.name === workload.metadata.name);
  return override === undefined
    ? []
    : [`whoever else owns it may put it back; the configuration lets it be changed all the same: ${override.reason}`];
}
