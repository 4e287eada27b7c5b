import type { Pod, Workload } from '../domain/kubernetes/objects.ts';
import { kindOfRef, workloadResource } from '../domain/kubernetes/workloads.ts';
import { counted } from '../domain/quantities.ts';
import type { StepOf } from '../domain/step/step.ts';
import { restartAnnotation } from '../domain/target/restart-annotation.ts';
import { readWorkload } from '../observation/workloads.ts';
import type { JsonPatchOperation } from '../ports/cluster.ts';
import { PortError } from '../ports/port-error.ts';
import { defineStep, type Settlement, type StepContext } from './executor.ts';
import { annotationNow, workloadNow } from './moved/workload-now.ts';
import { settleLost } from './rollout/settle-lost.ts';
import { watchRollout } from './rollout/watch.ts';

type RestartStep = StepOf<'restart-workload'>;
type Context = StepContext<'cluster'>;

/**
 * Replace every pod of a workload, by an annotation of its template that names this application of the plan: a second time
 * it is there already, and nothing happens. Watched by the pods that carry it.
 */
export default defineStep({
  kind: 'restart-workload',
  ports: ['cluster'],
  provedBy: 'apply',
  precondition: async () => ({ holds: true }),
  apply: async (context, step) => {
    const workload = await current(context, step);
    if (annotationOf(workload.spec.template.metadata) !== context.planId) await annotate(context, step, workload);
    const ready = await watchRollout(context, step, carries(context.planId));
    return { text: `${counted(ready, 'pod')} made anew and ready`, measurements: [], findings: [] };
  },
  settle: async (context, step): Promise<Settlement> => {
    const workload = await readWorkload(context.ports.cluster, step.parameters);
    if (workload === undefined) return 'moved';
    const now = annotationOf(workload.spec.template.metadata) ?? null;
    if (now === context.planId) return 'done';
    return now === step.from ? 'not-done' : 'moved';
  },
  movedTo: ({ ports }, { parameters }) =>
    workloadNow(ports.cluster, parameters, ({ spec }) => annotationNow(spec, restartAnnotation)),
});

const annotationOf = (metadata: Workload['spec']['template']['metadata']): string | undefined =>
  metadata?.annotations?.[restartAnnotation];

const carries =
  (planId: string) =>
  ({ metadata }: Pod): boolean =>
    annotationOf(metadata) === planId;

async function current({ ports }: Context, { subject, parameters }: RestartStep): Promise<Workload> {
  const workload = await readWorkload(ports.cluster, parameters);
  if (workload !== undefined) return workload;
  throw new PortError({
    code: 'conflict',
    subject,
    message: `${subject} was removed or made anew since it was looked at`,
  });
}

async function annotate({ ports, planId, pause }: Context, step: RestartStep, workload: Workload): Promise<void> {
  const { namespace, name, uid } = step.parameters;
  const { metadata } = workload.spec.template;
  const annotations = '/spec/template/metadata/annotations';
  const path = `${annotations}/${restartAnnotation.replaceAll('/', '~1')}`;
  const missing: readonly JsonPatchOperation[] =
    metadata?.annotations === undefined
      ? [
          { op: 'test', path: annotations, value: null },
          { op: 'add', path: annotations, value: {} },
        ]
      : [];
  await settleLost(
    () =>
      ports.cluster.patch(workloadResource(kindOfRef(step.parameters)), namespace, name, [
        { op: 'test', path: '/metadata/uid', value: uid },
        { op: 'test', path: '/spec/paused', value: null },
        ...missing,
        { op: 'test', path, value: step.from },
        { op: 'add', path, value: planId },
      ]),
    async () => {
      const now = await readWorkload(ports.cluster, step.parameters);
      return annotationOf(now?.spec.template.metadata) === planId;
    },
    pause,
  );
}
