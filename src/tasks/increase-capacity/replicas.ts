import type { Platform } from '../../domain/configuration/platform.ts';
import { workloadRef, workloadWord } from '../../domain/kubernetes/workloads.ts';
import { ownedRefusal } from '../../domain/owner/owner.ts';
import { workloadOwnership } from '../../domain/owner/workload-owners.ts';
import { counted, formatSpan } from '../../domain/quantities.ts';
import { graceMs } from '../../domain/rollout/start-time.ts';
import type { StepOf } from '../../domain/step/step.ts';
import { boundedDeadline } from '../../domain/target/deadline.ts';
import type { Inputs } from './inputs.ts';
import { nothing, type Part, refused } from './part.ts';
import type { Around } from './seen.ts';

/** More pods: a step, or why not. Never fewer. */
export function planReplicas({ target, autoscalers }: Around, inputs: Inputs, platform: Platform): Part {
  const { kind, workload } = target;
  const to = inputs.replicas;
  if (to === 0) return nothing;
  const subject = workloadWord(kind, workload.metadata.name);
  if (kind === 'DaemonSet') {
    return refused({
      subject,
      rule: 'a DaemonSet has one pod on each node that it selects',
      state: `${to} replicas were asked for`,
      next: 'add nodes, or change its node selector at its owner',
    });
  }
  const from = workload.spec.replicas ?? 1;
  if (to === from) return { ...nothing, already: [`${counted(from, 'replica')} already`] };
  if (to < from) {
    return refused({
      subject,
      rule: 'increase-capacity never takes anything away',
      state: `it has ${from} replicas, and ${to} were asked for`,
      next: 'fewer replicas are a matter of rightsizing: let its owner scale it down',
    });
  }
  const { owners } = workloadOwnership(kind, workload, { kind: 'replicas' }, platform, autoscalers);
  const [owner, ...more] = owners;
  if (owner !== undefined) return refused(ownedRefusal(subject, [owner, ...more], `replicas to ${to}`));
  return {
    ...nothing,
    steps: [scaleStep(target, subject, from, to, inputs)],
    changes: [`replicas ${from} → ${to}`],
    replicas: to,
  };
}

function scaleStep(
  { kind, workload }: Around['target'],
  subject: string,
  from: number,
  to: number,
  inputs: Inputs,
): StepOf<'scale-workload'> {
  const readyWithinMs = inputs['ready-within'];
  const grace = formatSpan(graceMs(workload.spec.template.spec));
  const stays = kind === 'StatefulSet' ? '; the volumes of the added pods stay' : '';
  return {
    id: `scale-workload ${subject}`,
    kind: 'scale-workload',
    subject,
    from,
    to,
    parameters: { ...workloadRef(kind, workload), readyWithinMs },
    why: `${to} replicas were asked for`,
    risk: `the added pods do not become ready; then they are removed again after ${formatSpan(readyWithinMs)} without progress`,
    undo: `replicas back to ${from}: takes what the added pods need to end, at most ${grace}${stays}`,
    deadlineMs: boundedDeadline(readyWithinMs, to - from),
    unit: subject,
  };
}
