import { expect, test } from '@jest/globals';
import type { AnyTask } from '../../../src/tasks/contract.ts';
import { Scene } from '../task-scene.ts';
import type { MakeScene } from './scenes.ts';

/** Plans that were made, and accepted, before. */
export function approvedContract(scene: MakeScene): void {
  test('a plan whose basis moved is refused, side by side, and nothing is changed', async () => {
    const moved = await scene();
    const { plan, draft } = await moved.prepare();
    if (plan.steps.length === 0) return;
    const basis = { planted: plan.basis };
    const outcome = await moved.carryOut({ prepared: { plan: { ...plan, basis }, draft } });
    expect(outcome.entry).toMatchObject({ status: 'refused', verdict: expect.stringMatching(/warn|fail|unknown/) });
    expect(outcome.entry.cause).toContain('no longer what was approved');
    expect(outcome.entry.plan?.refusals.at(-1)?.state).toMatch(/approved .*, now /);
    expect(await moved.world.changes()).toEqual([]);
  });

  test('a prepared plan is applied as it is: nothing is planned again', async () => {
    const prepared = await scene();
    const ready = await prepared.prepare();
    if (ready.plan.steps.length === 0) return;
    const plan = () => {
      throw new Error('planned again');
    };
    const task = Object.assign(Object.create(null) as object, prepared.task, { plan }) as AnyTask;
    const again = new Scene(task, prepared.world);
    const { entry } = await again.carryOut({ prepared: ready });
    expect(entry.plan?.digest).toBe(ready.plan.digest);
    expect(['done', 'refused']).toContain(entry.status);
    if (entry.status === 'refused') expect(entry.cause).toContain('no longer what was approved');
  });

  test('a gated task without an approved plan takes no step', async () => {
    const unasked = await scene();
    if (unasked.task.type === 'preventive') return;
    const { entry } = await unasked.carryOut({ prepared: 'none' });
    expect(entry).toMatchObject({ status: 'refused', applied: [], cause: expect.stringContaining('approved plan') });
    expect(await unasked.world.changes()).toEqual([]);
  });
}
