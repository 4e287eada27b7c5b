import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/domain/finding/finding.ts';
import { describeHealthChange, healthChange } from '../../../src/domain/report/health-change.ts';
import type { TaskOutcome } from '../../../src/domain/report/outcome.ts';

const finding = (subject: string, severity: Finding['severity'] = 'fail'): Finding => ({
  code: 'not-ready',
  severity,
  subject,
  title: 'not ready',
  evidence: 'e',
  next: 'n',
});

const look = (phase: string, findings: readonly Finding[], status = 'done'): TaskOutcome =>
  ({ entry: { id: 'check-health', phase, status }, findings }) as unknown as TaskOutcome;

describe('health before and after the changes', () => {
  const table: [string, readonly Finding[], readonly Finding[], string][] = [
    ['the same', [finding('a')], [finding('a')], 'health after the changes is what it was before them'],
    [
      'one trouble took another’s place',
      [finding('a')],
      [finding('b')],
      'worse after the changes: b: not ready. better after the changes: a: not ready',
    ],
    ['worse', [], [finding('b', 'unknown')], 'worse after the changes: b: not ready'],
    ['what is only worth knowing', [], [finding('b', 'info')], 'health after the changes is what it was before them'],
  ];
  test.each(table)('%s', (_name, before, after, sentence) => {
    const change = healthChange([look('before', before), look('after', after)]);
    expect(change && describeHealthChange(change)).toBe(sentence);
  });

  test('is not compared when one of the two was not looked at to the end', () => {
    expect(healthChange([look('before', [])])).toBeUndefined();
    expect(healthChange([look('before', [], 'cancelled'), look('after', [])])).toBeUndefined();
  });
});
