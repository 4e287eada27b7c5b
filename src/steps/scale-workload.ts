import type { Workload } from '../domain/kubernetes/objects.ts';
import { resources } from '../domain/kubernetes/resources.ts';
import type { StepOf } from '../domain/step/step.ts';
import { PortError } from '../ports/port-error.ts';
import { defineStep, type Settlement, type StepContext } from './executor.ts';

type ScaleStep = StepOf<'scale-workload'>;
type Context = StepContext<'cluster'>;

const pollMs = 1_000;

/**
 * Set the number of a workload's replicas, and wait until that many are ready. Uid and old number are tested in the
 * request itself, so a workload that somebody has scaled or made anew since is left alone.
 */
export default defineStep({
  kind: 'scale-workload',
  ports: ['cluster'],
  precondition: async () => ({ holds: true }),
  apply: async (context, step) => {
    const { resource, namespace, name, uid, readyWithinMs } = step.parameters;
    await context.ports.cluster.patch(resources[kinds[resource]], namespace, name, [
      { op: 'test', path: '/metadata/uid', value: uid },
      { op: 'test', path: '/spec/replicas', value: step.from },
      { op: 'replace', path: '/spec/replicas', value: step.to },
    ]);
    const ready = await untilReady(context, step, readyWithinMs);
    return {
      text: `${step.from} → ${step.to} replicas, ${ready} ready`,
      measurements: [],
      findings: [],
    };
  },
  settle: async (context, step): Promise<Settlement> => {
    const workload = await read(context, step);
    if (workload === undefined || workload.metadata.uid !== step.parameters.uid) return 'moved';
    const replicas = workload.spec.replicas ?? 1;
    return replicas === step.to ? 'done' : replicas === step.from ? 'not-done' : 'moved';
  },
});

const kinds = { deployments: 'deployments', statefulsets: 'statefulSets', daemonsets: 'daemonSets' } as const;

function read({ ports }: Context, { parameters }: ScaleStep): Promise<Workload | undefined> {
  const { resource, namespace, name } = parameters;
  return ports.cluster.get(resources[kinds[resource]], namespace, name);
}

/** The number of ready replicas, once the controller has seen the change and as many as wanted are ready and no more are there. */
async function untilReady(context: Context, step: ScaleStep, withinMs: number): Promise<number> {
  for (let waited = 0; ; waited += pollMs) {
    const workload = await read(context, step);
    const { observedGeneration, replicas = 0, readyReplicas = 0 } = workload?.status ?? {};
    const seen = observedGeneration !== undefined && observedGeneration >= (workload?.metadata.generation ?? 0);
    if (seen && replicas === step.to && readyReplicas === step.to) return readyReplicas;
    if (waited >= withinMs) {
      throw new PortError({
        code: 'failed',
        subject: step.subject,
        message: `${readyReplicas} of ${step.to} replicas were ready after ${Math.round(withinMs / 1000)} s`,
        next: `\`kubectl -n ${step.parameters.namespace} get pods\``,
      });
    }
    await context.pause(pollMs);
  }
}
