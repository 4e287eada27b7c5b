import { describe, expect, test } from '@jest/globals';
import { calendarOf } from '../../../src/domain/configuration/windows.ts';
import type { Draft } from '../../../src/domain/plan/plan.ts';
import { isPreventive } from '../../../src/domain/step/step.ts';
import { parseInputs } from '../../../src/domain/task/inputs.ts';
import task from '../../../src/tasks/optimize-performance/index.ts';
import { configured } from '../../configured.ts';
import { stepContext } from '../../steps/step-context.ts';
import { testNow } from '../environment.ts';
import { index, PerformanceBench, sequence, tuned } from './bench.ts';

type Arrange = (bench: PerformanceBench) => void;
const million = 1_000_000;

async function planned(
  arrange: Arrange = () => undefined,
  given: Readonly<Record<string, string>> = {},
): Promise<Draft> {
  const bench = new PerformanceBench();
  arrange(bench);
  const parsed = parseInputs(task.inputs, given);
  if ('errors' in parsed) throw new TypeError(JSON.stringify(parsed.errors));
  const { inputs } = parsed;
  const configuration = configured();
  const { platform, thresholds } = configuration;
  const observation = await task.observe({ ...stepContext(bench.ports()), platform }, inputs);
  return task.plan(observation, { inputs, platform, thresholds, calendar: calendarOf(configuration), now: testNow });
}

const survey =
  (over: Partial<PerformanceBench['main']['tuning']>): Arrange =>
  ({ main }) => {
    main.tuning = { ...main.tuning, ...over };
  };
const found = ({ findings }: Draft) => findings.map(({ code, severity, subject }) => `${severity} ${code} ${subject}`);

describe('autovacuum', () => {
  test('begins in time on large tables, and small ones stay', async () => {
    const { steps, result } = await planned();
    expect(steps).toMatchObject([
      {
        subject: 'table public.telemetry in phoenixrooivalk',
        from: { autovacuum_vacuum_scale_factor: null, autovacuum_analyze_scale_factor: null },
        to: { autovacuum_vacuum_scale_factor: '0.004', autovacuum_analyze_scale_factor: '0.004' },
        why: 'of 20,000,000 rows 4,000,050 may change before autovacuum begins; then 80,050',
        independent: true,
      },
    ]);
    expect(steps.every(isPreventive)).toBe(true);
    expect(result).toMatch(/^autovacuum to begin earlier on 1 table; /);
  });

  test.each<[string, Arrange, readonly string[]]>([
    [
      'what somebody has set for a table',
      survey({ tables: [tuned(1, 'a', 20 * million, { options: { autovacuum_vacuum_scale_factor: '0.15' } })] }),
      ['autovacuum_analyze_scale_factor'],
    ],
    [
      'a table that is switched off',
      survey({ tables: [tuned(1, 'a', 20 * million, { options: { autovacuum_enabled: 'false' } })] }),
      [],
    ],
    ['a table of others', survey({ tables: [tuned(1, 'a', 20 * million, { mayAlter: false })] }), []],
    [
      'a server that begins in time by itself',
      ({ server }) => {
        server.settings = { ...server.settings, vacuumScaleFactor: 0.004, analyzeScaleFactor: 0.004 };
      },
      [],
    ],
  ])('leaves alone %s', async (_name, arrange, options) => {
    const { steps } = await planned(arrange);
    expect(steps.flatMap(({ to }) => Object.keys(to as object))).toEqual(options);
  });
});

describe('what is recommended', () => {
  const main = 'in phoenixrooivalk';
  const Mi = 2 ** 20;
  test.each<[string, Arrange, readonly string[]]>([
    ['nothing', survey({}), []],
    [
      'an invalid index',
      survey({ indexes: [index(1, 'a_ccnew', { valid: false })] }),
      [`warn invalid-index index public.a_ccnew ${main}`],
    ],
    ['not one that is being built', survey({ indexes: [index(1, 'a', { valid: false, building: true })] }), []],
    [
      'the less used of two that are the same',
      survey({ indexes: [index(1, 'a', { sameAs: 'x' }), index(2, 'b', { sameAs: 'x', scans: 99 })] }),
      [`info duplicate-index index public.a ${main}`],
    ],
    [
      'never one that holds a rule',
      survey({
        indexes: [index(1, 'a', { sameAs: 'x', holdsRule: true, scans: 0 }), index(2, 'b', { sameAs: 'x', scans: 99 })],
      }),
      [`info duplicate-index index public.b ${main}`],
    ],
    [
      'a table that is mostly empty',
      survey({ tables: [tuned(2, 'a', 10, { bytes: 100 * Mi, neededBytes: 10 * Mi })] }),
      [`info table-bloat table public.a ${main}`],
    ],
    [
      'an index that is mostly empty',
      survey({ indexes: [index(1, 'a', { neededBytes: 5 * Mi })] }),
      [`info index-bloat index public.a ${main}`],
    ],
    [
      'not one that is little empty, invalid, or of which widths are not known',
      survey({
        indexes: [
          index(1, 'a', { neededBytes: 45 * Mi }),
          index(2, 'b', { neededBytes: 1, building: true }),
          index(3, 'c'),
        ],
      }),
      [],
    ],
    [
      'a table that is switched off',
      survey({ tables: [tuned(2, 'a', 10, { options: { autovacuum_enabled: 'false' } })] }),
      [`warn autovacuum-off table public.a ${main}`],
    ],
    [
      'a sequence that is far on',
      survey({ sequences: [sequence('s', 1.7e9)] }),
      [`warn sequence-near-end sequence public.s ${main}`],
    ],
    [
      'a sequence near its end',
      survey({ sequences: [sequence('s', 2.1e9)] }),
      [`fail sequence-near-end sequence public.s ${main}`],
    ],
    ['not one that begins again', survey({ sequences: [sequence('s', 2.1e9, { cycles: true })] }), []],
    [
      'buffers that find little',
      ({ server }) => {
        server.settings = { ...server.settings, hitShare: 0.5 };
      },
      ['info buffer-hits pod/postgres-0'],
    ],
    [
      'a cache that misses much and evicts',
      ({ cacheServer }) => {
        cacheServer.instance = { ...cacheServer.instance, hits: 1_000, misses: 9_000, evictedKeys: 5 };
      },
      ['info cache-evictions pod/redis-0', 'info cache-hits pod/redis-0'],
    ],
    [
      'a table of others that begins late',
      survey({ tables: [tuned(2, 'a', 20 * million, { mayAlter: false })] }),
      [`info table-of-others table public.a ${main}`],
    ],
    [
      'requests that are far from use',
      (bench) => bench.measure('gateway', { cpu: Array<number>(100).fill(0.5), memoryMi: Array<number>(100).fill(60) }),
      ['info requests-off deployment/api-gateway, container gateway'],
    ],
  ])('%s', async (_name, arrange, expected) => {
    const draft = await planned((bench) => {
      bench.measure('gateway', { cpu: [0.04], memoryMi: [60] });
      arrange(bench);
    });
    expect(found(draft)).toEqual(expected);
    for (const { evidence } of draft.findings) expect(evidence).toMatch(/\d|nobody|member/);
  });

  test('what cannot be looked at is unknown, and the rest goes on', async () => {
    const down = { code: 'unreachable', subject: 'x', message: 'no connection' } as const;
    const draft = await planned(({ server, cacheServer }) => {
      server.fails = down;
      cacheServer.fails = down;
    });
    expect(draft.steps).toEqual([]);
    expect(found(draft)).toEqual(
      expect.arrayContaining(['unknown no-single-primary database', 'unknown not-looked-at pod/redis-0']),
    );
  });
});
