import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import type { Review } from '../../domain/plan/review.ts';
import { counted, formatSpan } from '../../domain/quantities.ts';
import { desiredPods } from '../../domain/rollout/judge.ts';
import { startTimeMs } from '../../domain/rollout/start-time.ts';
import { troublesOf } from '../../domain/rollout/trouble.ts';
import { healthNow } from '../../domain/target/health-now.ts';
import { budgetsNow, disruptionWords, overrideWords } from '../../domain/target/review-words.ts';
import { rolloutShape } from '../../domain/target/rollout-shape.ts';
import type { PlanContext } from '../contract.ts';
import type { inputs } from './inputs.ts';
import type { Around } from './observe.ts';

/** What whoever approves a restart weighs. */
export function reviewOf({ target, unready }: Around, { platform, now }: PlanContext<typeof inputs>): Review {
  const { kind, workload, pods, budgets } = target;
  const subject = workloadWord(kind, workload.metadata.name);
  const count = desiredPods(kind, workload);
  const { away, surge } = rolloutShape(kind, workload, count);
  const took = startTimeMs(pods);
  return {
    why: reasons({ target, unready }, now),
    fits: [disruptionWords(away), ...(surge === 0 ? [] : [`needs room for ${counted(surge, 'pod')} more meanwhile`])],
    undo: ['cannot be undone: pods that were replaced are gone, with what only they held in memory'],
    couldGoWrong: [
      'a new pod does not become ready: then the restart stops there, and the old pods that are left go on',
      ...(took === undefined ? [] : [`its pods took ${formatSpan(took)} each to become ready so far`]),
      ...overrideWords(target, platform),
    ],
    healthNow: healthNow(kind, workload, pods, unready),
    blastRadius: { workloads: [subject], pods: count, awayAtOnce: away, volumes: [], budgets: budgetsNow(budgets) },
  };
}

/** How old its pods are, and what troubles them: what a restart may be good for. */
function reasons({ target }: Around, now: number): readonly string[] {
  const ages = target.pods.flatMap(({ metadata }) => {
    const age = now - Date.parse(metadata.creationTimestamp ?? '');
    return Number.isFinite(age) ? [Math.max(0, age)] : [];
  });
  const troubles = target.pods.flatMap(troublesOf);
  return [
    ages.length === 0 ? 'it has no pod now' : `its oldest pod was made ${formatSpan(Math.max(...ages))} ago`,
    troubles.length === 0
      ? 'nothing is known to trouble its pods: that it is needed is the word of who asks for it'
      : `troubles: ${troubles
          .slice(0, 5)
          .map(({ pod, reason }) => `pod/${pod} ${reason}`)
          .join(', ')}`,
  ];
}
