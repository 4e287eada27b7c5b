import type { WorkloadKind } from '../configuration/platform/workload-kind.ts';
import type { Workload } from '../kubernetes/objects.ts';

/** How a workload replaces its pods: what a rollout of it takes and what it leaves standing. */
export interface RolloutShape {
  /** Pods beyond the wanted number at the same time, at most. */
  readonly surge: number;
  /** Pods that may be away at the same time, at most. */
  readonly away: number;
  /** Why a rollout does not happen by itself, or not whole. */
  readonly obstacle?: string;
}

/**
 * The shape of a rollout with so many pods, as the controllers count it (kubernetes.io, "Deployments", "StatefulSet basics",
 * "DaemonSet rolling updates"): percentages of a surge are rounded up, of what may be away down, and one of the two is at
 * least 1.
 */
export function rolloutShape(kind: WorkloadKind, { spec }: Workload, pods: number): RolloutShape {
  const { type = 'RollingUpdate', rollingUpdate = {} } =
    (kind === 'Deployment' ? spec.strategy : spec.updateStrategy) ?? {};
  if (type === 'OnDelete')
    return {
      surge: 0,
      away: 0,
      obstacle: 'updateStrategy OnDelete: pods are only replaced when somebody deletes them',
    };
  if (type === 'Recreate') return { surge: 0, away: pods };
  const { partition = 0, maxSurge, maxUnavailable } = rollingUpdate;
  if (kind === 'StatefulSet' && partition > 0) {
    return { surge: 0, away: 0, obstacle: `partition ${partition}: pods below that ordinal are not replaced` };
  }
  if (kind === 'StatefulSet') return { surge: 0, away: numberOf(maxUnavailable ?? 1, pods, Math.floor) };
  const surge = numberOf(maxSurge ?? (kind === 'Deployment' ? '25%' : 0), pods, Math.ceil);
  const away = numberOf(maxUnavailable ?? (kind === 'Deployment' ? '25%' : 1), pods, Math.floor);
  return { surge, away: surge === 0 ? Math.max(1, away) : away };
}

function numberOf(value: number | string, of: number, round: (value: number) => number): number {
  const percent = /^(\d+)%$/.exec(String(value))?.[1];
  return percent === undefined ? Number(value) : round((Number(percent) / 100) * of);
}
