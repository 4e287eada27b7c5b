import { formatAmount } from '../../domain/capacity/amounts.ts';
import { type FieldsByContainer, fieldOf, withFields } from '../../domain/capacity/resource-fields.ts';
import { fieldsOfStep } from '../../domain/capacity/step-parameters.ts';
import type { Container } from '../../domain/kubernetes/objects.ts';
import { parseQuantity } from '../../domain/kubernetes/quantity.ts';
import { kindOfRef } from '../../domain/kubernetes/workloads.ts';
import type { StepOf } from '../../domain/step/step.ts';
import type { ContainerUse } from '../../domain/usage/use.ts';
import { attempt } from '../../observation/trouble.ts';
import { readPresentUse } from '../../observation/usage/present-use.ts';
import { readStoredUse } from '../../observation/usage/stored-use.ts';
import { podsOfWorkload, readWorkload } from '../../observation/workloads.ts';
import type { StepContext } from '../executor.ts';

/** A job's observation is at most so old when a step is taken; Prometheus gives what it has up to the present. */
const oldestObservationMs = 6 * 3_600_000;

/**
 * Why what a workload used forbids the new sizes: something used more than what it may have afterwards, or nobody can say.
 * Undefined: everything stayed below. Asks Prometheus over the time that the step names, and the metrics API for now.
 */
export async function peakAbove(
  context: StepContext<'cluster' | 'metrics'>,
  step: StepOf<'set-resources'>,
  peakWithinMs: number,
): Promise<string | undefined> {
  const { cluster } = context.ports;
  const { namespace, name } = step.parameters;
  const kind = kindOfRef(step.parameters);
  const workload = await readWorkload(cluster, step.parameters);
  if (workload === undefined) return `${step.subject} was removed or made anew`;
  const pods = await podsOfWorkload(cluster, kind, workload);
  const later = { ...context, now: context.now + oldestObservationMs };
  const [stored, present] = await Promise.all([
    attempt('prometheus', () => readStoredUse(later, namespace, { kind, name }, peakWithinMs + oldestObservationMs)),
    attempt('metrics.k8s.io', () => readPresentUse(cluster, namespace, pods)),
  ]);
  const uses: Uses = {
    stored: 'value' in stored ? stored.value.containers : [],
    present: 'value' in present ? present.value.containers : [],
  };
  const why = [stored, present].flatMap((answer) => ('trouble' in answer ? answer.trouble.message : []));
  const { to } = fieldsOfStep(step);
  const bounds = boundsOf(withFields(workload.spec.template.spec, to).containers, to);
  return firstAbove(bounds, uses) ?? firstUnknown(bounds, uses, why);
}

interface Uses {
  readonly stored: readonly ContainerUse[];
  readonly present: readonly ContainerUse[];
}

/** What a container may use of a resource after the change, for those resources that change. */
interface Bound {
  readonly container: string;
  readonly resource: 'cpu' | 'memory';
  readonly amount: number;
  /** It is its limit; else only what it asks for, since it has none. */
  readonly isLimit: boolean;
}

function boundsOf(containers: readonly Container[], to: FieldsByContainer): readonly Bound[] {
  return containers.flatMap((container) =>
    resourcesIn(to[container.name] ?? {}).flatMap((resource): Bound[] => {
      const limit = fieldOf(container, `limits.${resource}`);
      const amount = parseQuantity(limit ?? fieldOf(container, `requests.${resource}`) ?? '');
      return amount === undefined ? [] : [{ container: container.name, resource, amount, isLimit: limit !== null }];
    }),
  );
}

const resourcesIn = (fields: object): readonly ('cpu' | 'memory')[] =>
  (['cpu', 'memory'] as const).filter((resource) =>
    Object.keys(fields).some((field) => field.endsWith(`.${resource}`)),
  );

function firstAbove(bounds: readonly Bound[], uses: Uses): string | undefined {
  for (const bound of bounds) {
    const { container, resource, amount } = bound;
    const used = usedOf(bound, uses);
    if (used !== undefined && used >= amount) {
      return `container ${container} used ${resource} ${formatAmount(resource, used)}, and would have ${formatAmount(resource, amount)}`;
    }
  }
  return undefined;
}

/**
 * What counts against a bound. Memory: its peak, which ends a container. Processor: the 99th percentile against a limit,
 * which slows it down; where there is none, the usual 95th against what it asks for, and one look now says nothing.
 */
function usedOf({ container, resource, isLimit }: Bound, { stored, present }: Uses): number | undefined {
  const of = (uses: readonly ContainerUse[]) => uses.find((use) => use.container === container);
  const [before, now] = [of(stored), of(present)];
  if (resource === 'memory') return largest(before?.memory?.peak, now?.memory?.peak);
  return isLimit ? largest(before?.cpu?.p99, now?.cpu?.p99) : (before?.cpu?.p95 ?? now?.cpu?.p95);
}

function largest(...values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function firstUnknown(bounds: readonly Bound[], uses: Uses, why: readonly string[]): string | undefined {
  const unknown = bounds.find((bound) => usedOf(bound, uses) === undefined);
  if (unknown === undefined) return undefined;
  const because = why.length === 0 ? '' : `: ${why.join('; ')}`;
  return `how much ${unknown.resource} container ${unknown.container} uses is not known${because}`;
}
