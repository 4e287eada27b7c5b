import { describe, expect, test } from '@jest/globals';
import type { Draft } from '../../src/domain/plan/plan.ts';
import { findApplied, rememberApplied } from '../../src/domain/state/applied.ts';
import type { AppliedPlan } from '../../src/domain/state/documents.ts';
import { rollBackTask } from '../../src/pipeline/roll-back/roll-back-task.ts';
import { planOf, ScaledWorld, scale, vacuum } from './scaled-world.ts';

const appliedOf = (type: AppliedPlan['type'] = 'adaptive'): AppliedPlan => ({
  digest: planOf([scale('a')]).digest,
  task: 'increase-capacity',
  title: 'Increase capacity',
  type,
  run: 'run 1',
  at: '2026-11-24T02:10:00.000Z',
  steps: [scale('a'), scale('b')],
});

async function draftIn(world: ScaledWorld): Promise<Draft> {
  const task = await rollBackTask(appliedOf(), world.executor as never);
  return task.plan(await task.observe(world.context(), {}), {} as never);
}

describe('putting back a finished run', () => {
  test('plans the inverse steps, last first', async () => {
    const world = new ScaledWorld(['a', 'b']);
    for (const name of ['a', 'b']) world.replicas.set(name, 2);
    const { steps, refusals } = await draftIn(world);
    expect(steps.map(({ subject, from, to }) => [subject, from, to])).toEqual([
      ['deployment/b', 2, 1],
      ['deployment/a', 2, 1],
    ]);
    expect(refusals).toEqual([]);
  });

  test('is refused as a whole when somebody has changed one subject since', async () => {
    const world = new ScaledWorld(['a', 'b']);
    world.replicas.set('a', 7);
    world.replicas.set('b', 2);
    const { steps, refusals } = await draftIn(world);
    expect(steps).toEqual([]);
    expect(refusals).toMatchObject([{ subject: 'deployment/a', state: expect.stringContaining('no longer holds') }]);
  });

  test('has nothing to do where everything is as before', async () => {
    const { steps, result } = await draftIn(new ScaledWorld(['a', 'b']));
    expect([steps, result]).toEqual([[], 'nothing to do: everything is as it was before']);
  });

  test('goes through the gate of what it puts back; of a preventive task, the corrective one', async () => {
    const load = new ScaledWorld([]).executor as never;
    expect((await rollBackTask(appliedOf('perfective'), load)).type).toBe('perfective');
    expect((await rollBackTask(appliedOf('preventive'), load)).type).toBe('corrective');
  });
});

describe('what can be put back is remembered', () => {
  const outcome = (status: string, steps: readonly object[], undone: readonly string[] = []) => {
    const plan = planOf([scale('a', { unit: 'a' }), scale('b', { unit: 'b' }), vacuum('x')]);
    const entry = {
      id: 'increase-capacity',
      title: 'Increase capacity',
      type: 'adaptive',
      status,
      plan,
      applied: steps,
      undone: undone.map((step) => ({ step, outcome: 'done', durationMs: 1 })),
    };
    return { entry, findings: [] } as never;
  };
  const done = [
    { step: 'scale-workload deployment/a', outcome: 'done', durationMs: 1 },
    { step: 'vacuum-table public.x', outcome: 'done', durationMs: 1 },
  ];

  test('the reversible steps of a plan that came to its end', () => {
    const [applied] = rememberApplied([], [outcome('done', done)], 'run 1', 'now');
    expect(applied?.steps.map(({ id }) => id)).toEqual(['scale-workload deployment/a']);
  });

  const both = [{ step: 'scale-workload deployment/b', outcome: 'done', durationMs: 1 }, ...done];
  test.each([
    ['of which not all fitted into the window', outcome('deferred', done)],
    ['of which a unit beside it was put back', outcome('rolled-back', both, ['scale-workload deployment/b'])],
  ])('what stays of a plan %s', (_name, ended) => {
    const [applied] = rememberApplied([], [ended], 'run 1', 'now');
    expect(applied?.steps.map(({ id }) => id)).toEqual(['scale-workload deployment/a']);
  });

  test.each([
    ['rolled back', outcome('rolled-back', done, ['scale-workload deployment/a'])],
    ['half-way', outcome('failed', done)],
    ['cancelled', outcome('cancelled', done)],
    ['without a reversible step', outcome('done', done.slice(1))],
  ])('nothing of a plan %s', (_name, ended) => {
    expect(rememberApplied([], [ended], 'run 1', 'now')).toEqual([]);
  });

  test('the last twenty', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ ...appliedOf(), digest: `sha256:${index}` }));
    const kept = rememberApplied(many, [], 'run 1', 'now');
    expect([kept.length, kept.at(-1)?.digest]).toEqual([20, 'sha256:24']);
  });

  test('and found by the first digits of its digest, or the number of its run, alone', () => {
    const applied = appliedOf();
    const digits = applied.digest.slice(7);
    expect(findApplied([applied], digits.slice(0, 20))).toEqual({ found: applied });
    expect(findApplied([applied], applied.digest)).toEqual({ found: applied });
    const ofRun = { ...applied, run: 'https://github.com/o/r/actions/runs/1795809303 attempt 1 job adaptive' };
    expect(findApplied([ofRun], '1795809303')).toEqual({ found: ofRun });
    expect(findApplied([ofRun, { ...ofRun, task: 'b' }], '1795809303')).toMatchObject({
      none: expect.stringContaining(
        'run 1795809303 applied 2 plans that can be put back; there are: increase-capacity',
      ),
    });
    for (const none of ['179580930', '', digits.slice(0, 11), '0'.repeat(20), '../x', '__proto__']) {
      expect(findApplied([applied], none)).toEqual({ none: expect.any(String) });
    }
  });
});
