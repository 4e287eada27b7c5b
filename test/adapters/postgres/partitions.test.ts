import { expect, test } from '@jest/globals';
import { withPartitions } from '../../../src/adapters/postgres/survey.ts';
import { fakeTable } from '../../fakes/database/fake-database.ts';

test('a partitioned table has the sums of its leaves, through sub-partitions, and the time of the newest analysis', () => {
  const tables = [
    fakeTable(1, 'all', { kind: 'partitioned' }),
    fakeTable(2, 'north', { kind: 'partitioned' }),
    fakeTable(3, 'north_a', { liveRows: 10, changedRows: 1, bytes: 100, lastAnalyze: 5 }),
    fakeTable(4, 'north_b', { liveRows: 20, changedRows: 2, bytes: 200, lastAutoanalyze: 9 }),
    fakeTable(5, 'south', { liveRows: 40, changedRows: 4, bytes: 400, deadRows: 7 }),
  ];
  const pairs = [
    { parent: 1, child: 2 },
    { parent: 1, child: 5 },
    { parent: 2, child: 3 },
    { parent: 2, child: 4 },
    { parent: 1, child: 99 },
  ];
  const [all, north, , , south] = withPartitions(tables, pairs);
  expect(all).toMatchObject({ liveRows: 70, changedRows: 7, bytes: 700, deadRows: 0, partitionsAnalyzed: 9 });
  expect(north).toMatchObject({ liveRows: 30, changedRows: 3, bytes: 300, partitionsAnalyzed: 9 });
  expect(south).toEqual(tables[4]);
});

test('an empty partitioned table was never analyzed by its partitions', () => {
  const [all] = withPartitions([fakeTable(1, 'all', { kind: 'partitioned' })], [{ parent: 7, child: 8 }]);
  expect(all).toMatchObject({ liveRows: 0, bytes: 0 });
  expect(all?.partitionsAnalyzed).toBeUndefined();
});
