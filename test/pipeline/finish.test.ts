import { expect, test } from '@jest/globals';
import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import type { TaskOutcome } from '../../src/domain/report/outcome.ts';
import type { TaskEntry } from '../../src/domain/report/schema.ts';
import { firstSeenOf } from '../../src/domain/state/sightings.ts';
import { finish } from '../../src/pipeline/publish/finish.ts';
import { anyJob } from '../domain/job/any-job.ts';
import { stillClock } from '../tasks/environment.ts';
import { planOf, ScaledWorld, scale } from './scaled-world.ts';

const plan = planOf([scale('a')]);

/** A world in which a run closed the journal of its plan, and then was killed. */
async function cutOff(run: string): Promise<ScaledWorld> {
  const world = new ScaledWorld(['a']);
  const writer = await world.journal().open({ run, id: 'x', plan });
  await writer.write(scale('a').id, 'begun');
  await writer.write(scale('a').id, 'done');
  await writer.close();
  return world;
}

const job = anyJob('https://github.com/o/r/actions/runs/1', { due: ['increase-capacity'], leaseHolder: 'us' });

/** The outcome of the plan, with or without its step. */
const outcomeOf = (applied: TaskEntry['applied']): TaskOutcome => ({
  entry: {
    id: plan.task,
    title: 'Increase capacity',
    type: 'adaptive',
    phase: 'main',
    verdict: 'pass',
    status: applied.length > 0 ? 'done' : 'refused',
    result: '',
    notChecked: [],
    plan: { digest: plan.digest, steps: [...plan.steps], refusals: [] },
    applied: [...applied],
    undone: [],
    measurements: [],
    durationMs: 1,
  },
  findings: [],
});

const done = outcomeOf([{ step: scale('a').id, outcome: 'done', durationMs: 1 }]);

/** Finish a job and publish its report, or not; answers what it told of earlier runs. */
async function told(world: ScaledWorld, runWord: string, outcomes: readonly TaskOutcome[]) {
  const clock = stillClock();
  const { state } = openMaintenance(world.cluster, clock);
  const describe = (id: string) => ({ title: id, type: 'adaptive' as const });
  const made = await finish({ kind: 'window', id: 'w', job, outcomes, describe, state, clock, runWord });
  const codes = made.report.findings
    .filter(({ code, state }) => code === 'run-not-reported' && state !== 'fixed')
    .map(({ code }) => code);
  return { codes, publish: made.told };
}

test('what a run has in its own report is told by nobody else', async () => {
  const world = await cutOff('run 1');
  const own = await told(world, 'run 1', [done]);
  expect(own.codes).toEqual([]);
  expect(await own.publish()).toEqual([]);
  expect((await told(world, 'run 2', [])).codes).toEqual([]);
});

test('a run that is killed before its report is told of by the next one, once that is published', async () => {
  const world = await cutOff('run 1');
  expect((await told(world, 'run 1', [done])).codes).toEqual([]);
  expect((await told(world, 'run 2', [])).codes).toEqual(['run-not-reported']);
  const third = await told(world, 'run 3', []);
  expect(third.codes).toEqual(['run-not-reported']);
  await third.publish();
  expect((await told(world, 'run 4', [])).codes).toEqual([]);
});

test.each<readonly [string, readonly TaskOutcome[]]>([
  ['its last step tells what its killed one did', []],
  ['a refused application of the same plan does not tell the steps of another', [outcomeOf([])]],
])('of the same run: %s', async (_, outcomes) => {
  expect((await told(await cutOff('run 1'), 'run 1', outcomes)).codes).toEqual(['run-not-reported']);
});

test('without the Lease nothing is said of another run, which may be under way', async () => {
  const { leaseHolder: _none, ...without } = job;
  const clock = stillClock();
  const { state } = openMaintenance((await cutOff('run 1')).cluster, clock);
  const describe = (id: string) => ({ title: id, type: 'adaptive' as const });
  const made = await finish({
    kind: 'window',
    id: 'w',
    job: without,
    outcomes: [done],
    describe,
    state,
    clock,
    runWord: 'run 2',
  });
  expect(made.report.findings.map(({ code }) => code)).not.toContain('run-not-reported');
});

test('what was seen is remembered from its first moment on, in apply mode alone', async () => {
  const clock = stillClock();
  const { state } = openMaintenance(new ScaledWorld(['a']).cluster, clock);
  const describe = (id: string) => ({ title: id, type: 'adaptive' as const });
  const outcomes = [{ ...done, sightings: { of: 'unused-index', keys: ['1/d/7'] } }];
  const finishing = { kind: 'window', id: 'w', outcomes, describe, state, clock, runWord: 'run 1' } as const;
  await finish({ ...finishing, job: { ...job, mode: 'plan' } });
  expect(await state.read('sightings')).toEqual({});
  await finish({ ...finishing, job });
  const seen = firstSeenOf(await state.read('sightings'), 'unused-index');
  expect([...seen]).toEqual([['1/d/7', clock.now()]]);
});
