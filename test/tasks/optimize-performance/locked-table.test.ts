import { expect, test } from '@jest/globals';
import type { Step } from '../../../src/domain/step/step.ts';
import type { BlockingSession } from '../../../src/ports/database.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import type { StepExecutor } from '../../../src/steps/executor.ts';
import { loadStep } from '../../../src/steps/registry.ts';
import task from '../../../src/tasks/optimize-performance/index.ts';
import { eachTaken, Scene } from '../../contracts/task-scene.ts';
import { session } from '../maintain-database/bench.ts';
import { PerformanceBench, tuned } from './bench.ts';

const oid = 1;
const pretended = 'x\n::error::pretended';
const blocker: BlockingSession = {
  kind: 'session',
  lock: 'ACCESS EXCLUSIVE',
  granted: true,
  waitsFor: [],
  ...session({ pid: 815, application: pretended, user: 'app', command: 'ALTER' }),
};
const held =
  'no lock within 5 s; pid 815, application x\n::error::pretended, user app, idle in transaction, transaction open for 7 h 12 min, last command ALTER (query id -42), holds ACCESS EXCLUSIVE';

function sceneOf(): { readonly bench: PerformanceBench; readonly scene: Scene } {
  const bench = new PerformanceBench();
  const { tuning } = bench.main;
  bench.main.tuning = { ...tuning, tables: [...tuning.tables, tuned(3, 'readings', 5_000_000)] };
  const scene = new Scene(task, {
    ports: bench.ports(),
    changes: () => bench.database.calls,
    inputs: { 'lock-timeout': '5s' },
  });
  return { bench, scene };
}

const optionsOf = ({ main }: PerformanceBench) =>
  Object.fromEntries(main.tuning.tables.map(({ name, options }) => [name, Object.keys(options).length]));

test('a table that is locked is left for later and its holder named; the others are tuned', async () => {
  const { bench, scene } = sceneOf();
  bench.server.locks.set(oid, [blocker]);
  const { entry, findings } = await scene.carryOut();
  expect(optionsOf(bench)).toEqual({ telemetry: 0, sensors: 0, readings: 2 });
  expect(entry).toMatchObject({ status: 'deferred', cause: expect.stringContaining(held), undone: [] });
  expect(entry.result).toContain('autovacuum begins earlier on 1 table (1 table deferred)');
  expect(entry.applied.map(({ outcome }) => outcome)).toEqual(['skipped', 'done']);
  expect(findings.filter(({ code }) => code === 'table-locked')).toEqual([
    {
      code: 'table-locked',
      severity: 'warn',
      subject: 'table public.telemetry in phoenixrooivalk',
      title: 'its options stay as they are: the table is locked',
      evidence: held,
      next: '`select pg_terminate_backend(815)` after asking its owner',
    },
  ]);
  expect(findings.map(({ code }) => code)).not.toContain('step-failed');
  expect([(await sceneOf().scene.carryOut()).entry.verdict, entry.verdict]).toEqual(['pass', 'warn']);
  expect(await scene.journal().read()).toBeUndefined();

  bench.server.locks.delete(oid);
  expect((await scene.carryOut()).entry.status).toBe('done');
  expect(optionsOf(bench)).toEqual({ telemetry: 2, sensors: 0, readings: 2 });
});

test('a lock in the way of putting back: it counts as not put back, and recovery goes on once it is gone', async () => {
  const { bench, scene } = sceneOf();
  const executor = async (kind: Step['kind']): Promise<never> => {
    const real = (await loadStep(kind)) as unknown as StepExecutor<never>;
    const failing: StepExecutor<never> = {
      ...real,
      apply: async (context, step) => {
        await real.apply(context, step);
        bench.server.locks.set(oid, [blocker]);
        throw new PortError({ code: 'failed', subject: 'step', message: 'it failed' });
      },
    };
    let taken = 0;
    return eachTaken(real, () => (taken++ === 0 ? failing : real)) as never;
  };
  const { entry } = await scene.carryOut({ executor });
  expect(optionsOf(bench)).toEqual({ telemetry: 2, sensors: 0, readings: 0 });
  expect(entry).toMatchObject({ status: 'failed', verdict: 'fail' });
  expect(entry.undone).toMatchObject([{ outcome: 'failed', cause: expect.stringContaining(held) }]);
  expect(await scene.journal().read()).toBeDefined();

  expect(await scene.closeJournal()).not.toMatchObject({ finding: { code: 'run-undone' } });
  expect(optionsOf(bench)).toMatchObject({ telemetry: 2 });
  bench.server.locks.delete(oid);
  expect(await scene.closeJournal()).toMatchObject({ kind: 'closed', undone: [{ outcome: 'done' }] });
  expect(optionsOf(bench)).toEqual({ telemetry: 0, sensors: 0, readings: 0 });
  expect(await scene.journal().read()).toBeUndefined();
});
