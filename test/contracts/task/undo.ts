import { expect, test } from '@jest/globals';
import { isReversible, type Step } from '../../../src/domain/step/step.ts';
import { unitsOf } from '../../../src/domain/step/units.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import type { StepExecutor } from '../../../src/steps/executor.ts';
import { loadStep } from '../../../src/steps/registry.ts';
import type { Scene } from '../task-scene.ts';
import { eachTaken } from '../task-scene.ts';
import { type MakeScene, stepsOf } from './scenes.ts';

/** A failure puts back what was changed. */
export function undoContract(scene: MakeScene, timeoutMs = 60_000): void {
  test(
    'a step that takes effect and then fails: its unit is as it was before, and the report says so',
    async () => {
      const steps = await stepsOf(await scene());
      const failable = steps.filter((step) => isReversible(step) && step.hold === undefined);
      for (const step of failable) {
        const failing = await scene();
        const own = failing.world.real === undefined ? steps : await stepsOf(failing);
        await expectUndone(failing, own, own[steps.indexOf(step)] ?? step);
      }
    },
    timeoutMs,
  );
}

async function expectUndone(failing: Scene, steps: readonly Step[], step: Step): Promise<void> {
  const index = steps.indexOf(step);
  expect(failing.world.subjects).toBeDefined();
  const unit = unitsOf(steps).find((each) => each.steps.includes(step));
  const first = steps.indexOf(unit?.steps[0] ?? step);
  const untouched = await failing.world.subjects?.();
  let taken = -1;
  const executor = async (kind: Step['kind']): Promise<never> => {
    const real = (await loadStep(kind)) as unknown as StepExecutor<never>;
    return eachTaken(real, () => {
      taken += 1;
      return taken === index ? thenFails(real) : real;
    }) as never;
  };
  const { entry } = await failing.carryOut({ executor });
  expect([step.id, entry.status, entry.verdict]).toEqual([step.id, 'rolled-back', 'fail']);
  expect(entry.undone.map(({ outcome }) => outcome)).not.toContain('failed');
  const alone = step.independent !== true;
  // units that do not rest on this one are taken all the same
  const applied = entry.applied.slice(0, alone ? undefined : index + 1).map(({ step: id }) => id);
  expect(applied).toEqual(steps.slice(0, index + 1).map(({ id }) => id));
  await expectAsBefore(failing, unit?.steps.slice(0, index - first + 1) ?? []);
  if (first === 0 && alone) expect([step.id, await failing.world.subjects?.()]).toEqual([step.id, untouched]);
  expect(await failing.journal().read()).toBeUndefined();
}

/** Every reversible step of a unit that was put back shows what was there before it. */
async function expectAsBefore(scene: Scene, steps: readonly Step[]): Promise<void> {
  for (const step of steps.filter(isReversible)) {
    const executor = (await loadStep(step.kind)) as unknown as StepExecutor<never>;
    const state = await executor.settle({ ...scene.context(), planId: 'x' }, step as never);
    expect([step.id, state]).toEqual([step.id, 'not-done']);
  }
}

/** Takes effect, and then says that it failed. */
function thenFails(real: StepExecutor<never>): StepExecutor<never> {
  return {
    ...real,
    apply: async (context, step) => {
      await real.apply(context, step);
      throw new PortError({ code: 'failed', subject: 'step', message: 'it did not become healthy' });
    },
  };
}
