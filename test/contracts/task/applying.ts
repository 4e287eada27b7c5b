import { expect, test } from '@jest/globals';
import { testNow } from '../../tasks/environment.ts';
import { lasting, type MakeScene, stepsOf } from './scenes.ts';

/** Nothing is left to do for a second run. */
export function twiceContract(scene: MakeScene, timeoutMs?: number): void {
  test(
    'applying twice changes nothing more',
    async () => {
      const applied = await scene();
      const first = await applied.carryOut();
      expect(Object.keys(applied.task.verdicts)).toContain(first.entry.verdict);
      expect(['done', 'nothing-to-do']).toContain(first.entry.status);
      const [state, changes] = [await lasting(applied), await applied.world.changes()];
      const second = await applied.carryOut();
      expect(await lasting(applied)).toEqual(state);
      if (applied.world.state === undefined) {
        expect(second.entry).toMatchObject({ status: 'nothing-to-do', applied: [] });
        expect(await applied.world.changes()).toEqual(changes);
      }
      expect(second.entry.verdict).toBe(first.entry.verdict);
      expect(await applied.journal().read()).toBeUndefined();
    },
    timeoutMs,
  );
}

/** Taking the steps. */
export function applyingContract(scene: MakeScene): void {
  twiceContract(scene);

  test.each([
    ['without the Lease', { holdsLease: async () => false }, 'failed'],
    ['when the Lease cannot be renewed', { holdsLease: () => Promise.reject(new Error('x')) }, 'failed'],
    ['that could not end before the window closes', { closesAt: testNow + 1 }, 'deferred'],
    ['after a cancellation', { signal: AbortSignal.abort() }, 'cancelled'],
  ])('no step %s', async (_name, instead, status) => {
    const stopped = await scene();
    const planned = (await stopped.carryOut({ mode: 'plan' })).entry.plan?.steps.length ?? 0;
    const { entry } = await stopped.carryOut(instead);
    expect(await stopped.world.changes()).toEqual([]);
    if (planned > 0) expect(entry).toMatchObject({ status, applied: [], cause: expect.any(String) });
    expect(await stopped.journal().read()).toBeUndefined();
  });

  test('a cancellation in a step is the last: no other is taken, and the report says so', async () => {
    const cut = await scene();
    const steps = await stepsOf(cut);
    if (steps.length < 2) return;
    const abort = new AbortController();
    const killed = await cut.kill({ step: 0, where: 'in' });
    const before = await cut.world.changes();
    const run = await scene();
    let asked = 0;
    const holdsLease = async () => {
      asked += 1;
      if (asked === 2) abort.abort();
      return asked < 2;
    };
    const { entry } = await run.carryOut({ signal: abort.signal, holdsLease });
    expect(entry.applied.map(({ step }) => step)).toEqual([steps[0]?.id]);
    expect(await run.world.changes()).toEqual(before);
    await killed.thaw();
  });

  test('a defect in a step is said without the words of the error, and the journal is closed', async () => {
    const broken = await scene();
    if ((await stepsOf(broken)).length === 0) return;
    const executor = () => Promise.reject(new TypeError('planted-secret'));
    const outcome = await broken.carryOut({ executor });
    expect(outcome.entry).toMatchObject({ status: 'failed', verdict: 'fail' });
    expect(JSON.stringify(outcome)).not.toContain('planted-secret');
    expect(await broken.world.changes()).toEqual([]);
    expect(await broken.journal().read()).toBeUndefined();
  });
}
