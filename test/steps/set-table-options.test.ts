import { describe, expect, test } from '@jest/globals';
import { inverseOf } from '../../src/domain/step/inverse.ts';
import type { StepOf } from '../../src/domain/step/step.ts';
import executor from '../../src/steps/set-table-options.ts';
import { createFakeDatabase, fakeEntry, fakeServer } from '../fakes/database/fake-database.ts';
import { testNow } from '../tasks/environment.ts';
import { tuned } from '../tasks/optimize-performance/bench.ts';
import { stepContext } from './step-context.ts';

const option = 'autovacuum_vacuum_scale_factor';

function world(over: Parameters<typeof tuned>[3] = {}) {
  const server = fakeServer('pod/postgres-0');
  const entry = fakeEntry('main', {
    tuning: { tables: [tuned(1, 'telemetry', 1e7, over)], indexes: [], sequences: [] },
  });
  server.databases.push(entry);
  const database = createFakeDatabase({ 'pod/postgres-0': server }, () => testNow);
  const step: StepOf<'set-table-options'> = {
    id: 'set-table-options',
    kind: 'set-table-options',
    subject: 'table public.telemetry in main',
    from: { [option]: null },
    to: { [option]: '0.01' },
    parameters: {
      server: 'pod/postgres-0',
      database: 'main',
      schema: 'public',
      table: 'telemetry',
      oid: 1,
      lockTimeoutMs: 500,
    },
    why: 'w',
    risk: 'r',
    undo: 'u',
    deadlineMs: 60_000,
  };
  const options = () => entry.tuning.tables[0]?.options;
  return { server, database, step, options, context: stepContext({ database }) };
}

describe('setting options of a table', () => {
  test('sets them, leaves the others, and can be put back', async () => {
    const { step, options, context } = world({ options: { fillfactor: '90' } });
    expect(await executor.settle(context, step)).toBe('not-done');
    expect((await executor.apply(context, step)).text).toBe(`${option} default → 0.01`);
    expect(options()).toEqual({ fillfactor: '90', [option]: '0.01' });
    expect(await executor.settle(context, step)).toBe('done');
    await executor.apply(context, inverseOf(step) as typeof step);
    expect(options()).toEqual({ fillfactor: '90' });
    expect(await executor.settle(context, step)).toBe('not-done');
  });

  test.each<[string, Parameters<typeof tuned>[3], string, string]>([
    ['has set another value since', { options: { [option]: '0.05' } }, 'conflict', 'moved'],
    ['owns the table', { mayAlter: false }, 'forbidden', 'not-done'],
  ])('changes nothing where somebody %s', async (_name, over, code, settled) => {
    const { database, step, options, context } = world(over);
    const before = options();
    await expect(executor.apply(context, step)).rejects.toMatchObject({ code });
    expect(options()).toEqual(before);
    expect(database.calls).toEqual([]);
    expect(await executor.settle(context, step)).toBe(settled);
  });

  test('changes nothing where the lock is not to be had, or the table is another', async () => {
    const { server, step, options, context } = world();
    server.locks.set(1, []);
    await expect(executor.apply(context, step)).rejects.toMatchObject({
      finding: { severity: 'warn', evidence: 'no lock within 500 ms; whoever held it has let go since' },
    });
    const other = { ...step, parameters: { ...step.parameters, oid: 2 } };
    await expect(executor.apply(context, other)).rejects.toMatchObject({ code: 'conflict' });
    expect(await executor.settle(context, other)).toBe('moved');
    expect(options()).toEqual({});
  });
});
