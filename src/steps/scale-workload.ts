import { kindOfRef, workloadResource } from '../domain/kubernetes/workloads.ts';
import type { StepOf } from '../domain/step/step.ts';
import { readWorkload } from '../observation/workloads.ts';
import { defineStep, type Settlement, type StepContext } from './executor.ts';
import { replicasNow, workloadNow } from './moved/workload-now.ts';
import { settleLost } from './rollout/settle-lost.ts';
import { watchRollout } from './rollout/watch.ts';

type ScaleStep = StepOf<'scale-workload'>;

/**
 * Set the number of a workload's replicas through its subresource `scale`, and wait until that many pods are ready and no
 * more are there. Uid and old number are tested in the request itself, so a workload that somebody has scaled or made
 * anew since is left alone.
 */
export default defineStep({
  kind: 'scale-workload',
  ports: ['cluster'],
  provedBy: 'apply',
  precondition: async () => ({ holds: true }),
  apply: async (context, step) => {
    const { namespace, name, uid } = step.parameters;
    const resource = workloadResource(kindOfRef(step.parameters));
    const change = { uid, from: Number(step.from), to: Number(step.to) };
    await settleLost(
      () => context.ports.cluster.scale(resource, namespace, name, change),
      async () => (await settle(context, step)) === 'done',
      context.pause,
    );
    const ready = await watchRollout(context, step, () => true);
    return { text: `${step.from} → ${step.to} replicas, ${ready} ready`, measurements: [], findings: [] };
  },
  settle,
  movedTo: ({ ports }, { parameters }) => workloadNow(ports.cluster, parameters, replicasNow),
});

async function settle({ ports }: StepContext<'cluster'>, { from, to, parameters }: ScaleStep): Promise<Settlement> {
  const workload = await readWorkload(ports.cluster, parameters);
  if (workload === undefined) return 'moved';
  const replicas = workload.spec.replicas ?? 1;
  if (replicas === to) return 'done';
  return replicas === from ? 'not-done' : 'moved';
}
