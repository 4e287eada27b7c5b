import { kindOfRef, workloadResource } from '../domain/kubernetes/workloads.ts';
import type { StepOf } from '../domain/step/step.ts';
import { awaitRollout } from '../observation/rollout/await-rollout.ts';
import { readWorkload } from '../observation/workloads.ts';
import { defineStep, type Settlement } from './executor.ts';
import { failedRollout, limitsOf } from './rollout/rollout-end.ts';

/**
 * Set the number of a workload's replicas through its subresource `scale`, and wait until that many pods are ready and no
 * more are there. Uid and old number are tested in the request itself, so a workload that somebody has scaled or made
 * anew since is left alone.
 */
export default defineStep({
  kind: 'scale-workload',
  ports: ['cluster'],
  precondition: async () => ({ holds: true }),
  apply: async (context, step) => {
    const { namespace, name, uid, readyWithinMs } = step.parameters;
    const resource = workloadResource(kindOfRef(step.parameters));
    const change = { uid, from: Number(step.from), to: Number(step.to) };
    await context.ports.cluster.scale(resource, namespace, name, change);
    const end = await awaitRollout(context, step.parameters, () => true, limitsOf(readyWithinMs));
    if (end.ended === 'failed') throw failedRollout(step, end);
    return { text: `${step.from} → ${step.to} replicas, ${end.ready} ready`, measurements: [], findings: [] };
  },
  settle: async (context, step): Promise<Settlement> => {
    const workload = await readWorkload(context.ports.cluster, step.parameters);
    return workload === undefined ? 'moved' : settled(step, workload.spec.replicas ?? 1);
  },
});

function settled(step: StepOf<'scale-workload'>, replicas: number): Settlement {
  if (replicas === step.to) return 'done';
  return replicas === step.from ? 'not-done' : 'moved';
}
