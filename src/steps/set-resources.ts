import { holdsFields } from '../domain/capacity/resource-fields.ts';
import { fieldsOfStep } from '../domain/capacity/step-parameters.ts';
import type { Pod } from '../domain/kubernetes/objects.ts';
import { kindOfRef } from '../domain/kubernetes/workloads.ts';
import { counted } from '../domain/quantities.ts';
import { isPresent } from '../domain/rollout/pods-of.ts';
import type { StepOf } from '../domain/step/step.ts';
import { readRollout } from '../observation/rollout/read-rollout.ts';
import { readWorkload } from '../observation/workloads.ts';
import { defineStep, type Settlement, type StepContext } from './executor.ts';
import { fieldsNow, workloadNow } from './moved/workload-now.ts';
import { watchRollout } from './rollout/watch.ts';
import { removeStuckPods } from './set-image/stuck-pods.ts';
import { patchFields } from './set-resources/patch-fields.ts';
import { peakAbove } from './set-resources/peak.ts';

type SetResourcesStep = StepOf<'set-resources'>;

/**
 * Set requests and limits of a workload's containers, and watch the rollout by the pods until every one of them has them,
 * is ready and stays so. Where something becomes smaller, what was used is looked at immediately before.
 */
export default defineStep({
  kind: 'set-resources',
  ports: ['cluster', 'metrics'],
  provedBy: 'apply',
  precondition: async (context, step) => {
    const { peakWithinMs } = step.parameters;
    const above = peakWithinMs === undefined ? undefined : await peakAbove(context, step, peakWithinMs);
    return above === undefined ? { holds: true } : { holds: false, moved: above };
  },
  apply: async (context, step) => {
    const { from, to } = fieldsOfStep(step);
    await patchFields(context, step, from, to);
    const ready = await watchRollout(context, step, hasFields(to));
    return { text: `${counted(ready, 'pod')} ready with what they ask for now`, measurements: [], findings: [] };
  },
  settle,
  movedTo: ({ ports }, step) => {
    const { from, to } = fieldsOfStep(step);
    return workloadNow(ports.cluster, step.parameters, (workload) => fieldsNow(workload, from, to));
  },
  revert: async (context, step) => {
    const { from, to } = fieldsOfStep(step);
    const workload = await readWorkload(context.ports.cluster, step.parameters);
    // after a recovery that was cut off the template may be back, and its pods not
    const back = workload !== undefined && holdsFields(workload.spec.template.spec, from);
    if (!back) await patchFields(context, step, to, from);
    const removed = await removeStuckPods(context, step.parameters);
    const ready = await watchRollout(context, step, hasFields(from));
    const stuck = removed === 0 ? '' : `, ${counted(removed, 'stuck pod')} removed`;
    return {
      text: `${counted(ready, 'pod')} ready with what they asked for before${stuck}`,
      measurements: [],
      findings: [],
    };
  },
});

const hasFields =
  (fields: Parameters<typeof holdsFields>[1]) =>
  ({ spec }: Pod): boolean =>
    holdsFields(spec, fields);

async function settle({ ports }: StepContext<'cluster' | 'metrics'>, step: SetResourcesStep): Promise<Settlement> {
  const { from, to } = fieldsOfStep(step);
  const workload = await readWorkload(ports.cluster, step.parameters);
  if (workload === undefined) return 'moved';
  const { spec } = workload.spec.template;
  if (holdsFields(spec, to)) return 'done';
  if (!holdsFields(spec, from)) return 'moved';
  // put back in the template alone is not put back: a pod of ours may still be there, and stay (kubernetes#67250)
  const { pods } = await readRollout(ports.cluster, step.parameters, hasFields(from));
  const ours = pods.some((pod) => isPresent(kindOfRef(step.parameters), pod) && holdsFields(pod.spec, to));
  return ours ? 'done' : 'not-done';
}
