import { describe, expect, test } from '@jest/globals';
import { parseInputs } from '../../../src/domain/task/inputs.ts';
import type { TableEntry } from '../../../src/ports/database.ts';
import { inputs as declared, type Inputs } from '../../../src/tasks/maintain-database/inputs.ts';
import { type Need, needOf, needsOf } from '../../../src/tasks/maintain-database/need.ts';
import { fakeEntry, fakeServer, fakeTable } from '../../fakes/database/fake-database.ts';
import { testNow } from '../environment.ts';

const parsed = parseInputs(declared, {});
if ('errors' in parsed) throw new Error('the defaults are not accepted');
const inputs: Inputs = parsed.inputs;
const { instance } = fakeServer('pod/postgres-0');
const day = 86_400_000;
const analyzed = { lastAnalyze: testNow - day };

describe('what a table needs', () => {
  const cases: [string, Partial<TableEntry>, Partial<Need> | undefined][] = [
    ['nothing, when it is clean', { liveRows: 5_000, ...analyzed }, undefined],
    ['nothing for a few dead rows of a small table', { liveRows: 100, deadRows: 900, ...analyzed }, undefined],
    ['nothing for many dead rows of a huge table', { liveRows: 10_000_000, deadRows: 900_000, ...analyzed }, undefined],
    [
      'a vacuum at both bounds',
      { liveRows: 9_000, deadRows: 1_000, ...analyzed },
      { reason: 'dead-rows', vacuum: true, freeze: false },
    ],
    ['a vacuum of nothing but dead rows', { liveRows: 0, deadRows: 5_000, ...analyzed }, { reason: 'dead-rows' }],
    [
      'freezing before autovacuum does it',
      { transactionAge: 150_000_000, ...analyzed },
      { reason: 'wraparound', freeze: true },
    ],
    ['nothing a little younger', { transactionAge: 149_000_000, ...analyzed }, undefined],
    ['freezing for multixacts', { multixactAge: 300_000_000, ...analyzed }, { reason: 'wraparound' }],
    [
      'statistics that were never collected',
      { liveRows: 1_000 },
      { reason: 'statistics', vacuum: false, analyze: true },
    ],
    ['nothing for a small table without statistics', { liveRows: 999 }, undefined],
    ['statistics after many changes', { liveRows: 10_000, changedRows: 1_000, ...analyzed }, { reason: 'statistics' }],
    ['nothing when autovacuum collected them', { liveRows: 5_000, lastAutoanalyze: testNow - 1 }, undefined],
    ['no vacuum of a partitioned table', { kind: 'partitioned', deadRows: 9_000, ...analyzed }, undefined],
    [
      'statistics of a partitioned table older than those of its partitions',
      { kind: 'partitioned', liveRows: 5_000, lastAnalyze: testNow - 8 * day, partitionsAnalyzed: testNow - day },
      { reason: 'statistics', vacuum: false },
    ],
    [
      'nothing for a partitioned table that was analyzed this week',
      { kind: 'partitioned', liveRows: 5_000, lastAnalyze: testNow - 6 * day, partitionsAnalyzed: testNow },
      undefined,
    ],
    [
      'freezing before dead rows',
      { transactionAge: 190_000_000, liveRows: 1, deadRows: 9_000 },
      { reason: 'wraparound', analyze: true },
    ],
  ];
  test.each(cases)('%s', (_title, change, expected) => {
    const need = needOf('phoenixrooivalk', fakeTable(1, 'blocks', change), instance, inputs, testNow);
    if (expected === undefined) expect(need).toBeUndefined();
    else expect(need).toMatchObject(expected);
  });
});

const needsFor = (tables: TableEntry[]) =>
  needsOf({ instance, horizon: [], databases: [{ entry: fakeEntry('a'), survey: { tables } }] }, inputs, testNow);

test('worst first: wraparound, then dead rows, then statistics, each by how bad it is', () => {
  const tables = [
    fakeTable(1, 'changed', { liveRows: 2_000 }),
    fakeTable(2, 'some_dead', { liveRows: 1_000, deadRows: 2_000, ...analyzed }),
    fakeTable(3, 'many_dead', { liveRows: 1_000, deadRows: 9_000, ...analyzed }),
    fakeTable(4, 'old', { transactionAge: 160_000_000, ...analyzed }),
    fakeTable(5, 'oldest', { transactionAge: 199_000_000, ...analyzed }),
    fakeTable(6, 'clean', { liveRows: 10, ...analyzed }),
  ];
  expect(needsFor(tables).map((need) => need.table.name)).toEqual([
    'oldest',
    'old',
    'many_dead',
    'some_dead',
    'changed',
  ]);
});
