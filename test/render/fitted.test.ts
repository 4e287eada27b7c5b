import { describe, expect, test } from '@jest/globals';
import type { Report, ReportedFinding } from '../../src/domain/report/schema.ts';
import { fitted, type Rows } from '../../src/render/fitted.ts';
import { renderComment, renderSummary } from '../../src/render/summary.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;

/** Ten rows of nine characters, and how many were left out. */
const rows: Rows = {
  count: 10,
  withRows: (shown, left) => `${'row é 01\n'.repeat(shown)}${left === 0 ? '' : `and ${left}`}`,
};

describe('what fits', () => {
  test.each([
    ['all of it', 1000, /^head\n\n(row é 01\n){10}\n\ntail\n$/],
    ['as many rows as fit, and nothing after them', 70, /^head\n\n(row é 01\n){5}and 5\n\nsorry\n$/],
    ['no row at all', 24, /^head\n\nsorry\n$/],
  ])('%s', (_, limit, expected) => {
    const text = fitted(['head', rows, 'tail'], limit, 'sorry');
    expect(text).toMatch(expected);
    expect(bytes(text)).toBeLessThanOrEqual(limit);
  });

  test('a section more or less never makes it longer than it may be', () => {
    const all = bytes(fitted(['head', rows, 'tail'], 10_000, 'sorry'));
    for (let limit = 12; limit <= all + 20; limit += 1)
      expect(bytes(fitted(['head', rows, 'tail'], limit, 'sorry'))).toBeLessThanOrEqual(limit);
  });

  test('empty sections leave no gap', () => {
    expect(fitted(['', 'a', '', { count: 0, withRows: () => 'none' }, 'b', ''], 100, 'sorry')).toBe('a\n\nb\n');
  });
});

const finding = (at: number): ReportedFinding => ({
  fingerprint: `f${at}`,
  code: 'c',
  task: 'check-health',
  severity: at < 3 ? 'fail' : 'warn',
  subject: `pod/p-${at}`,
  title: `thing ${at}`,
  evidence: 'e'.repeat(400),
  next: 'kubectl get pods',
  state: 'new',
  firstSeen: '2026-11-24T02:07:00.000Z',
});

const report = (count: number): Report => ({
  schemaVersion: 1 as never,
  kind: 'window',
  id: 'daily',
  mode: 'apply',
  run: { url: 'https://x', attempt: 1, event: 'schedule', actor: 'a', requestedBy: 'a' },
  platform: { name: 'p', cluster: 'c', namespace: 'n' },
  startedAt: '2026-11-24T02:07:00.000Z',
  finishedAt: '2026-11-24T02:17:00.000Z',
  verdict: 'fail',
  notes: ['the daily window is open', 'rotate-logs is due'],
  findings: Array.from({ length: count }, (_, at) => finding(at)),
  tasks: [],
  approvals: [],
});

describe('more that needs a person than fits', () => {
  test.each([
    ['a comment', 65_536, 300, (many: Report) => renderComment(many, '<!-- m -->')],
    ['a summary', 1_048_576, 4000, renderSummary],
  ] as const)('%s shows the worst, and how many others there are', (_, limit, count, render) => {
    const text = render(report(count));
    const shown = text.match(/thing \d+<br>/g) ?? [];
    const more = Number(/\*\*(\d+) more\*\* need you/.exec(text)?.[1]);
    expect(bytes(text)).toBeLessThanOrEqual(limit);
    expect(bytes(text)).toBeGreaterThan(limit * 0.98);
    expect(shown.length + more).toBe(count);
    expect(shown.slice(0, 3)).toEqual(['thing 0<br>', 'thing 1<br>', 'thing 2<br>']);
    expect(text).toContain('The rest does not fit');
  });

  test('a few of them are all there', () => {
    const text = renderComment(report(5), '<!-- m -->');
    expect(text.match(/thing \d+<br>/g)).toHaveLength(5);
    expect(text).not.toMatch(/more\*\*|does not fit/);
  });
});

test('what the conductor decided is folded', () => {
  const text = renderSummary(report(1));
  expect(text).toMatch(
    /<details><summary>What the conductor decided \(2\)<\/summary>[^<]*rotate-logs is due[^<]*<\/details>/,
  );
});
