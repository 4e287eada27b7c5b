import { templateDigest } from '../../domain/image/step-parameters.ts';
import type { Workload } from '../../domain/kubernetes/objects.ts';
import { kindOfRef, workloadResource } from '../../domain/kubernetes/workloads.ts';
import { hasImages, type ImagesByContainer, placeOf } from '../../domain/rollout/images-of.ts';
import type { StepOf } from '../../domain/step/step.ts';
import { readWorkload } from '../../observation/workloads.ts';
import type { Cluster, JsonPatchOperation } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import type { StepContext } from '../executor.ts';
import { settleLost } from '../rollout/settle-lost.ts';

type ClusterContext = StepContext<'cluster'>;

/** A step of this kind. */
export type SetImageStep = StepOf<'set-image'>;

/** The images before and after, as the step has them. */
export function imagesOfStep({ from, to }: Pick<SetImageStep, 'from' | 'to'>): {
  readonly from: ImagesByContainer;
  readonly to: ImagesByContainer;
} {
  return { from: from as ImagesByContainer, to: to as ImagesByContainer };
}

/** The error when the workload is no longer what the plan saw. Nothing was changed then. */
export function moved(step: SetImageStep, what: string): PortError {
  return new PortError({
    code: 'conflict',
    subject: step.subject,
    message: `${step.subject} ${what} since it was looked at`,
    next: 'plan again',
  });
}

/**
 * Set the images from → to in one request, which itself tests uid, template, and that no rollout is paused: nothing but
 * what the plan saw is changed. An answer that was lost is settled by reading.
 */
export async function setImages(context: ClusterContext, step: SetImageStep): Promise<void> {
  const { from, to } = imagesOfStep(step);
  const workload = await current(context.ports.cluster, step);
  const { template } = workload.spec;
  if (!hasImages(template.spec, from)) throw moved(step, 'got other images');
  if (templateDigest(template, from) !== step.parameters.template) throw moved(step, 'got another template');
  if (workload.spec.paused === true) throw moved(step, 'was paused');
  await patch(context, step, workload, to, [
    { op: 'test', path: '/spec/template', value: template },
    { op: 'test', path: '/spec/paused', value: null },
  ]);
}

/** Put the images back that were there before, if each still is what we set; nothing else of the template matters. */
export async function putImagesBack(context: ClusterContext, step: SetImageStep): Promise<void> {
  const { from, to } = imagesOfStep(step);
  const workload = await current(context.ports.cluster, step);
  const { spec } = workload.spec.template;
  if (hasImages(spec, from)) return;
  if (!hasImages(spec, to)) throw moved(step, 'got other images');
  const tests = Object.entries(to).map(([container, image]): JsonPatchOperation => {
    return { op: 'test', path: imagePath(step, workload, container), value: image };
  });
  await patch(context, step, workload, from, tests);
}

async function current(cluster: Cluster, step: SetImageStep): Promise<Workload> {
  const workload = await readWorkload(cluster, step.parameters);
  if (workload === undefined) throw moved(step, 'was removed or made anew');
  return workload;
}

async function patch(
  { ports: { cluster }, pause }: ClusterContext,
  step: SetImageStep,
  workload: Workload,
  images: ImagesByContainer,
  tests: readonly JsonPatchOperation[],
): Promise<void> {
  const { namespace, name, uid } = step.parameters;
  const changes = Object.entries(images).flatMap(([container, image]): JsonPatchOperation[] => {
    const path = imagePath(step, workload, container);
    const named: JsonPatchOperation = {
      op: 'test',
      path: path.replace(/image$/, 'name'),
      value: container.replace(/^init\//, ''),
    };
    return [named, { op: 'replace', path, value: image }];
  });
  const resource = workloadResource(kindOfRef(step.parameters));
  await settleLost(
    () =>
      cluster.patch(resource, namespace, name, [
        { op: 'test', path: '/metadata/uid', value: uid },
        ...tests,
        ...changes,
      ]),
    async () => hasImages((await current(cluster, step)).spec.template.spec, images),
    pause,
  );
}

function imagePath(step: SetImageStep, { spec }: Workload, container: string): string {
  const place = placeOf(spec.template.spec, container);
  if (place === undefined) throw moved(step, `lost its container ${container}`);
  return `/spec/template/spec/${place.list}/${place.index}/image`;
}
