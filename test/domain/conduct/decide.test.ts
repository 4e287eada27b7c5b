import { describe, expect, test } from '@jest/globals';
import { decide } from '../../../src/domain/conduct/decide.ts';
import { at, type Change, claim, dailyInOrder, dailyTasks, due, largerTasks, MINUTE, situation } from './situations.ts';

const everything = [...dailyTasks, ...largerTasks];
const byHand = { kind: 'dispatch' } as const;
const withReason = { kind: 'dispatch', reason: 'disk is filling' } as const;

describe('which opening, by a schedule', () => {
  const christmas = 'blackouts: [{ from: 2026-12-24, until: 2026-12-27, owner: "@jv", reason: Christmas freeze }]';
  const cases: [string, Change, string, string][] = [
    [
      'open',
      { now: '2026-11-25T02:07:00Z' },
      'due',
      'daily opened Wednesday 2026-11-25 02:00 UTC (7 min ago) and is open for 1 h 53 min more',
    ],
    [
      'a millisecond before',
      { now: '2026-11-25T01:59:59.999Z' },
      'nothing-due',
      'nothing due: no window is open; next opening: daily, Wednesday 2026-11-25 02:00 UTC',
    ],
    [
      'at its end',
      { now: '2026-11-25T04:00:00Z' },
      'nothing-due',
      'nothing due: no window is open; next opening: daily, Thursday 2026-11-26 02:00 UTC',
    ],
    [
      'another is open',
      { now: '2026-11-29T05:00:00Z' },
      'nothing-due',
      'nothing due: weekly is open, daily is not; next opening: daily, Monday 2026-11-30 02:00 UTC',
    ],
    [
      'switched off',
      { now: '2026-11-25T02:07:00Z', yaml: 'windows: { daily: { enabled: false } }' },
      'nothing-due',
      'nothing due: no window is open; daily is switched off (windows.daily.enabled in .github/maintenance.yml)',
    ],
    [
      'quarterly without dates',
      { now: '2026-11-25T02:07:00Z', trigger: { window: 'quarterly' } },
      'nothing-due',
      'nothing due: daily is open, quarterly is not; quarterly does not open again: give it dates or days (windows.quarterly in .github/maintenance.yml)',
    ],
    [
      'blackout: by whom, why, until when, what next',
      { now: '2026-12-26T02:07:00Z', yaml: christmas },
      'nothing-due',
      'nothing due: nothing is changed in a blackout, whatever the reason; blackout until Monday 2026-12-28 00:00 UTC, by @jv: Christmas freeze; next opening: daily, Monday 2026-12-28 02:00 UTC',
    ],
    [
      'past the cut-off',
      { now: '2026-11-25T02:31:00Z', yaml: 'windows: { daily: { cut-off: 30m } }' },
      'nothing-due',
      'nothing due: nothing starts after the cut-off; it was at Wednesday 2026-11-25 02:30 UTC',
    ],
    [
      'carried out already',
      { now: '2026-11-25T02:27:00Z', claims: [claim('daily@2026-11-25T02:00:00Z', {}, '2026-11-25T02:12:00Z')] },
      'nothing-due',
      'nothing due: daily@2026-11-25T02:00:00Z has been carried out; by run/1, completed 2026-11-25T02:12:00Z, verdict warn',
    ],
    [
      "yesterday's claim is not today's",
      { now: '2026-11-25T02:27:00Z', claims: [claim('daily@2026-11-24T02:00:00Z', {}, '2026-11-24T02:12:00Z')] },
      'due',
      'daily opened Wednesday 2026-11-25 02:00 UTC (27 min ago) and is open for 1 h 33 min more',
    ],
    [
      'a reversible journal waits for recovery',
      {
        now: '2026-11-25T02:27:00Z',
        more: { openJournal: { run: 'run/1', task: 'renew-certificates', reversible: true } },
      },
      'nothing-due',
      'nothing due: an open journal comes first; run/1 began renew-certificates and has not ended it',
    ],
    [
      'another journal is closed by the conductor',
      { now: '2026-11-25T02:27:00Z', more: { openJournal: { run: 'run/1', task: 'rotate-logs', reversible: false } } },
      'due',
      'daily opened Wednesday 2026-11-25 02:00 UTC (27 min ago) and is open for 1 h 33 min more',
    ],
  ];
  test.each(cases)('%s', (_, change, kind, sentence) => {
    expect(decide(situation(change))).toMatchObject({ kind, sentence });
  });

  test('what it claims, when it closes, and in which order', () => {
    expect(due({ now: '2026-11-25T02:07:00Z' })).toMatchObject({
      mode: 'apply',
      claim: 'daily@2026-11-25T02:00:00Z',
      absorbs: [],
      due: dailyInOrder,
      notDue: [],
      lookOnly: [],
      continues: false,
      closesAt: at('2026-11-25T03:50:00Z'),
      window: {
        name: 'daily',
        opensAt: '2026-11-25T02:00:00Z',
        closesAt: '2026-11-25T04:00:00Z',
        openedLate: 7 * MINUTE,
        outside: false,
      },
    });
  });
});

describe('by hand', () => {
  const freeze = 'blackouts: [{ from: 2026-11-20, until: 2026-11-30, owner: "@jv", reason: freeze }]';
  const ofWeekly =
    'blackouts: [{ from: 2026-11-20, until: 2026-11-30, windows: [weekly], owner: "@jv", reason: freeze }]';
  const done = [claim('daily@2026-11-25T02:00:00Z', {}, '2026-11-25T02:12:00Z')];
  const outside = '2026-11-25T12:00:00Z';
  const inside = '2026-11-25T02:30:00Z';
  const cases: [string, Change, string, object][] = [
    [
      'outside, without a reason',
      { now: outside, trigger: byHand },
      'refused',
      { refusal: { rule: 'outside its window a run by hand needs a written reason' } },
    ],
    ['outside, blanks for a reason', { now: outside, trigger: { ...byHand, reason: ' \n' } }, 'refused', {}],
    [
      'outside, a reason on a schedule counts for nothing',
      { now: outside, trigger: { reason: 'x' } },
      'nothing-due',
      {},
    ],
    [
      'outside, with a reason: until the job ends, less the reserve',
      { now: outside, trigger: withReason },
      'due',
      { due: dailyInOrder, window: { name: 'daily', outside: true }, closesAt: at('2026-11-25T17:20:00Z') },
    ],
    [
      'inside: it takes the opening',
      { now: inside, trigger: byHand },
      'due',
      { claim: 'daily@2026-11-25T02:00:00Z', window: { outside: false } },
    ],
    ['inside, carried out already, without a reason', { now: inside, trigger: byHand, claims: done }, 'refused', {}],
    [
      'inside, carried out already, with a reason',
      { now: inside, trigger: withReason, claims: done },
      'due',
      { due: dailyInOrder, window: { outside: true } },
    ],
    [
      'a blackout refuses even with a reason',
      { now: outside, trigger: withReason, yaml: freeze },
      'refused',
      {
        refusal: {
          rule: 'nothing is changed in a blackout, whatever the reason',
          next: 'ask @jv to lift it in .github/maintenance.yml, or wait',
        },
      },
    ],
    ['a blackout of another window does not', { now: outside, trigger: withReason, yaml: ofWeekly }, 'due', {}],
    [
      'a blackout of this window does',
      { now: outside, trigger: { ...withReason, window: 'weekly' }, yaml: ofWeekly },
      'refused',
      {},
    ],
    [
      'a blackout that begins later ends it',
      {
        now: outside,
        trigger: withReason,
        yaml: 'blackouts: [{ from: "2026-11-25T14:00Z", until: 2026-11-26, owner: a, reason: b }]',
      },
      'due',
      { closesAt: at('2026-11-25T13:50:00Z') },
    ],
    [
      'plan mode needs no reason',
      { now: outside, trigger: { ...byHand, mode: 'plan' } },
      'due',
      { mode: 'plan', due: dailyInOrder, window: { outside: true } },
    ],
    [
      'plan mode looks in a blackout too',
      { now: outside, trigger: { ...byHand, mode: 'plan' }, yaml: freeze },
      'due',
      { due: dailyInOrder },
    ],
    [
      'plan mode looks again',
      { now: inside, trigger: { ...byHand, mode: 'plan' }, claims: done },
      'due',
      { due: dailyInOrder, earlier: {} },
    ],
    [
      'plan mode refuses over an open journal',
      {
        now: inside,
        trigger: { ...byHand, mode: 'plan' },
        more: { openJournal: { run: 'run/1', task: 'rotate-logs', reversible: false } },
      },
      'refused',
      { refusal: { rule: 'an open journal comes first' } },
    ],
  ];
  test.each(cases)('%s', (_, change, kind, expected) => {
    expect(decide(situation(change))).toMatchObject({ kind, ...expected });
  });

  test('plan mode and work against the calendar claim nothing', () => {
    expect(due({ now: inside, trigger: { ...byHand, mode: 'plan' } }).claim).toBeUndefined();
    expect(due({ now: outside, trigger: withReason }).claim).toBeUndefined();
    expect(due({ now: inside, trigger: withReason, claims: done }).claim).toBeUndefined();
  });

  test('plan mode says what apply mode would not do', () => {
    const late = due({ now: '2026-11-25T03:40:00Z', trigger: { ...byHand, mode: 'plan' } });
    expect(late.due).toEqual(dailyInOrder);
    expect(late.notes).toContain(
      'apply mode would defer maintain-database: it takes 20 min by its estimate; 8 min are left until Wednesday 2026-11-25 03:50 UTC, beside the tasks that go first',
    );
    const again = due({ now: inside, trigger: { ...byHand, mode: 'plan' }, claims: done });
    expect(again.notes.join('\n')).toContain(
      'apply mode would do nothing now: daily@2026-11-25T02:00:00Z has been carried out',
    );
  });
});

describe('notes', () => {
  test('an expired blackout is said', () => {
    const yaml =
      'blackouts: [{ days: friday, start: 08:00, duration: 1h, expires: 2026-06-30, owner: "@bi", reason: closing }]';
    expect(decide(situation({ now: '2026-11-25T02:07:00Z', yaml })).notes).toContain(
      'a blackout by @bi (closing) expired Wednesday 2026-07-01 00:00 UTC and has no effect: renew or remove it',
    );
  });

  test('the first is the decision, and every task that is not due has one', () => {
    const decision = due({ now: '2026-11-25T03:40:00Z' });
    expect(decision.notes[0]).toBe(decision.sentence);
    for (const { id } of decision.notDue)
      expect(decision.notes.some((note) => note.startsWith(`${id} is deferred: `))).toBe(true);
    expect(decision.notDue.length).toBeGreaterThan(0);
  });

  test('pure: the same situation gives the same decision, and it survives JSON', () => {
    const one = situation({ now: '2026-11-29T02:30:00Z', trigger: { window: 'weekly' }, catalogue: everything });
    expect(decide(one)).toEqual(decide(one));
    expect(JSON.parse(JSON.stringify(decide(one)))).toEqual(decide(one));
  });
});
