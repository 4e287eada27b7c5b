import type { Pod } from '../kubernetes/objects.ts';
import { isReady } from '../kubernetes/pods.ts';
import { median } from '../statistics/percentile.ts';

/**
 * How long the ready pods took from their creation until they were ready, ms: the median. A pod that was not ready again
 * since has a later moment, so the median may be long, never short. Undefined when none is ready.
 */
export function startTimeMs(pods: readonly Pod[]): number | undefined {
  const spans = pods.filter(isReady).flatMap(({ metadata, status }) => {
    const ready = status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime;
    const span = Date.parse(ready ?? '') - Date.parse(metadata.creationTimestamp ?? '');
    return Number.isFinite(span) && span >= 0 ? [span] : [];
  });
  return median(spans);
}

/** How long pods may take to end, ms; 30 s unless the template says otherwise (kubernetes.io, "Pod Lifecycle"). */
export function graceMs({ terminationGracePeriodSeconds = 30 }: Pod['spec']): number {
  return terminationGracePeriodSeconds * 1000;
}
