import { describe, expect, test } from '@jest/globals';
import { calendarOf } from '../../../src/domain/configuration/windows.ts';
import type { Draft } from '../../../src/domain/plan/plan.ts';
import { parseInputs } from '../../../src/domain/task/inputs.ts';
import task from '../../../src/tasks/optimize-performance/index.ts';
import { configured } from '../../configured.ts';
import { fakeEntry, fakeServer } from '../../fakes/database/fake-database.ts';
import { stepContext } from '../../steps/step-context.ts';
import { run, testNow } from '../environment.ts';
import { index, PerformanceBench } from './bench.ts';

const dayMs = 86_400_000;
const key = '7300000000000000001/phoenixrooivalk/7';
const daysAgo = (days: number): number => testNow - days * dayMs;

/** The state has seen the index `idle` of the primary unused for 40 days, and every server counts since long ago. */
async function planned(arrange: (bench: PerformanceBench) => void = () => undefined): Promise<Draft> {
  const bench = new PerformanceBench();
  bench.main.tuning = { ...bench.main.tuning, indexes: [index(7, 'idle', { scans: 0 }), index(8, 'busy')] };
  bench.unusedSince.set(key, daysAgo(40));
  arrange(bench);
  const parsed = parseInputs(task.inputs, {});
  if ('errors' in parsed) throw new TypeError(JSON.stringify(parsed.errors));
  const configuration = configured();
  const { platform, thresholds } = configuration;
  const observation = await task.observe({ ...stepContext(bench.ports()), platform }, parsed.inputs);
  const calendar = calendarOf(configuration);
  return task.plan(observation, { inputs: parsed.inputs, platform, thresholds, calendar, now: testNow });
}

const standby =
  (over: { readonly scans?: number; readonly countedSince?: number | undefined } = {}) =>
  (bench: PerformanceBench): void => {
    const server = fakeServer('pod/postgres-1', { role: 'standby' });
    const { countedSince = 0, scans = 0 } = over;
    const tuning = { ...bench.main.tuning, indexes: [index(7, 'idle', { scans })], countedSince };
    server.databases.push(fakeEntry('phoenixrooivalk', { tuning }));
    bench.database.world.set('pod/postgres-1', server);
  };
const useOf = ({ findings }: Draft) =>
  findings.filter(({ code }) => code.includes('unused') || code.includes('judged')).map(({ code }) => code);

describe('an index is called unused', () => {
  test.each<[string, (bench: PerformanceBench) => void, readonly string[]]>([
    ['when neither counting nor our own eyes have seen use for long', () => undefined, ['unused-index']],
    ['when a standby says so as well', standby(), ['unused-index']],
    ['never when a standby uses it', standby({ scans: 1 }), []],
    ['never when a standby has counted for a short time alone', standby({ countedSince: daysAgo(1) }), []],
    [
      'never when the primary has counted for a short time alone',
      ({ main }) => {
        main.tuning = { ...main.tuning, countedSince: daysAgo(1) };
      },
      [],
    ],
    [
      'never when nobody knows since when use is counted',
      ({ main }) => {
        const { countedSince: _, ...rest } = main.tuning;
        main.tuning = rest;
      },
      [],
    ],
    ['never when it was made yesterday', ({ unusedSince }) => void unusedSince.set(key, daysAgo(1)), []],
    ['never when we see it for the first time', ({ unusedSince }) => unusedSince.clear(), []],
    [
      'never another one of the same number',
      ({ unusedSince }) => {
        unusedSince.clear();
        unusedSince.set('1/phoenixrooivalk/7', 0);
      },
      [],
    ],
    [
      'never when a server does not answer: that is said',
      (bench) => {
        standby()(bench);
        const down = bench.database.world.get('pod/postgres-1');
        if (down !== undefined) down.fails = { code: 'unreachable', subject: 'x', message: 'no connection' };
      },
      ['index-use-not-judged'],
    ],
    [
      'never when the primary has a standby that we do not know',
      ({ server }) => {
        const other = {
          application: 'report',
          address: '10.0.0.9',
          state: 'streaming',
          synchronous: false,
          lagBytes: 0,
        };
        server.replication = { role: 'primary', standbys: [other] };
      },
      ['index-use-not-judged'],
    ],
    [
      'never when it is small',
      ({ main }) => {
        main.tuning = { ...main.tuning, indexes: [index(7, 'idle', { scans: 0, bytes: 8192 })] };
      },
      [],
    ],
  ])('%s', async (_, arrange, expected) => {
    expect(useOf(await planned(arrange))).toEqual(expected);
  });

  test('with both spans and how many servers say so', async () => {
    const { findings } = await planned(standby({ countedSince: daysAgo(35) }));
    expect(findings.find(({ code }) => code === 'unused-index')?.evidence).toBe(
      '50 MB, of table telemetry; use is counted for 35 days on 2 servers, seen unused for 40 days',
    );
  });
});

describe('for the state', () => {
  test('every unused index by number', async () => {
    expect((await planned()).sightings).toEqual({ of: 'unused-index', keys: [key] });
    expect((await planned(standby({ scans: 3 }))).sightings).toEqual({ of: 'unused-index', keys: [] });
  });

  test('they leave the task with its outcome', async () => {
    const bench = new PerformanceBench();
    bench.main.tuning = { ...bench.main.tuning, tables: [], indexes: [index(7, 'idle', { scans: 0 })] };
    const outcome = await run(task, { ports: bench.ports(), executors: {}, mode: 'apply' });
    expect(outcome.sightings?.keys).toEqual([key]);
    expect(outcome.entry).not.toHaveProperty('sightings');
  });

  test('nothing where a server was not read, so that no time begins anew', async () => {
    const draft = await planned(({ server }) => {
      server.replication = {
        role: 'primary',
        standbys: [{ application: 'x', address: '', state: 'streaming', synchronous: false, lagBytes: 0 }],
      };
    });
    expect(draft).not.toHaveProperty('sightings');
  });
});
