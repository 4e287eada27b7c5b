import { expect, test } from '@jest/globals';
import { mergeReports } from '../../../src/domain/report/merge.ts';
import type { Report } from '../../../src/domain/report/schema.ts';

const finding = (fingerprint: string, task: string, severity = 'warn') => ({
  fingerprint,
  task,
  severity,
  state: 'new',
});
const report = (rest: object): Report =>
  ({
    mode: 'plan',
    startedAt: '2026-11-24T02:00:00Z',
    finishedAt: '2026-11-24T02:01:00Z',
    verdict: 'pass',
    notes: ['planned'],
    findings: [],
    tasks: [],
    approvals: [],
    ...rest,
  }) as unknown as Report;

test('what was applied takes the place of what was planned; everything else is kept once', () => {
  const planned = report({
    verdict: 'warn',
    findings: [finding('1', 'increase-capacity'), finding('2', 'conductor')],
    tasks: [{ id: 'increase-capacity', phase: 'main', status: 'planned', verdict: 'warn' }],
  });
  const applied = report({
    mode: 'apply',
    startedAt: '2026-11-24T03:00:00Z',
    finishedAt: '2026-11-24T03:05:00Z',
    verdict: 'fail',
    notes: ['planned', 'approved'],
    findings: [finding('3', 'increase-capacity', 'fail'), { ...finding('1', 'increase-capacity'), state: 'fixed' }],
    tasks: [{ id: 'increase-capacity', phase: 'main', status: 'done', verdict: 'fail' }],
    approvals: [{ by: 'mk' }],
  });
  expect(mergeReports([planned, applied])).toMatchObject({
    mode: 'apply',
    verdict: 'fail',
    startedAt: '2026-11-24T02:00:00Z',
    finishedAt: '2026-11-24T03:05:00Z',
    notes: ['planned', 'approved'],
    findings: [{ fingerprint: '2' }, { fingerprint: '3' }],
    tasks: [{ status: 'done', verdict: 'fail' }],
    approvals: [{ by: 'mk' }],
  });
});

test('one report is itself, and none is a mistake', () => {
  const only = report({});
  expect(mergeReports([only])).toBe(only);
  expect(() => mergeReports([])).toThrow(RangeError);
});

test('a plan whose job was refused is not told as if it were still to come', () => {
  const planned = report({ tasks: [{ id: 'increase-capacity', phase: 'main', status: 'planned' }] });
  const refusal = { subject: 's', rule: 'nobody rejects', state: 'mk has', next: 'n' };
  const merged = mergeReports([planned, report({ mode: 'apply', refusal })]);
  expect(merged).toMatchObject({ refusal, tasks: [{ status: 'refused', cause: 'nobody rejects: mk has' }] });
});

test.each<[status: string, planned: string, applied: string, merged: string]>([
  ['refused', 'unknown', 'warn', 'unknown'],
  ['refused', 'fail', 'warn', 'fail'],
  ['refused', 'pass', 'warn', 'warn'],
  ['deferred', 'unknown', 'warn', 'unknown'],
  ['failed', 'fail', 'unknown', 'fail'],
  ['cancelled', 'fail', 'unknown', 'fail'],
  ['rolled-back', 'unknown', 'fail', 'fail'],
  ['done', 'fail', 'pass', 'pass'],
  ['nothing-to-do', 'unknown', 'pass', 'pass'],
])('%s after a plan that was %s, itself %s: %s in all', (status, planned, applied, expected) => {
  const entry = { id: 'increase-capacity', phase: 'main' };
  const found = planned === 'pass' ? [] : [finding('1', 'increase-capacity', planned)];
  const { verdict, tasks, findings } = mergeReports([
    report({ verdict: planned, findings: found, tasks: [{ ...entry, status: 'planned', verdict: planned }] }),
    report({ mode: 'apply', verdict: applied, tasks: [{ ...entry, status, verdict: applied }] }),
  ]);
  expect([tasks.map((task) => task.verdict), verdict]).toEqual([[expected], expected]);
  const stands = status !== 'done' && status !== 'nothing-to-do';
  expect(findings.map(({ fingerprint }) => fingerprint)).toEqual(stands ? found.map((each) => each.fingerprint) : []);
});
