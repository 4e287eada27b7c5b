import { describe, test } from '@jest/globals';
import { expectFound, type Illness } from './illness.ts';
import { content, slower } from './spoil.ts';

const cases: readonly Illness[] = [
  [
    'no PostgreSQL here',
    (bench) =>
      void Object.assign(bench.drill, {
        without: {
          code: 'missing-tool',
          subject: 'x',
          message: 'none is installed',
          next: '`sudo apt-get install postgresql-15`',
        },
      }),
    'restore-not-possible',
    'unknown',
    /none is installed/,
  ],
  [
    'a statement is refused',
    (bench) =>
      void Object.assign(bench.drill, {
        besides: { refused: [{ statement: 'create view v', code: '42P01' }], refusedCount: 1 },
      }),
    'not-restored',
    'fail',
    /1 statement refused beside 2 tables that are there: `create view v` \(SQLSTATE 42P01\)/,
  ],
  [
    'only what is not here is refused',
    (bench) =>
      void Object.assign(bench.drill, {
        besides: { refused: [{ statement: 'create table t', code: '42704' }], refusedCount: 1 },
      }),
    'not-restored',
    'unknown',
    /42704/,
  ],
  [
    'an extension is not installed',
    (bench) =>
      void Object.assign(bench.drill, { besides: { missingExtensions: [{ name: 'postgis', why: 'not-installed' }] } }),
    'extension-missing',
    'unknown',
    /postgis \(not installed\); PostgreSQL 15.20/,
  ],
  [
    'nothing is in it',
    (bench) => void Object.assign(bench.drill, { besides: { tables: 0, rows: 0 } }),
    'nothing-restored',
    'fail',
    /0 tables/,
  ],
  [
    'no rows are in it',
    (bench) => void Object.assign(bench.drill, { besides: { rows: 0 } }),
    'rows-missing',
    'warn',
    /2 tables, 0 rows/,
  ],
  [
    'a table lacks rows',
    (bench) => content(bench, [{ table: 'public.sensors', 'at-least': 4 }]),
    'rows-missing',
    'fail',
    /public.sensors has 3 rows \(at least 4 expected\)/,
  ],
  [
    'a table is not in it',
    (bench) => content(bench, [{ table: 'public.missions' }]),
    'table-missing',
    'fail',
    /public.missions is configured/,
  ],
  [
    'the sentinel is not in it',
    (bench) =>
      void Object.assign(bench.drill, {
        besides: { expected: [{ table: 'public.sensors', atLeast: 1, rows: 3, rowFound: false }] },
      }),
    'row-not-found',
    'fail',
    /not among its 3/,
  ],
  [
    'what was restored is damaged',
    (bench) =>
      void Object.assign(bench.drill, {
        besides: { amcheck: { outcome: 'corrupt', says: 'pg_amcheck found damage' } },
      }),
    'storage-damaged',
    'fail',
    /found damage/,
  ],
  [
    'it could not be checked',
    (bench) =>
      void Object.assign(bench.drill, { besides: { amcheck: { outcome: 'not-possible', says: 'not installed' } } }),
    'storage-not-checked',
    'unknown',
    /not installed/,
  ],
  [
    'it connects elsewhere',
    (bench) =>
      void Object.assign(bench.drill, {
        besides: { inventory: { tables: [], extensions: [], roles: [], languages: [], links: 2 } },
      }),
    'link-in-dump',
    'warn',
    /2 foreign servers/,
  ],
  ['restores have become slow', (bench) => slower(bench), 'restore-slower', 'warn', /median of 6 earlier runs/],
];

describe('what restoring shows', () => {
  test.each(cases)('%s', (...illness) => expectFound(illness));
});
