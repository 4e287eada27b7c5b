import { workloadRef, workloadWord } from '../../domain/kubernetes/workloads.ts';
import { ownedRefusal } from '../../domain/owner/owner.ts';
import { workloadOwnership } from '../../domain/owner/workload-owners.ts';
import type { Draft, Refusal } from '../../domain/plan/plan.ts';
import { counted, formatSpan } from '../../domain/quantities.ts';
import { desiredPods } from '../../domain/rollout/judge.ts';
import { stepKinds } from '../../domain/step/kinds.ts';
import type { StepOf } from '../../domain/step/step.ts';
import { boundedDeadline } from '../../domain/target/deadline.ts';
import { imageObstacles, rolloutObstacles, workloadObstacles } from '../../domain/target/obstacles.ts';
import { restartAnnotation } from '../../domain/target/restart-annotation.ts';
import { rolloutShape } from '../../domain/target/rollout-shape.ts';
import type { PlanContext } from '../contract.ts';
import type { inputs } from './inputs.ts';
import type { Around, Seen } from './observe.ts';
import { reviewOf } from './review.ts';

type Context = PlanContext<typeof inputs>;

/** Pure: one step that replaces every pod, or why not. */
export function plan({ measurements }: Seen, context: Context): Draft {
  if ('refusal' in measurements) return refused([measurements.refusal]);
  const { around } = measurements;
  const refusals = refusalsOf(around, context);
  if (refusals.length > 0) return refused(refusals);
  const { kind, workload } = around.target;
  const subject = workloadWord(kind, workload.metadata.name);
  const pods = counted(desiredPods(kind, workload), 'pod');
  return {
    steps: [restartStep(around, subject, context.inputs['ready-within'])],
    refusals: [],
    notChecked: [],
    findings: [],
    measurements: [],
    result: `${subject}: ${pods} to be made anew`,
    review: reviewOf(around, context),
  };
}

const refused = (refusals: readonly Refusal[]): Draft => ({
  steps: [],
  refusals,
  notChecked: [],
  findings: [],
  measurements: [],
  result: `refused: ${refusals.map(({ rule }) => rule).join('; ')}`,
});

function refusalsOf({ target }: Around, { platform }: Context): readonly Refusal[] {
  const { kind, workload, budgets, start } = target;
  const subject = workloadWord(kind, workload.metadata.name);
  const pods = desiredPods(kind, workload);
  if (pods === 0) {
    return [
      {
        subject,
        rule: 'a restart needs pods',
        state: `${subject} is to have none`,
        next: 'give it replicas first: gh workflow run dispatch.yml -f task=increase-capacity',
      },
    ];
  }
  const annotation = { kind: 'template-annotation', name: restartAnnotation } as const;
  const [owner, ...more] = workloadOwnership(kind, workload, annotation, platform).owners;
  const owned = owner === undefined ? [] : [ownedRefusal(subject, [owner, ...more], `an annotation of its template`)];
  const shape = rolloutShape(kind, workload, pods);
  return [
    ...owned,
    ...workloadObstacles(target),
    ...imageObstacles(target, start),
    ...rolloutObstacles(target, shape, budgets),
  ];
}

function restartStep({ target }: Around, subject: string, readyWithinMs: number): StepOf<'restart-workload'> {
  const { kind, workload } = target;
  const { annotations } = workload.spec.template.metadata ?? {};
  return {
    id: `restart-workload ${subject}`,
    kind: 'restart-workload',
    subject,
    from: annotations?.[restartAnnotation] ?? null,
    to: 'this plan',
    parameters: { ...workloadRef(kind, workload), readyWithinMs },
    why: 'its pods are to be made anew',
    risk: `a new pod does not become ready within ${formatSpan(readyWithinMs)}: then the restart stops there, and the old pods that are left go on`,
    undo: `cannot be undone: ${stepKinds['restart-workload'].cannotBeUndone}`,
    deadlineMs: boundedDeadline(readyWithinMs, desiredPods(kind, workload)),
  };
}
