import { describe, expect, test } from '@jest/globals';
import { noCredentials } from '../../../src/ports/object-store.ts';
import { testNow } from '../environment.ts';
import { Bench, hour } from './bench.ts';
import { flipped, removed } from './spoil.ts';

const dump = 'database/database-backup.sql';
const blocks = 'blockchain/blocks-0001.jsonl';

describe('validate-backups', () => {
  test('good backups hold in every layer', async () => {
    const outcome = await new Bench().run();
    expect(outcome.findings).toEqual([]);
    expect(outcome.entry).toMatchObject({ verdict: 'pass', status: 'done', notChecked: [] });
    expect(outcome.entry.result).toBe(
      '4 of 4 backups good: database backup database-backup.sql 9 of 9 layers; database backup globals.sql 6 of 6 layers; blockchain backup 7 of 7 layers; configuration backup 7 of 7 layers',
    );
    const age = outcome.entry.measurements.find(({ name }) => name === 'backup-age');
    expect(age).toMatchObject({ value: 5 * hour, comparedWith: { what: 'recovery point', value: 24 * hour } });
  });

  test('plan mode lists, compares and reads manifests; what it has not looked into it says', async () => {
    const bench = new Bench();
    bench.spoil(dump, (content) => content.subarray(0, -200));
    const { entry, findings } = await bench.run({}, 'plan');
    expect(bench.drill.calls).toEqual([]);
    expect(entry.status).toBe('planned');
    expect(entry.notChecked.map(({ subject }) => subject)).toEqual([
      'database backup database-backup.sql',
      'database backup globals.sql',
      'blockchain backup',
      'configuration backup',
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['size-not-as-stored']);
  });

  test('missing, denied and damaged are three findings', async () => {
    const bench = new Bench();
    removed(bench, 'configuration/');
    bench.spoil(blocks, flipped);
    bench.store.failures.set(bench.newest(dump), { code: 'forbidden', subject: 'x', message: 'access is denied' });
    const { findings } = await bench.run();
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual(
      expect.arrayContaining([
        ['no-backup', 'configuration backup'],
        ['checksum-mismatch', 'blockchain backup'],
        ['backup-denied', 'database backup database-backup.sql'],
      ]),
    );
  });

  test('what cannot be restored here is read to its end all the same', async () => {
    const bench = new Bench();
    bench.drill.without = { code: 'missing-tool', subject: 'x', message: 'none is installed' };
    bench.spoil(dump, flipped);
    const { findings, entry } = await bench.run();
    expect(findings.map(({ code }) => code)).toEqual(['restore-not-possible', 'checksum-mismatch']);
    expect(entry.result).toContain('database-backup.sql 5 of 9 layers (checksum: fail, restores: unknown)');
  });

  test('without `restore` dumps are only read', async () => {
    const bench = new Bench();
    const { entry } = await bench.run({ restore: 'false' });
    expect(bench.drill.calls.filter((call) => call.startsWith('restore'))).toEqual([]);
    expect(entry).toMatchObject({ verdict: 'pass' });
  });

  test('restore time is kept for the trend, and compared with what is usual', async () => {
    const bench = new Bench();
    for (let index = 0; index < 6; index += 1) bench.history.push([testNow - index, 400]);
    const { entry } = await bench.run();
    expect(entry.measurements.find(({ name }) => name === 'backup-restore-time')).toEqual({
      name: 'backup-restore-time',
      value: 250,
      unit: 'ms',
      comparedWith: { what: 'median of 6 earlier runs', value: 400 },
    });
  });

  test('a recovery point of its own for a kind', async () => {
    const bench = new Bench();
    bench.platform = { backups: { endpoint: 'http://s3.example:9000', 'recovery-points': { blockchain: '1h' } } };
    const { findings } = await bench.run();
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual([['backup-too-old', 'blockchain backup']]);
  });

  test('where no bucket is configured and nobody logged in, there is nothing to validate', async () => {
    const bench = new Bench();
    bench.platform = {};
    const failure = { code: 'unauthorized', subject: noCredentials, message: 'there are no credentials' } as const;
    for (const prefix of ['database/', 'blockchain/', 'configuration/']) bench.store.failures.set(prefix, failure);
    const { entry } = await bench.run();
    expect(entry).toMatchObject({ verdict: 'not-applicable', status: 'nothing-to-do' });
  });
});
