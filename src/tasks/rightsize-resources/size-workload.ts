import { type Fit, judgeFit } from '../../domain/capacity/fit.ts';
import { type FieldsByContainer, type FieldValues, fieldsBefore } from '../../domain/capacity/resource-fields.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import type { Workload } from '../../domain/kubernetes/objects.ts';
import { workloadRef, workloadWord } from '../../domain/kubernetes/workloads.ts';
import { ownedRefusal } from '../../domain/owner/owner.ts';
import { workloadOwnership } from '../../domain/owner/workload-owners.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import { counted, formatShare, formatSpan } from '../../domain/quantities.ts';
import { desiredPods } from '../../domain/rollout/judge.ts';
import { startTimeMs } from '../../domain/rollout/start-time.ts';
import type { StepOf } from '../../domain/step/step.ts';
import { boundedDeadline } from '../../domain/target/deadline.ts';
import { imageObstacles, rolloutObstacles, workloadObstacles } from '../../domain/target/obstacles.ts';
import { podChangeOf } from '../../domain/target/pod-change.ts';
import { rolloutShape } from '../../domain/target/rollout-shape.ts';
import { rightSize, tooLittle } from '../../domain/usage/right-size.ts';
import { sourceWords, type WorkloadUse } from '../../domain/usage/use.ts';
import type { Inputs } from './inputs.ts';
import type { Around, SeenWorkload } from './seen.ts';

/** What becomes of one workload: a step, nothing, or why not. */
export interface Sized {
  readonly seen: SeenWorkload;
  readonly subject: string;
  readonly step?: StepOf<'set-resources'>;
  readonly fit?: Fit;
  readonly refusals: readonly Refusal[];
}

/** Size the containers of one workload by what they used. */
export function sizeWorkload(seen: SeenWorkload, around: Around, inputs: Inputs, platform: Platform): Sized {
  const { target, use } = seen;
  const { kind, workload } = target;
  const subject = workloadWord(kind, workload.metadata.name);
  const refused = (...refusals: readonly Refusal[]): Sized => ({ seen, subject, refusals });
  const least = { spanMs: inputs['minimum-history'], samples: inputs['minimum-samples'] };
  const known = use.use && ofContainers(use.use, target.workload);
  const why = known === undefined ? 'span' : tooLittle(known, least);
  if (known === undefined || why !== undefined) return refused(tooLittleKnown(subject, known, why ?? 'span', least));
  const to = fieldsFor(seen, known, inputs);
  if (Object.keys(to).length === 0) return refused();
  const { spec } = workload.spec.template;
  const owned = Object.keys(to).flatMap((container) => ownersOf(seen, around, container, subject, platform));
  const change = podChangeOf(target, { fields: to });
  const fit = judgeFit(change, around.surroundings);
  const shape = rolloutShape(kind, workload, change.from);
  const misfits = fit.misfits.map(({ rule, state, at }) => ({
    subject,
    rule,
    state,
    next: `look at ${at}, and at what it uses there`,
  }));
  const obstacles = [
    ...owned.slice(0, 1),
    ...workloadObstacles(target),
    ...imageObstacles(target, target.start),
    ...rolloutObstacles(target, shape, target.budgets),
    ...misfits,
  ];
  if (obstacles.length > 0) return refused(...obstacles);
  return {
    seen,
    subject,
    refusals: [],
    fit,
    step: stepOf(seen, subject, { from: fieldsBefore(spec, to), to }, inputs),
  };
}

/** The use of the workload's own containers; undefined: nothing is known of any. */
function ofContainers(use: WorkloadUse, { spec }: Workload): WorkloadUse | undefined {
  const own = new Set(spec.template.spec.containers.map(({ name }) => name));
  const containers = use.containers.filter(({ container }) => own.has(container));
  return containers.length === 0 ? undefined : { ...use, containers };
}

function fieldsFor({ target }: SeenWorkload, use: WorkloadUse, inputs: Inputs): FieldsByContainer {
  const rules = {
    margin: inputs.margin,
    cpuPercentile: inputs['cpu-percentile'],
    leastChange: inputs['least-change'],
  };
  const entries = target.workload.spec.template.spec.containers.flatMap(
    (container): (readonly [string, FieldValues])[] => {
      const own = use.containers.find((one) => one.container === container.name);
      const fields = own === undefined ? {} : rightSize(container, own, rules);
      return Object.keys(fields).length === 0 ? [] : [[container.name, fields]];
    },
  );
  return Object.fromEntries(entries);
}

function ownersOf(
  { target }: SeenWorkload,
  { autoscalers }: Around,
  container: string,
  subject: string,
  platform: Platform,
): readonly Refusal[] {
  const field = { kind: 'resources', list: 'containers', container } as const;
  const [owner, ...more] = workloadOwnership(target.kind, target.workload, field, platform, autoscalers).owners;
  return owner === undefined ? [] : [ownedRefusal(subject, [owner, ...more], 'its requests and limits')];
}

function tooLittleKnown(
  subject: string,
  use: WorkloadUse | undefined,
  why: 'span' | 'samples',
  least: { readonly spanMs: number; readonly samples: number },
): Refusal {
  const known =
    use === undefined
      ? 'nothing is known of what it used'
      : why === 'span'
        ? `${formatSpan(use.spanMs)} of its use are known (${sourceWords[use.source]}), and ${formatSpan(least.spanMs)} must be`
        : `too few samples of its use are known (${sourceWords[use.source]}), and ${least.samples} must be`;
  return {
    subject,
    rule: 'sizes are made from enough history',
    state: known,
    next: 'wait until Prometheus has it, or lower `minimum-history` knowing what a short history hides',
  };
}

function stepOf(
  { target }: SeenWorkload,
  subject: string,
  { from, to }: { readonly from: FieldsByContainer; readonly to: FieldsByContainer },
  inputs: Inputs,
): StepOf<'set-resources'> {
  const { kind, workload, pods } = target;
  const readyWithinMs = inputs['ready-within'];
  const count = desiredPods(kind, workload);
  const took = startTimeMs(pods);
  return {
    id: `set-resources ${subject}`,
    kind: 'set-resources',
    subject,
    from: from as never,
    to: to as never,
    parameters: { ...workloadRef(kind, workload), readyWithinMs, peakWithinMs: inputs['usage-window'] },
    why: `what was used and ${formatShare(inputs.margin)} more: less by the peak, more of processor by its ${inputs['cpu-percentile']}`,
    risk: `${counted(count, 'pod')} made anew; one that comes to need more than it ever did is slowed down or ended`,
    undo: `what was there before, by another rollout${took === undefined ? '' : `; its pods took ${formatSpan(took)} each to become ready`}`,
    deadlineMs: boundedDeadline(readyWithinMs, count),
    unit: subject,
    independent: true,
  };
}
