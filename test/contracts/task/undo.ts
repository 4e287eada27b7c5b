import { expect, test } from '@jest/globals';
import { isReversible, type Step } from '../../../src/domain/step/step.ts';
import { unitsOf } from '../../../src/domain/step/units.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import type { StepExecutor } from '../../../src/steps/executor.ts';
import { loadStep } from '../../../src/steps/registry.ts';
import { eachTaken, type Scene } from '../task-scene.ts';
import { type MakeScene, stepsOf } from './scenes.ts';

/** A failure puts back what was changed. */
export function undoContract(scene: MakeScene): void {
  test('a step that takes effect and then fails: its unit is as it was before, and the report says so', async () => {
    const steps = await stepsOf(await scene());
    for (const [index, step] of steps.entries()) {
      if (!isReversible(step) || step.hold !== undefined) continue;
      const failing = await scene();
      expect(failing.world.subjects).toBeDefined();
      const unit = unitsOf(steps).find((each) => each.steps.includes(step));
      const first = steps.indexOf(unit?.steps[0] ?? step);
      const untouched = first === 0 ? failing.world.subjects?.() : undefined;
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
      // units that do not rest on it are taken all the same
      const rest = step.independent ? steps.slice(steps.indexOf(unit?.steps.at(-1) ?? step) + 1) : [];
      const taking = [...steps.slice(0, index + 1), ...rest];
      expect(entry.applied.map(({ step: id }) => id)).toEqual(taking.map(({ id }) => id));
      if (rest.length > 0) await expectUndone(failing, step);
      else if (first === 0) expect([step.id, failing.world.subjects?.()]).toEqual([step.id, untouched]);
      expect(await failing.journal().read()).toBeUndefined();
    }
  }, 60_000);
}

/** The world shows of the step alone that it is as before. */
async function expectUndone(scene: Scene, step: Step): Promise<void> {
  const executor = (await loadStep(step.kind)) as unknown as StepExecutor<never>;
  const settled = await executor.settle({ ...scene.context(), planId: 'x' }, step as never);
  expect([step.id, settled]).toEqual([step.id, 'not-done']);
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
