import { describe, expect, test } from '@jest/globals';
import { customerKey } from '../../../src/ports/object-store.ts';
import { plainDump, sha256Of } from '../../backups/dumps.ts';
import { testNow } from '../environment.ts';
import { Bench } from './bench.ts';
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
    'a bucket that was copied today',
    (bench) => {
      removed(bench, `database/${bench.date(0)}`);
      removed(bench, `database/${bench.date(1)}`);
      for (const object of bench.store.objects.values()) Object.assign(object, { modifiedAt: testNow });
    },
    'backup-too-old',
    'fail',
    /^database\/2026-11-21\/ is 38 h 10 min old/,
  ],
  [
    'a log that was written later',
    (bench) => {
      removed(bench, `database/${bench.date(0)}`);
      bench.put(`database/${bench.date(1)}/upload.log`, Buffer.from('done'));
    },
    'backup-too-old',
    'fail',
    /29 h old/,
  ],
  ...(['database', 'blockchain', 'configuration'] as const).map(
    (kind): Illness => [
      `only a log in the newest ${kind} backup`,
      (bench) => {
        removed(bench, `${kind}/${bench.date(0)}`);
        bench.lay(`${kind}/${bench.date(0)}`, { 'backup.log': Buffer.from('started\n') }, 0);
      },
      'backup-missing',
      'fail',
      kind === 'database' ? /2 objects, none of them a dump/ : /2 objects, none of them content/,
    ],
  ),
  [
    'a database that dropped out of the job',
    (bench) => {
      for (let ago = 1; ago < 9; ago += 1) bench.put(`database/${bench.date(ago)}/orders.sql`, plainDump(), ago);
    },
    'backup-missing',
    'fail',
    /^orders\.sql: in 8 of the last 13 days with backups/,
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
  const codesOf = async (change: (bench: Bench) => void) => {
    const bench = new Bench();
    change(bench);
    return (await bench.run()).findings.map(({ code }) => code);
  };

  test('a checksum beside each of many objects is read', async () => {
    const beside = (bench: Bench) => {
      removed(bench, `configuration/${bench.date(0)}`);
      for (let index = 0; index < 70; index += 1) {
        const document = Buffer.from(`apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c${index}\n`);
        const key = `configuration/${bench.date(0)}/ns-${index % 2}/${String(index).padStart(3, '0')}.yaml`;
        bench.put(key, document);
        bench.put(`${key}.sha256`, Buffer.from(sha256Of(document)));
      }
    };
    expect(await codesOf(beside)).not.toContain('no-checksum');
  });

  test('a dump that most days are without is not missed, nor one that another backup of the day holds', async () => {
    const some = (bench: Bench) => {
      for (let ago = 1; ago < 7; ago += 1) bench.put(`database/${bench.date(ago)}/orders.sql`, plainDump(), ago);
    };
    const beside = (bench: Bench) => {
      for (let ago = 0; ago < 9; ago += 1) bench.put(`database/early/${bench.date(ago)}/orders.sql`, plainDump(), ago);
    };
    expect(await codesOf(some)).not.toContain('backup-missing');
    expect(await codesOf(beside)).not.toContain('backup-missing');
  });

  test.each(cases)('%s', (...illness) => expectFound(illness));
});
