import { describe, test } from '@jest/globals';
import { customerKey } from '../../../src/ports/object-store.ts';
import { expectFound, type Illness } from './illness.ts';
import { removed } from './spoil.ts';

const dump = 'database/database-backup.sql';

const cases: readonly Illness[] = [
  ['no backup at all', (bench) => removed(bench, 'blockchain/'), 'no-backup', 'fail', /0 objects under blockchain\//],
  [
    'no recent one',
    (bench) => removed(bench, `database/${bench.date(0)}`),
    'backup-too-old',
    'fail',
    /29 h old \(recovery point 24 h\)/,
  ],
  [
    'a missing day',
    (bench) => removed(bench, `database/${bench.date(4)}`),
    'days-without-backup',
    'warn',
    /1 day of the last 14: 2026-11-19/,
  ],
  [
    'listing is denied',
    (bench) =>
      void bench.store.failures.set('database/', {
        code: 'forbidden',
        subject: 's3://b/database/',
        message: 'access is denied',
      }),
    'backup-denied',
    'unknown',
    /denied/,
  ],
  [
    'reading is denied',
    (bench) =>
      void bench.store.failures.set(bench.newest(dump), {
        code: 'forbidden',
        subject: 'x',
        message: 'access is denied',
      }),
    'backup-denied',
    'unknown',
    /denied/,
  ],
  [
    'the store is not there',
    (bench) =>
      void bench.store.failures.set(bench.newest(dump), {
        code: 'unreachable',
        subject: 'x',
        message: 'the connection was refused',
      }),
    'backup-not-read',
    'unknown',
    /refused/,
  ],
  [
    'it needs a key of its owner',
    (bench) =>
      void bench.store.failures.set(bench.newest(dump), {
        code: 'unauthorized',
        subject: customerKey,
        message: 'SSE-C',
      }),
    'backup-encrypted',
    'unknown',
    /SSE-C/,
  ],
  [
    'it went away meanwhile',
    (bench) =>
      void bench.store.failures.set(bench.newest(dump), {
        code: 'not-found',
        subject: 'x',
        message: 'there is no such object',
      }),
    'backup-missing',
    'fail',
    /no such object/,
  ],
];

describe('what the list of backups shows', () => {
  test.each(cases)('%s', (...illness) => expectFound(illness));
});
