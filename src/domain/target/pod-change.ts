import type { PodChange } from '../capacity/fit.ts';
import { type FieldsByContainer, withFields } from '../capacity/resource-fields.ts';
import type { WorkloadKind } from '../configuration/platform/workload-kind.ts';
import type { Pod, Workload } from '../kubernetes/objects.ts';
import { hasEnded } from '../kubernetes/pods.ts';
import { desiredPods } from '../rollout/judge.ts';
import { rolloutShape } from './rollout-shape.ts';

interface Changed {
  readonly kind: WorkloadKind;
  readonly workload: Workload;
  readonly pods: readonly Pod[];
}

/** What another number of pods, or other requests and limits, make of a workload's pods, for judging whether it fits. */
export function podChangeOf(
  { kind, workload, pods }: Changed,
  { replicas, fields }: { readonly replicas?: number | undefined; readonly fields?: FieldsByContainer | undefined },
): PodChange {
  const { spec, metadata } = workload.spec.template;
  const from = desiredPods(kind, workload);
  const alike: Record<string, number> = {};
  for (const { spec: own } of pods.filter((pod) => !hasEnded(pod))) {
    if (own.nodeName !== undefined) alike[own.nodeName] = (alike[own.nodeName] ?? 0) + 1;
  }
  return {
    spec: fields === undefined ? spec : withFields(spec, fields),
    before: spec,
    labels: metadata?.labels ?? {},
    from,
    to: replicas ?? from,
    surge: fields === undefined ? 0 : rolloutShape(kind, workload, from).surge,
    alike,
  };
}
