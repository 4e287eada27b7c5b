import type { Fit } from '../../domain/capacity/fit.ts';
import { withFields } from '../../domain/capacity/resource-fields.ts';
import { serviceClassWords } from '../../domain/capacity/service-class.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import type { Review } from '../../domain/plan/review.ts';
import { formatSpan } from '../../domain/quantities.ts';
import { desiredPods } from '../../domain/rollout/judge.ts';
import { startTimeMs } from '../../domain/rollout/start-time.ts';
import { isReversible } from '../../domain/step/step.ts';
import { healthNow } from '../../domain/target/health-now.ts';
import { budgetsNow, disruptionWords, overrideWords } from '../../domain/target/review-words.ts';
import { rolloutShape } from '../../domain/target/rollout-shape.ts';
import { useLines } from '../../domain/usage/use-words.ts';
import type { Cost } from './database-cost.ts';
import type { Part } from './part.ts';
import type { Around } from './seen.ts';
import { addedClaims, claimWords } from './storage-bounds.ts';

/** What whoever approves weighs besides the steps. */
export function reviewOf(around: Around, whole: Part, fit: Fit | undefined, cost: Cost, platform: Platform): Review {
  const { target, use, unready } = around;
  const { kind, workload, pods, budgets } = target;
  const subject = workloadWord(kind, workload.metadata.name);
  const present = desiredPods(kind, workload);
  const rolls = whole.fields !== undefined;
  const { away } = rolloutShape(kind, workload, present);
  const added = Math.max(0, (whole.replicas ?? present) - present);
  const volumes = whole.steps.filter(({ kind: of }) => of === 'expand-volume').map((step) => step.subject);
  return {
    why:
      use.use === undefined
        ? ['what it uses is not known']
        : useLines(use.use, workload.spec.template.spec, platform.capacity.scaling),
    fits: [...(fit?.after ?? []), rolls ? disruptionWords(away) : 'no disruption: nothing that runs is taken away'],
    undo: [...new Set(whole.steps.map(({ undo }) => undo)), ...automatic(whole)],
    couldGoWrong: [...cost.text, ...risksOf(around, whole), ...overrideWords(target, platform)],
    healthNow: healthNow(kind, workload, pods, unready),
    blastRadius: {
      workloads: whole.replicas === undefined && !rolls ? [] : [subject],
      pods: added + (rolls ? present : 0),
      awayAtOnce: rolls ? away : 0,
      volumes,
      budgets: budgetsNow(budgets),
    },
  };
}

const automatic = ({ steps }: Part): readonly string[] =>
  steps.some(isReversible) ? ['put back by itself when a step fails'] : [];

function risksOf(around: Around, whole: Part): readonly string[] {
  const { target, claims } = around;
  const { replicas, steps, fields } = whole;
  const { kind, workload, pods } = target;
  const risks = [...new Set(steps.map(({ risk }) => risk))];
  const { spec } = workload.spec.template;
  risks.push(...serviceClassWords(spec, withFields(spec, fields ?? {})));
  const took = startTimeMs(pods);
  if (took !== undefined) risks.push(`its pods took ${formatSpan(took)} each to become ready so far`);
  if (kind === 'StatefulSet' && replicas !== undefined) {
    const added = addedClaims(around, whole);
    if (added.length > 0) risks.push(`${claimWords(added)}, and stay when they are gone`);
    risks.push('the members of a StatefulSet may have to be told of a new one by their own means');
  }
  if (kind === 'StatefulSet' && claims.length > 0) {
    risks.push(
      `pods that ${workloadWord(kind, workload.metadata.name)} makes later still get volumes of the size in its template, which cannot be changed`,
    );
  }
  return risks;
}
