import { sealPlan } from '../../../src/domain/plan/plan.ts';
import type { StepKind } from '../../../src/domain/step/kinds.ts';
import type { Step } from '../../../src/domain/step/step.ts';
import { unitsOf } from '../../../src/domain/step/units.ts';
import type { Environment } from '../../../src/pipeline/carry-out/environment.ts';
import { type Taken, takeSteps } from '../../../src/pipeline/carry-out/take-steps.ts';
import type { Ports } from '../../../src/ports/index.ts';
import type { StepContext, StepExecutor } from '../../../src/steps/executor.ts';
import { loadStep } from '../../../src/steps/registry.ts';
import { ScaledWorld, scale } from '../../pipeline/scaled-world.ts';
import { stillClock } from '../../tasks/environment.ts';
import { stepsOf } from '../task/scenes.ts';
import type { Scene } from '../task-scene.ts';

/** When a person changes the subject of a step. */
export type Moment =
  /** After the observation, right before the step. */
  | 'before the step'
  /** After the step took effect, right before the undo looks at it. */
  | 'before the undo looks'
  /** After the undo has looked, right before it puts back. */
  | 'before the undo puts back';

/** A step whose subject somebody changes, in the unit that it belongs to. */
export interface Meddling {
  readonly scene: Scene;
  readonly kind: StepKind;
  readonly moment: Moment;
  readonly meddle: (step: Step) => void | Promise<void>;
}

/** What became of it: how the step ended, and how many replicas the workload has that was scaled before it in the unit. */
export interface Meddled {
  readonly taken: Taken;
  readonly step: Step;
  readonly replicasBefore: number | undefined;
}

const together = (step: Step): Step => {
  const { independent: _, hold: __, ...rest } = step;
  return { ...rest, unit: 'together' } as Step;
};

/**
 * Take the steps of a world up to the first one of a kind, in one unit with a reversible step before them and, for an undo,
 * one that fails behind them; and let a person change the subject of that one at the moment.
 */
export async function meddledStep({ scene, kind, moment, meddle }: Meddling): Promise<Meddled> {
  const planned = await stepsOf(scene);
  const step = planned.find((each) => each.kind === kind);
  if (step === undefined) throw new Error(`the world of ${scene.task.id} has no ${kind} to take`);
  const unit = unitsOf(planned).find(({ steps }) => steps.includes(step))?.steps ?? [];
  const upTo = unit.slice(0, unit.indexOf(step) + 1).map(together);
  const besides = new ScaledWorld(['before', 'behind']);
  besides.fails.add('behind');
  const undone = moment !== 'before the step';
  const steps = [together(scale('before')), ...upTo, ...(undone ? [together(scale('behind'))] : [])];
  const plan = sealPlan(scene.task.id, scene.inputs, null, { steps, refusals: [] });
  const clock = scene.world.real?.clock ?? stillClock();
  const taken = await takeSteps(
    plan,
    {
      ...scene.planContext(),
      ports: scene.world.ports as Ports,
      clock,
      signal: new AbortController().signal,
      progress: () => undefined,
      executor: executorOf(besides, step, moment, meddle),
    } as unknown as Environment,
    {
      mode: 'apply',
      journal: scene.journal(),
      run: 'this run',
      holdsLease: async () => true,
      closesAt: clock.now() + 86_400_000,
    },
    scene.context(),
  );
  return { taken, step, replicasBefore: besides.replicas.get('before') };
}

const isBeside = ({ id }: Step): boolean => /deployment\/(before|behind)$/.test(id);

/** The real executor of every kind, but for the two steps beside; the person comes once. */
function executorOf(besides: ScaledWorld, target: Step, moment: Moment, meddle: Meddling['meddle']) {
  let came = false;
  const person = async (now: Moment, step: Step): Promise<void> => {
    if (came || now !== moment || step.id !== target.id) return;
    came = true;
    await meddle(target);
  };
  return (async (kind: StepKind): Promise<unknown> => {
    const real = (await loadStep(kind)) as unknown as StepExecutor<never>;
    const beside = besides.scale as unknown as StepExecutor<never>;
    const of = (step: Step): StepExecutor<never> => (isBeside(step) ? beside : real);
    const { revert: own } = real;
    return {
      ...real,
      precondition: async (context: never, step: Step) => {
        await person('before the step', step);
        return of(step).precondition(context, step as never);
      },
      // the inverse of a step is applied under its own id
      apply: async (context: StepContext, step: Step) => {
        if (context.puttingBack) await person('before the undo puts back', step);
        return of(step).apply(context as never, step as never);
      },
      settle: async (context: never, step: Step) => {
        await person('before the undo looks', step);
        return of(step).settle(context, step as never);
      },
      ...(own === undefined
        ? {}
        : {
            revert: async (context: never, step: Step) => {
              await person('before the undo puts back', step);
              return own(context, step as never);
            },
          }),
    };
  }) as unknown as Environment['executor'];
}
