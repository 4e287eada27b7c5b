import { tagOf } from '../../domain/image/reference.ts';
import { templateDigest } from '../../domain/image/step-parameters.ts';
import { workloadRef } from '../../domain/kubernetes/workloads.ts';
import { workloadOwnership } from '../../domain/owner/workload-owners.ts';
import { counted, formatSpan } from '../../domain/quantities.ts';
import { placeOf } from '../../domain/rollout/images-of.ts';
import { desiredPods } from '../../domain/rollout/judge.ts';
import { type SeenImage, unrecorded } from '../../domain/state/images.ts';
import type { StepOf } from '../../domain/step/step.ts';
import { seenOf } from '../../observation/image/look-up-image.ts';
import type { Context, JudgedWorkload } from './judge.ts';
import { isTrouble, type Seen } from './observation.ts';

const hourMs = 3_600_000;

/** The step that sets a workload's images, in a unit of its own: what was updated before it stays. */
export function setImageStep(judged: JudgedWorkload, { inputs, platform }: Context): StepOf<'set-image'> {
  const { subject, target, from, to } = judged;
  const { kind, workload } = target;
  const progressMs = inputs['progress-deadline'];
  const desired = desiredPods(kind, workload);
  const hold = platform.workloads.hold.find((one) => one.kind === kind && one.name === workload.metadata.name);
  return {
    id: `set-image ${subject}`,
    kind: 'set-image',
    subject,
    from,
    to,
    parameters: {
      ...workloadRef(kind, workload),
      template: templateDigest(workload.spec.template, from),
      progressMs,
      settleMs: inputs.settle,
    },
    why: whyOf(judged, { platform }),
    risk: riskOf(judged),
    undo:
      hold === undefined
        ? `the former ${Object.keys(from).length === 1 ? 'image is put back by itself' : 'images are put back by themselves'} when a pod is not ready within ${formatSpan(progressMs)}, and proved by the pods`
        : `not rolled back (${hold.reason}): when it fails, everything is kept as it is and reported`,
    deadlineMs: Math.min(hourMs, progressMs * (desired + 1) + inputs.settle + 60_000),
    unit: subject,
    ...(hold === undefined ? {} : { hold: hold.reason }),
  };
}

function whyOf({ target, from, to, trust }: JudgedWorkload, { platform }: Pick<Context, 'platform'>): string {
  const changes = Object.keys(to).map((container) => {
    const [before, after] = [tagOf(from[container]), tagOf(to[container])];
    return `${container}: ${before} → ${after}, ${trust[container]}`;
  });
  const overridden = overriddenWords(target, to, platform);
  return `newest patch of the same minor version; ${changes.join('; ')}${overridden}`;
}

function overriddenWords(target: JudgedWorkload['target'], to: JudgedWorkload['to'], platform: Context['platform']) {
  for (const container of Object.keys(to)) {
    const place = placeOf(target.workload.spec.template.spec, container);
    if (place === undefined) continue;
    const wanted = { kind: 'image', list: place.list, container: place.name } as const;
    const { overridden } = workloadOwnership(target.kind, target.workload, wanted, platform);
    const [owner] = overridden?.owners ?? [];
    if (owner !== undefined) return `; although ${owner.name} owns it: ${overridden?.reason}`;
  }
  return '';
}

function riskOf({ target }: JudgedWorkload): string {
  const { kind, workload, budgets } = target;
  const pods = counted(desiredPods(kind, workload), 'pod');
  if (kind === 'Deployment' && workload.spec.strategy?.type === 'Recreate') {
    return `all ${pods} are away at once (strategy Recreate)`;
  }
  const [budget] = budgets;
  const allowed = budget === undefined ? 'no disruption budget' : `budget allows ${budget.status?.disruptionsAllowed}`;
  return `${pods} replaced one after the other (${allowed})`;
}

/** The step that records every digest that was seen and is not known yet; undefined: all are, or the record is not readable. */
export function recordStep({ images, record }: Seen): StepOf<'record-images'> | undefined {
  if (isTrouble(record)) return undefined;
  const seen = Object.values(images).flatMap((image) =>
    image.kind === 'looked-up' ? seenOf(image.reference, image.found) : [],
  );
  const unique = [
    ...new Map(seen.map((image) => [`${image.repository}:${image.tag}@${image.digest}`, image])).values(),
  ];
  const fresh: readonly SeenImage[] = unrecorded(record.images, unique);
  if (fresh.length === 0) return undefined;
  return {
    id: 'record-images',
    kind: 'record-images',
    subject: 'our own record of images',
    from: 0,
    to: fresh.length,
    parameters: { images: fresh.map((image) => ({ ...image })) },
    why: `${counted(fresh.length, 'image')} not seen before: what is known long enough may go out without a signature`,
    risk: 'none: the platform is not touched',
    undo: 'cannot be undone: that an image was seen stays in our own record',
    deadlineMs: 60_000,
    unit: 'record',
  };
}
