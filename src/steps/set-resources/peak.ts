import { formatAmount } from '../../domain/capacity/amounts.ts';
import { type FieldsByContainer, fieldOf, withFields } from '../../domain/capacity/resource-fields.ts';
import { fieldsOfStep } from '../../domain/capacity/step-parameters.ts';
import type { Workload } from '../../domain/kubernetes/objects.ts';
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
  const uses = [stored, present].flatMap((answer) => ('value' in answer ? answer.value.containers : []));
  const why = [stored, present].flatMap((answer) => ('trouble' in answer ? answer.trouble.message : []));
  const { to } = fieldsOfStep(step);
  return firstAbove(workload, to, uses) ?? firstUnknown(to, uses, why);
}

const resourcesIn = (fields: object): readonly ('cpu' | 'memory')[] =>
  (['cpu', 'memory'] as const).filter((resource) =>
    Object.keys(fields).some((field) => field.endsWith(`.${resource}`)),
  );

function firstAbove(workload: Workload, to: FieldsByContainer, uses: readonly ContainerUse[]): string | undefined {
  const { containers } = withFields(workload.spec.template.spec, to);
  for (const [name, fields] of Object.entries(to)) {
    const container = containers.find((each) => each.name === name);
    if (container === undefined) continue;
    for (const resource of resourcesIn(fields)) {
      const bound = parseQuantity(
        fieldOf(container, `limits.${resource}`) ?? fieldOf(container, `requests.${resource}`) ?? '',
      );
      const used = mostUsed(uses, name, resource);
      if (bound !== undefined && used !== undefined && used >= bound) {
        return `container ${name} used ${resource} ${formatAmount(resource, used)}, and would have ${formatAmount(resource, bound)}`;
      }
    }
  }
  return undefined;
}

/** The peak of memory, which ends a container; the 99th percentile of the processor, which only slows it down. */
function mostUsed(uses: readonly ContainerUse[], name: string, resource: 'cpu' | 'memory'): number | undefined {
  const values = uses
    .filter(({ container }) => container === name)
    .map((use) => (resource === 'memory' ? use.memory?.peak : use.cpu?.p99))
    .filter((value) => value !== undefined);
  return values.length === 0 ? undefined : Math.max(...values);
}

function firstUnknown(
  to: FieldsByContainer,
  uses: readonly ContainerUse[],
  why: readonly string[],
): string | undefined {
  for (const [name, fields] of Object.entries(to)) {
    const unknown = resourcesIn(fields).find((resource) => mostUsed(uses, name, resource) === undefined);
    if (unknown !== undefined)
      return `how much ${unknown} container ${name} uses is not known${why.length === 0 ? '' : `: ${why.join('; ')}`}`;
  }
  return undefined;
}
