import type { WorkloadKind } from '../configuration/platform/workload-kind.ts';
import type { Platform } from '../configuration/platform.ts';
import type { PodDisruptionBudget, Workload } from '../kubernetes/objects.ts';
import type { BlastRadius } from '../plan/review.ts';

/** The disruption budgets of a change, with what they allow now. */
export function budgetsNow(budgets: readonly PodDisruptionBudget[]): BlastRadius['budgets'] {
  return budgets.map(({ metadata, status }) => ({
    name: `poddisruptionbudget/${metadata.name}`,
    allowed: status?.disruptionsAllowed ?? 0,
  }));
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
