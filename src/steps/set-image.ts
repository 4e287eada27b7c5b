import { kubectl } from '../domain/kubernetes/kubectl.ts';
import type { Pod } from '../domain/kubernetes/objects.ts';
import { kindOfRef } from '../domain/kubernetes/workloads.ts';
import { counted } from '../domain/quantities.ts';
import { hasImages } from '../domain/rollout/images-of.ts';
import { isPresent } from '../domain/rollout/pods-of.ts';
import { type Suspects, suspectsOf } from '../domain/rollout/suspects.ts';
import { awaitRollout, type RolloutFailed, type RolloutLimits } from '../observation/rollout/await-rollout.ts';
import { keepEvidence } from '../observation/rollout/evidence.ts';
import { readRollout } from '../observation/rollout/read-rollout.ts';
import { unreadyWorkloads } from '../observation/rollout/unready-workloads.ts';
import { readWorkload } from '../observation/workloads.ts';
import { PortError } from '../ports/port-error.ts';
import { defineStep, type Settlement, type StepContext } from './executor.ts';
import { StepFailed } from './failure/step-failed.ts';
import { imagesNow, workloadNow } from './moved/workload-now.ts';
import { brokenDependents } from './set-image/dependents.ts';
import { imagesOfStep, putImagesBack, type SetImageStep, setImages } from './set-image/patch-images.ts';
import { quarantineImages } from './set-image/quarantine.ts';
import { removeStuckPods } from './set-image/stuck-pods.ts';

type Context = StepContext<'cluster' | 'registry' | 'imageRecord'>;

/** Longest that a pod may have a trouble which could pass, ms. */
const patienceMs = 45_000;

/**
 * Set the images of a workload's containers, and watch the rollout by the pods until every one of them runs the new images,
 * is ready and stays so, and no other workload has become unready with it. When it fails, logs and events are kept and the
 * images put into quarantine; then the unit is undone.
 */
export default defineStep({
  kind: 'set-image',
  ports: ['cluster', 'registry', 'imageRecord'],
  provedBy: 'apply',
  precondition: async () => ({ holds: true }),
  apply: async (context, step) => {
    const { to } = imagesOfStep(step);
    const { namespace } = step.parameters;
    const before = await unreadyWorkloads(context.ports.cluster, namespace);
    await setImages(context, step);
    const end = await awaitRollout(context, step.parameters, runs(to), limitsOf(step));
    if (end.ended === 'failed') throw await failed(context, step, end, suspectsOf(end.pods, end.troubles));
    const broken = await brokenDependents(context, namespace, before, step.parameters.progressMs);
    if (broken !== undefined) throw await failed(context, step, { why: broken, troubles: [], pods: [] }, 'all');
    return { text: `${counted(end.ready, 'pod')} ready with ${imageWords(to)}`, measurements: [], findings: [] };
  },
  settle: async ({ ports }, step): Promise<Settlement> => {
    const { from, to } = imagesOfStep(step);
    const workload = await readWorkload(ports.cluster, step.parameters);
    if (workload === undefined) return 'moved';
    const { spec } = workload.spec.template;
    if (hasImages(spec, to)) return 'done';
    if (!hasImages(spec, from)) return 'moved';
    // put back in the template alone is not put back: a pod of ours may still be there, and stay (kubernetes#67250)
    const { pods } = await readRollout(ports.cluster, step.parameters, runs(from));
    return pods.some((pod) => isPresent(kindOfRef(step.parameters), pod) && hasImages(pod.spec, to))
      ? 'done'
      : 'not-done';
  },
  movedTo: ({ ports }, step) => {
    const { from, to } = imagesOfStep(step);
    return workloadNow(ports.cluster, step.parameters, (workload) => imagesNow(workload, from, to));
  },
  revert: async (context, step) => {
    const { from } = imagesOfStep(step);
    await putImagesBack(context, step);
    const removed = await removeStuckPods(context, step.parameters);
    const end = await awaitRollout(context, step.parameters, runs(from), limitsOf(step));
    if (end.ended === 'failed') throw notBack(step, end);
    const stuck = removed === 0 ? '' : `, ${counted(removed, 'stuck pod')} removed`;
    return {
      text: `${counted(end.ready, 'pod')} ready with ${imageWords(from)}${stuck}`,
      measurements: [],
      findings: [],
    };
  },
});

const runs =
  (images: Readonly<Record<string, string>>) =>
  ({ spec }: Pod): boolean =>
    hasImages(spec, images);

const limitsOf = ({ parameters }: SetImageStep): RolloutLimits => ({
  progressMs: parameters.progressMs,
  patienceMs: Math.min(patienceMs, parameters.progressMs),
  settleMs: parameters.settleMs,
});

/** Tags (or digests, where there is none) of images, each once. */
function imageWords(images: Readonly<Record<string, string>>): string {
  const words = Object.values(images).map((image) => image.replace(/@sha256:.*$/, '').replace(/^.*\//, ''));
  return [...new Set(words)].join(', ');
}

async function failed(
  context: Context,
  step: SetImageStep,
  { why, troubles, pods }: Omit<RolloutFailed, 'ended'>,
  suspects: Suspects,
): Promise<PortError> {
  const kept = await keepEvidence(context.ports.cluster, pods);
  const quarantine = await quarantineImages(context, step, { why, troubles, suspects });
  const [worst] = troubles;
  const { namespace } = step.parameters;
  return new StepFailed(
    {
      code: 'failed',
      subject: step.subject,
      message: `${why}; ${quarantine}`,
      next: worst === undefined ? kubectl(namespace)`describe ${step.subject}` : lookAt(namespace, worst.pod),
    },
    kept,
  );
}

const lookAt = (namespace: string, pod: string): string =>
  `look at what was kept in the report; while it is there: ${kubectl(namespace)`describe pod ${pod}`}`;

function notBack(step: SetImageStep, { why }: RolloutFailed): PortError {
  return new PortError({
    code: 'failed',
    subject: step.subject,
    message: `its images are as before, and its pods are not: ${why}`,
    next: kubectl(step.parameters.namespace)`get pods`,
  });
}
