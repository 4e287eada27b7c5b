import { describe, expect, test } from '@jest/globals';
import { besideAhead, type PlanAhead, type PlansAhead } from '../../../src/domain/conduct/beside-ahead.ts';
import type { Job } from '../../../src/domain/job/job.ts';

const catalogue = [
  { id: 'check-health', needs: [], after: 'all', steps: [] },
  { id: 'apply-security-updates', needs: ['validate-backups'], after: [], steps: ['set-image'] },
  { id: 'run-comprehensive-tests', needs: [], after: ['upgrade-major-versions'], steps: ['probe-network'] },
] as const;
const job = { due: catalogue.map(({ id }) => id), notDue: [], notes: [], continues: false } as unknown as Job;
const ahead = (ended: boolean): PlanAhead => ({
  run: 'run 7',
  tasks: ['upgrade-major-versions'],
  subjects: ['deployment/api-gateway'],
  ended,
});

describe('beside plans that were approved ahead', () => {
  const table: [string, PlansAhead, readonly string[], boolean][] = [
    ['none', [], ['check-health', 'apply-security-updates', 'run-comprehensive-tests'], false],
    ['one that has not ended', [ahead(false)], ['check-health', 'apply-security-updates'], true],
    ['one that has ended', [ahead(true)], ['check-health', 'apply-security-updates', 'run-comprehensive-tests'], false],
    ['not known', { unknown: 'GitHub answered 500' }, ['check-health'], true],
  ];
  test.each(table)('%s', (_name, plans, due, continues) => {
    const beside = besideAhead(job, plans, catalogue as never);
    expect(beside.due).toEqual(due);
    expect(beside.continues).toBe(continues);
    const deferred = beside.notDue.map(({ id, status }) => [id, status]);
    expect(deferred).toEqual(job.due.filter((id) => !due.includes(id)).map((id) => [id, 'deferred']));
  });

  test('what needs a task that waits, waits as well, however far', () => {
    const chain = [
      { id: 'optimize-performance', needs: [], after: [], steps: ['set-table-options'] },
      { id: 'analyze-capacity', needs: ['optimize-performance'], after: [], steps: [] },
      { id: 'forecast', needs: ['analyze-capacity'], after: [], steps: [] },
      { id: 'monitor-performance', needs: [], after: ['analyze-capacity'], steps: [] },
    ] as const;
    const chained = { ...job, due: chain.map(({ id }) => id) };
    const beside = besideAhead(chained, { unknown: 'GitHub answered 500' }, chain as never);
    expect(beside.due).toEqual(['monitor-performance']);
    expect(beside.notDue.map(({ id, cause }) => [id, cause]).slice(1)).toEqual([
      ['analyze-capacity', 'it needs optimize-performance, which is deferred'],
      ['forecast', 'it needs analyze-capacity, which is deferred'],
    ]);
  });

  test('their subjects are reserved, also when they have ended', () => {
    expect(besideAhead(job, [ahead(true)], catalogue as never).reserved).toEqual([
      { subject: 'deployment/api-gateway', by: 'upgrade-major-versions' },
    ]);
  });
});
