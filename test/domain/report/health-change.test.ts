import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/domain/finding/finding.ts';
import { describeHealthChange, healthChange, withoutBaseline } from '../../../src/domain/report/health-change.ts';
import type { TaskOutcome } from '../../../src/domain/report/outcome.ts';
import type { Verdict } from '../../../src/domain/verdict.ts';

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
    ['worse', [], [finding('b')], 'worse after the changes: b: not ready'],
    [
      'something cannot be seen any more',
      [],
      [finding('b', 'unknown')],
      'worse after the changes: b: not ready. not everything could be looked at after the changes',
    ],
    [
      'what was there before cannot be seen any more, and is not better for it',
      [finding('a'), finding('b', 'unknown')],
      [finding('b', 'unknown')],
      'not everything could be looked at after the changes',
    ],
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

describe('a look before the changes', () => {
  const entry = (phase: 'before' | 'after' | 'main', verdict: Verdict, status: 'done' | 'cancelled' = 'done') => ({
    id: phase === 'main' ? 'rotate-logs' : 'check-health',
    phase,
    status,
    verdict,
  });
  const before = entry('before', 'warn');
  const main = entry('main', 'pass');

  test.each([
    ['counts no more once the same was looked at after them', [before, main, entry('after', 'pass')], false],
    ['counts when nobody looked after them', [before, main], true],
    ['counts when the look after them was cut off', [before, main, entry('after', 'pass', 'cancelled')], true],
    ['counts when not everything could be looked at after them', [before, main, entry('after', 'unknown')], true],
  ] as const)('%s', (_name, entries, counts) => {
    const rest = withoutBaseline(entries);
    expect([rest.includes(before), rest.includes(main), rest.length]).toEqual([
      counts,
      true,
      entries.length - (counts ? 0 : 1),
    ]);
  });
});
