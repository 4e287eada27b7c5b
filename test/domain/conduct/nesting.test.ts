import { describe, expect, test } from '@jest/globals';
import { decide } from '../../../src/domain/conduct/decide.ts';
import { type Change, claim, dailyInOrder, dailyTasks, due, largerTasks, result, situation } from './situations.ts';

const everything = [...dailyTasks, ...largerTasks];
const withReason = { kind: 'dispatch', reason: 'disk is filling' } as const;

describe('nesting on the first Sunday', () => {
  const monthly = claim('monthly@2026-12-06T02:00:00Z');
  const cases: [string, Change, string, string][] = [
    [
      'daily waits for the largest',
      { now: '2026-12-06T02:07:00Z' },
      'nothing-due',
      'daily@2026-12-06T02:00:00Z waits for monthly@2026-12-06T02:00:00Z to be claimed; until Sunday 2026-12-06 03:00 UTC, then it runs itself',
    ],
    ['until a millisecond before 60 minutes', { now: '2026-12-06T02:59:59.999Z' }, 'nothing-due', 'waits for monthly'],
    ['then it runs itself', { now: '2026-12-06T03:00:00Z' }, 'due', 'daily opened'],
    [
      'claimed by the larger',
      { now: '2026-12-06T03:17:00Z', claims: [monthly] },
      'nothing-due',
      'monthly@2026-12-06T02:00:00Z absorbs daily@2026-12-06T02:00:00Z; it was claimed 2026-11-29T02:07:00Z by run/1',
    ],
    [
      'claimed by the larger after its own run was cut off',
      { now: '2026-12-06T03:17:00Z', claims: [claim('daily@2026-12-06T02:00:00Z'), monthly] },
      'nothing-due',
      'absorbs daily',
    ],
    [
      'its own run was cut off: it goes on without waiting again',
      { now: '2026-12-06T03:17:00Z', claims: [claim('daily@2026-12-06T02:00:00Z')] },
      'due',
      'daily opened',
    ],
    [
      'its own run was cut off within the hour: it goes on at once',
      { now: '2026-12-06T02:27:00Z', claims: [claim('daily@2026-12-06T02:00:00Z')] },
      'due',
      'daily opened',
    ],
    [
      'weekly waits too',
      { now: '2026-12-06T02:07:00Z', trigger: { window: 'weekly' } },
      'nothing-due',
      'weekly@2026-12-06T02:00:00Z waits for monthly',
    ],
    [
      'the largest does not wait',
      { now: '2026-12-06T02:07:00Z', trigger: { window: 'monthly' } },
      'due',
      'monthly opened',
    ],
    [
      'by hand with a reason nobody waits',
      { now: '2026-12-06T02:07:00Z', trigger: withReason },
      'due',
      'started by hand for the reason given, although daily@2026-12-06T02:00:00Z waits for monthly',
    ],
    [
      'one that opens much later is not waited for',
      { now: '2026-11-29T02:07:00Z', yaml: 'windows: { weekly: { start: 03:30 } }' },
      'due',
      'daily opened',
    ],
    [
      'one that may start nothing any more is not waited for',
      {
        now: '2026-11-29T02:10:00Z',
        yaml: 'windows: { weekly: { days: saturday, start: "22:00", duration: 8h, cut-off: 1h } }',
      },
      'due',
      'daily opened',
    ],
    [
      'a larger one in a blackout is not waited for',
      {
        now: '2026-11-29T02:07:00Z',
        yaml: 'blackouts: [{ from: 2026-11-29, until: 2026-11-29, windows: [weekly], owner: a, reason: b }]',
      },
      'due',
      'daily opened',
    ],
  ];
  test.each(cases)('%s', (_, change, kind, sentence) => {
    const decision = decide(situation(change));
    expect(decision.kind).toBe(kind);
    expect(decision.sentence).toContain(sentence);
  });

  test('the larger one carries out the work of those that it absorbs', () => {
    const decision = due({ now: '2026-12-06T02:07:00Z', trigger: { window: 'monthly' }, catalogue: everything });
    expect(decision.absorbs).toEqual(['weekly@2026-12-06T02:00:00Z', 'daily@2026-12-06T02:00:00Z']);
    expect(decision.due).toEqual([
      'validate-certificates',
      'validate-backups',
      'apply-security-updates',
      'maintain-database',
      'monitor-performance',
      'rotate-logs',
      'optimize-performance',
      'clean-temporary-files',
      'optimize-caches',
      'analyze-capacity',
      'check-health',
    ]);
    expect(decision.notes).toContain('needs approval, and runs in a job of its own: apply-major-updates');
  });

  test('a weekly run repeats nothing that the daily run of the same night has done, but for health after its changes', () => {
    const tasks = Object.fromEntries(dailyInOrder.map((id) => [id, result()]));
    const claims = [claim('daily@2026-11-29T02:00:00Z', tasks, '2026-11-29T03:20:00Z')];
    const decision = due({ now: '2026-11-29T03:30:00Z', trigger: { window: 'weekly' }, catalogue: everything, claims });
    const own = ['validate-backups', 'apply-security-updates', 'optimize-performance'];
    expect(decision.due).toEqual([...own, 'check-health']);
    expect(Object.keys(decision.earlier)).toEqual(dailyInOrder.filter((id) => id !== 'check-health'));
  });
});

describe('a predecessor that was cut off', () => {
  const opening = 'daily@2026-11-25T02:00:00Z';
  const cases: [string, Record<string, ReturnType<typeof result>>, string[]][] = [
    ['before any result', {}, dailyInOrder],
    [
      'done and nothing to do are not repeated',
      { 'rotate-logs': result('done'), 'optimize-caches': result('nothing-to-do') },
      dailyInOrder.filter((id) => !['rotate-logs', 'optimize-caches'].includes(id)),
    ],
    [
      'nor is what failed or was refused',
      { 'rotate-logs': result('failed', 'fail'), 'optimize-caches': result('refused', 'warn') },
      dailyInOrder.filter((id) => !['rotate-logs', 'optimize-caches'].includes(id)),
    ],
    [
      'what was deferred, skipped or cancelled is taken up',
      {
        'rotate-logs': result('deferred', 'warn'),
        'optimize-caches': result('cancelled', 'unknown'),
        'check-health': result('skipped', 'unknown'),
      },
      dailyInOrder,
    ],
    ['through already, only not completed', Object.fromEntries(dailyInOrder.map((id) => [id, result()])), []],
  ];
  test.each(cases)('%s', (_, tasks, expected) => {
    const decision = due({ now: '2026-11-25T02:47:00Z', claims: [claim(opening, tasks)] });
    expect(decision.due).toEqual(expected);
    expect(decision.claim).toBe(opening);
    expect(decision.notes.join('\n')).toContain('goes on after run/1');
  });
});
