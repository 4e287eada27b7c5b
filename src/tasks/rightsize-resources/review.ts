import { withFields } from '../../domain/capacity/resource-fields.ts';
import { serviceClassWords } from '../../domain/capacity/service-class.ts';
import { fieldsOfStep } from '../../domain/capacity/step-parameters.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import { horizontalOwner } from '../../domain/owner/autoscalers.ts';
import type { Review } from '../../domain/plan/review.ts';
import { formatShare } from '../../domain/quantities.ts';
import { desiredPods } from '../../domain/rollout/judge.ts';
import { healthNow } from '../../domain/target/health-now.ts';
import { budgetsNow, disruptionWords, overrideWords } from '../../domain/target/review-words.ts';
import { rolloutShape } from '../../domain/target/rollout-shape.ts';
import { useLines } from '../../domain/usage/use-words.ts';
import type { Inputs } from './inputs.ts';
import { savedBy, savedWords } from './saved.ts';
import type { Around } from './seen.ts';
import type { Sized } from './size-workload.ts';

/** What whoever approves the sizes weighs; with several workloads each line says which. */
export function reviewOf(around: Around, sized: readonly Sized[], inputs: Inputs, platform: Platform): Review {
  const shapes = sized.map(({ seen }) => shapeOf(seen.target));
  return {
    why: [savedWords(savedBy(sized)), ...each(sized, ({ seen }) => usedBy(seen, platform))],
    fits: [
      ...each(sized, ({ fit }) => fit?.after ?? []),
      ...each(sized, ({ seen }) => [disruptionWords(shapeOf(seen.target).away)]),
    ],
    undo: [
      ...each(sized, ({ step }) => (step === undefined ? [] : [step.undo])),
      'put back by itself when a pod does not become ready',
    ],
    couldGoWrong: [
      `what was never seen in ${formatShare(inputs.margin)} above its use may come: then containers are slowed down or ended`,
      ...each(sized, ({ seen, step }) => [
        ...classWords(seen.target, step),
        ...scaledBy(seen.target, around),
        ...overrideWords(seen.target, platform),
      ]),
    ],
    healthNow: each(sized, ({ seen: { target } }) =>
      healthNow(target.kind, target.workload, target.pods, around.unready),
    ),
    blastRadius: {
      workloads: sized.map(({ subject }) => subject),
      pods: sized.reduce((sum, { seen: { target } }) => sum + desiredPods(target.kind, target.workload), 0),
      awayAtOnce: Math.max(0, ...shapes.map(({ away }) => away)),
      volumes: [],
      budgets: sized.flatMap(({ seen }) => budgetsNow(seen.target.budgets)),
    },
  };
}

type Target = Sized['seen']['target'];

const shapeOf = ({ kind, workload }: Target) => rolloutShape(kind, workload, desiredPods(kind, workload));

/** Lines of every workload; with several, each says whose it is. Said once if it is the same of all. */
function each(sized: readonly Sized[], lines: (one: Sized) => readonly string[]): readonly string[] {
  const said = sized.map((one) => ({ subject: one.subject, lines: lines(one) }));
  const [first] = said;
  if (first === undefined) return [];
  const same = said.every((other) => other.lines.join('\n') === first.lines.join('\n'));
  return same ? first.lines : said.flatMap(({ subject, lines: own }) => own.map((line) => `${subject}: ${line}`));
}

const usedBy = ({ target, use }: Sized['seen'], { capacity }: Platform): readonly string[] =>
  use.use === undefined ? [] : useLines(use.use, target.workload.spec.template.spec, capacity.scaling);

function classWords({ workload }: Target, step: Sized['step']): readonly string[] {
  const { spec } = workload.spec.template;
  return step === undefined ? [] : serviceClassWords(spec, withFields(spec, fieldsOfStep(step).to));
}

/** An autoscaler that goes by the use of what is asked for scales earlier when less is asked for. */
function scaledBy({ kind, workload }: Target, { autoscalers }: Around): readonly string[] {
  const owner = horizontalOwner(autoscalers, { kind, name: workload.metadata.name });
  return owner === undefined
    ? []
    : [`${owner.name} may count use against what is asked for: with other requests it scales at another use`];
}
