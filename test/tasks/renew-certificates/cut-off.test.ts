import { describe, expect, test } from '@jest/globals';
import type { Step } from '../../../src/domain/step/step.ts';
import { closeOpenJournal } from '../../../src/pipeline/conduct/close-journal.ts';
import type { StepExecutor } from '../../../src/steps/executor.ts';
import { loadStep } from '../../../src/steps/registry.ts';
import { stillClock } from '../environment.ts';
import { Bench, type BenchTraits } from './bench.ts';

async function gateway(traits: BenchTraits = {}) {
  const bench = await Bench.make(traits);
  await bench.secret('api-gateway-tls', 12);
  bench.gateway();
  return { bench, was: bench.held('api-gateway-tls') };
}

/** Cut off at a point, then recovered: the Secret, what is served, the template and what is kept are one of two worlds. */
describe.each(['reads-at-start', 'follows'] as const)('a run that is cut off; pods that are %s', (habit) => {
  test.each([
    [{ step: 0, where: 'begun' }, 'run-cut-off'],
    [{ step: 0, where: 'in' }, 'run-cut-off'],
    [{ step: 1, where: 'before' }, 'run-cut-off'],
    [{ step: 1, where: 'begun' }, 'run-undone'],
    [{ step: 1, where: 'in' }, 'run-undone'],
    [{ step: 2, where: 'before' }, 'run-undone'],
    [{ step: 2, where: 'begun' }, 'run-undone'],
    [{ step: 2, where: 'in' }, 'run-undone'],
  ] as const)('at %o is as before after recovery (%s)', async (point, code) => {
    const { bench, was } = await gateway({ habit });
    const scene = bench.scene();
    await scene.kill(point);
    const closed = await scene.closeJournal();
    expect(closed).toMatchObject({ kind: 'closed', finding: { code, severity: 'warn' } });
    expect(bench.held('api-gateway-tls')).toEqual(was);
    expect(bench.served()).toEqual([was.serial]);
    expect(bench.mark()).toBeUndefined();
    expect(bench.kept()).toEqual([]);
    expect((await bench.run()).entry).toMatchObject({ status: 'done', verdict: 'pass' });
  });

  test('at the very end is as planned, and nothing is kept', async () => {
    const { bench, was } = await gateway({ habit });
    const scene = bench.scene();
    await scene.kill({ step: 3, where: 'closing' });
    expect(await scene.closeJournal()).toMatchObject({ kind: 'closed', finding: { code: 'run-cut-off' } });
    const now = bench.held('api-gateway-tls');
    expect(now.serial).not.toBe(was.serial);
    expect(bench.served()).toEqual([now.serial]);
    expect(bench.kept()).toEqual([]);
  });
});

test('without the rights of recovery a half-way renewal is left open, with everything that is needed to put it back', async () => {
  const { bench } = await gateway();
  const scene = bench.scene();
  await scene.kill({ step: 2, where: 'begun' });
  const closing = {
    journal: scene.journal(),
    run: 'the next run',
    executor: async (step: Step) => (await loadStep(step.kind)) as unknown as StepExecutor<never>,
    context: scene.context(),
    clock: stillClock(),
  };
  expect(await closeOpenJournal(closing)).toMatchObject({ kind: 'left-open' });
  expect(bench.kept()).toHaveLength(1);
});

test('what somebody changed since is left alone by recovery, and the former certificate stays kept', async () => {
  const { bench } = await gateway();
  const scene = bench.scene();
  await scene.kill({ step: 2, where: 'begun' });
  const serial = await bench.meddle('api-gateway-tls');
  expect(await scene.closeJournal()).toMatchObject({
    kind: 'closed',
    finding: { code: 'recovery-froze', severity: 'fail' },
  });
  expect(bench.held('api-gateway-tls').serial).toBe(serial);
  expect(bench.kept()).toHaveLength(1);
});
