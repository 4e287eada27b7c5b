import { expect, test } from '@jest/globals';
import type { Report } from '../../src/domain/report/schema.ts';
import { renderComment, renderSummary } from '../../src/render/summary.ts';

const said = {
  severity: 'fail',
  title: 't',
  evidence: 'e',
  next: 'look',
  state: 'new',
  firstSeen: '2026-11-24T02:07:00Z',
};
const report = {
  schemaVersion: 1,
  kind: 'window',
  id: 'daily',
  mode: 'apply',
  run: { url: 'https://x', attempt: 1, event: 'schedule', actor: 'a', requestedBy: 'a' },
  platform: { name: 'p', cluster: 'c', namespace: 'n' },
  startedAt: '2026-11-24T02:07:00.000Z',
  finishedAt: '2026-11-24T02:17:00.000Z',
  verdict: 'fail',
  notes: [],
  findings: [
    { ...said, fingerprint: '1', task: 'check-health', code: 'node-not-ready', subject: 'node/a' },
    { ...said, fingerprint: '2', task: 'conductor', code: 'recovery-froze', subject: 'set-image' },
  ],
  tasks: [],
  approvals: [],
} as unknown as Report;
const links = {
  artifact: 'https://github.com/o/r/actions/runs/1/artifacts/7',
  runbooks: 'https://github.com/o/r/blob/v1/docs/runbooks',
};

test.each([
  ['summary', renderSummary(report, links)],
  ['comment', renderComment(report, '<!-- m -->', links)],
])('a %s leads to the runbook of what was found, and to the artifact', (_, text) => {
  expect(text).toContain(
    '| look · [runbook](https://github.com/o/r/blob/v1/docs/runbooks/check-health.md#node-not-ready) |',
  );
  expect(text).toContain('| look · [runbook](https://github.com/o/r/blob/v1/docs/runbooks/README.md#recovery-froze) |');
  expect(text).toContain('report.json in [the artifact](https://github.com/o/r/actions/runs/1/artifacts/7)');
});

test('where nothing is known there is no link', () => {
  expect(renderSummary(report)).not.toMatch(/runbook|\]\(.*artifacts/);
});
