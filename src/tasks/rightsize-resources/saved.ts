import { formatAmount, plus, times } from '../../domain/capacity/amounts.ts';
import { podRequests } from '../../domain/capacity/pod-request.ts';
import { withFields } from '../../domain/capacity/resource-fields.ts';
import { fieldsOfStep } from '../../domain/capacity/step-parameters.ts';
import { formatShare } from '../../domain/quantities.ts';
import { desiredPods } from '../../domain/rollout/judge.ts';
import type { Sized } from './size-workload.ts';

/** What is asked for less in all, cores and bytes; negative: more. And what was asked for before. */
export interface Saved {
  readonly cpu: number;
  readonly memory: number;
  readonly before: { readonly cpu: number; readonly memory: number };
}

/** What all pods of these workloads ask for less. */
export function savedBy(sized: readonly Sized[]): Saved {
  let [before, after]: Readonly<Record<string, number>>[] = [{}, {}];
  for (const { seen, step } of sized) {
    if (step === undefined) continue;
    const { kind, workload } = seen.target;
    const { spec } = workload.spec.template;
    const pods = desiredPods(kind, workload);
    before = plus(before ?? {}, times(podRequests(spec), pods));
    after = plus(after ?? {}, times(podRequests(withFields(spec, fieldsOfStep(step).to)), pods));
  }
  const of = (amounts: Readonly<Record<string, number>> | undefined, resource: string) => amounts?.[resource] ?? 0;
  return {
    cpu: of(before, 'cpu') - of(after, 'cpu'),
    memory: of(before, 'memory') - of(after, 'memory'),
    before: { cpu: of(before, 'cpu'), memory: of(before, 'memory') },
  };
}

/** `0.12 cores (80 %) and 132 MB (69 %) less asked for in all`. */
export function savedWords({ cpu, memory, before }: Saved): string {
  const part = (resource: 'cpu' | 'memory', value: number): string => {
    const share = before[resource] === 0 ? '' : ` (${formatShare(Math.abs(value) / before[resource])})`;
    return `${formatAmount(resource, Math.abs(value))}${share} ${value < 0 ? 'more' : 'less'}`;
  };
  return `${part('cpu', cpu)} and ${part('memory', memory)} asked for in all`;
}
