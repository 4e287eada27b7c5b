import type { HorizontalPodAutoscaler, VerticalPodAutoscaler } from '../kubernetes/objects.ts';
import type { Owner } from './ownership.ts';
import { shownName } from './shown-name.ts';

/** The autoscalers of a namespace. */
export interface Autoscalers {
  readonly horizontal: readonly HorizontalPodAutoscaler[];
  readonly vertical: readonly VerticalPodAutoscaler[];
}

/** A workload by kind and name. */
export interface ScaledWorkload {
  readonly kind: string;
  readonly name: string;
}

interface Target {
  readonly apiVersion?: string;
  readonly kind: string;
  readonly name: string;
}

const isTarget = (target: Target | undefined, { kind, name }: ScaledWorkload): boolean =>
  target?.kind === kind && target.name === name && (target.apiVersion ?? 'apps/v1').startsWith('apps/');

/** The HorizontalPodAutoscaler that decides how many pods a workload has. */
export function horizontalOwner({ horizontal }: Autoscalers, workload: ScaledWorkload): Owner | undefined {
  const found = horizontal.find(({ spec }) => isTarget(spec.scaleTargetRef, workload));
  if (found === undefined) return undefined;
  const name = `horizontalpodautoscaler/${shownName(found.metadata.name)}`;
  const { minReplicas = 1, maxReplicas } = found.spec;
  return {
    kind: 'horizontal-autoscaler',
    name,
    mark: `scaleTargetRef; it keeps ${minReplicas} to ${maxReplicas} pods`,
    where: `as minReplicas or maxReplicas of ${name}`,
  };
}

/**
 * The VerticalPodAutoscaler that decides requests and limits of a container: its target, unless it only recommends
 * (`updateMode: Off`) or its policy leaves that container alone (`mode: Off`).
 */
export function verticalOwner(
  { vertical }: Autoscalers,
  workload: ScaledWorkload,
  container: string,
): Owner | undefined {
  const found = vertical.find(({ spec }) => isTarget(spec.targetRef, workload) && decides(spec, container));
  if (found === undefined) return undefined;
  const name = `verticalpodautoscaler/${shownName(found.metadata.name)}`;
  return {
    kind: 'vertical-autoscaler',
    name,
    mark: `targetRef, updateMode ${found.spec.updatePolicy?.updateMode ?? 'Auto'}`,
    where: `as minAllowed or maxAllowed of container ${shownName(container)} in ${name}`,
  };
}

function decides(spec: VerticalPodAutoscaler['spec'], container: string): boolean {
  if (spec.updatePolicy?.updateMode === 'Off') return false;
  const policies = spec.resourcePolicy?.containerPolicies ?? [];
  const own = policies.find(({ containerName }) => containerName === container);
  const policy = own ?? policies.find(({ containerName }) => containerName === '*');
  return policy?.mode !== 'Off';
}
