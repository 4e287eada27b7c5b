import { describe, expect, test } from '@jest/globals';
import { mergeReports } from '../../../src/domain/report/merge.ts';
import { type Report, reportSchema } from '../../../src/domain/report/schema.ts';
import { withholdDetails } from '../../../src/domain/report/withheld.ts';
import { renderSummary } from '../../../src/render/summary.ts';

const secret = 'planted-detail';
const instant = '2026-11-24T02:00:00Z';

const finding = (severity: 'fail' | 'unknown' | 'warn' | 'info', name: string): Report['findings'][number] => ({
  fingerprint: name,
  task: 'rotate-logs',
  code: `${secret}-code`,
  severity,
  subject: `${secret} ${name}`,
  title: secret,
  evidence: secret,
  next: secret,
  state: 'new',
  firstSeen: instant,
});
const step = {
  ...{ id: secret, kind: 'rotate-logs', subject: secret, from: secret, to: secret, parameters: { secret } },
  ...{ why: secret, risk: secret, undo: secret, deadlineMs: 1 },
};
const whole: Report = {
  schemaVersion: 1,
  kind: 'window',
  id: 'daily',
  mode: 'apply',
  run: { url: 'https://example/1', attempt: 1, event: 'schedule', actor: 'a', requestedBy: 'b', reason: secret },
  platform: { name: secret, cluster: secret, namespace: secret },
  window: { name: 'daily', opensAt: instant, closesAt: instant, outside: false },
  startedAt: instant,
  finishedAt: instant,
  verdict: 'fail',
  advisory: secret,
  notes: [secret],
  refusal: { subject: secret, rule: secret, state: secret, next: secret },
  findings: [
    finding('fail', '1'),
    finding('warn', '2'),
    finding('warn', '3'),
    finding('unknown', '4'),
    finding('info', '5'),
  ],
  tasks: [
    {
      id: 'rotate-logs',
      title: 'Rotate logs',
      type: 'preventive',
      verdict: 'fail',
      phase: 'main',
      status: 'failed',
      cause: secret,
      result: secret,
      notChecked: [{ subject: secret, why: secret }],
      plan: {
        digest: secret,
        steps: [step, step],
        refusals: [{ subject: secret, rule: secret, state: secret, next: secret }],
      },
      applied: [{ step: secret, outcome: 'done', text: secret, durationMs: 1 }],
      undone: [{ step: secret, outcome: 'done', text: secret, durationMs: 1 }],
      measurements: [{ name: secret, subject: secret, value: 1, unit: 'bytes' }],
      durationMs: 7,
    },
  ],
  approvals: [{ environment: secret, by: secret, comment: secret, digest: secret }],
};

describe('a report that everybody may read', () => {
  const shown = withholdDetails(whole);

  test('holds verdicts and counts, and nothing of the platform', () => {
    expect(reportSchema.parse(whole)).toEqual(whole);
    expect(JSON.stringify(shown)).not.toContain(secret);
    expect(renderSummary(shown)).not.toContain(secret);
    expect(shown).toMatchObject({ verdict: 'fail', withheld: { fail: 1, unknown: 1, warn: 2 }, findings: [] });
    expect(shown.tasks).toMatchObject([{ id: 'rotate-logs', verdict: 'fail', status: 'failed' }]);
    expect(shown.tasks[0]?.result).toBe('1 of 2 steps done, 4 findings, 1 part not checked');
  });

  test('is a report by the schema, in the same place for every reader', () => {
    expect(reportSchema.parse(shown)).toEqual(shown);
  });

  test('says how many things need somebody, and how more is shown', () => {
    expect(renderSummary(shown)).toMatch(/^# Daily maintenance: refused, fail, 4 things need you/);
    expect(renderSummary(shown)).toContain('reports.public: true');
  });

  test('once withheld it stays so, and counts add up where jobs are merged', () => {
    expect(withholdDetails(shown)).toEqual(shown);
    const merged = mergeReports([shown, { ...shown, tasks: [], verdict: 'pass' }]);
    expect(merged).toMatchObject({ verdict: 'fail', withheld: { fail: 2, unknown: 2, warn: 4 } });
  });
});
