import { describe, expect, test } from '@jest/globals';
import { mayChange } from '../../../src/domain/conduct/assignment.ts';
import { orderTasks } from '../../../src/domain/conduct/order.ts';
import type { Due } from '../../../src/domain/conduct/situation.ts';
import { type Change, claim, dailyTasks, due, largerTasks, MINUTE, result, task } from './situations.ts';

const causes = (decision: Due) =>
  Object.fromEntries(decision.notDue.map(({ id, status, cause }) => [id, `${status}: ${cause}`]));
const weekly = { window: 'weekly' } as const;
const everything = [...dailyTasks, ...largerTasks];

describe('order', () => {
  const cases: [string, ReturnType<typeof task>[], string[]][] = [
    [
      'by priority, then as given',
      [task('a', { priority: 'low' }), task('b'), task('c', { priority: 'high' }), task('d')],
      ['c', 'b', 'd', 'a'],
    ],
    [
      'after what it needs, whatever its priority',
      [task('a', { priority: 'high', needs: ['b'] }), task('b', { priority: 'low' })],
      ['b', 'a'],
    ],
    ['after what it comes after', [task('a', { after: ['b'] }), task('b')], ['b', 'a']],
    ['after all others', [task('a', { priority: 'high', after: 'all' }), task('b', { priority: 'low' })], ['b', 'a']],
    [
      'two that come after all',
      [task('a', { after: 'all' }), task('b'), task('c', { after: 'all', priority: 'high' })],
      ['b', 'c', 'a'],
    ],
    ['what is not among them is not waited for', [task('a', { needs: ['x'], after: ['y'] })], ['a']],
    ['none', [], []],
  ];
  test.each(cases)('%s', (_, tasks, expected) => {
    expect(orderTasks(tasks).map(({ id }) => id)).toEqual(expected);
  });

  test('a circle is an error that names it', () => {
    const circle = [task('a', { needs: ['b'] }), task('b', { after: ['a'] }), task('c')];
    expect(() => orderTasks(circle)).toThrow('tasks wait for each other in a circle: a, b');
  });
});

describe('what does not fit any more', () => {
  const one = (more: Partial<ReturnType<typeof task>>) => [task('only', { estimateMs: 30 * MINUTE, ...more })];
  /** The window closes at 04:00; ten minutes are kept. */
  const cases: [string, Change, boolean, string?][] = [
    ['to the minute', { now: '2026-11-25T03:20:00Z', catalogue: one({}) }, true],
    [
      'a millisecond late',
      { now: '2026-11-25T03:20:00.001Z', catalogue: one({}) },
      false,
      'deferred: it takes 30 min by its estimate; 30 min are left until Wednesday 2026-11-25 03:50 UTC',
    ],
    ['with its undo', { now: '2026-11-25T03:10:00Z', catalogue: one({ undoMs: 10 * MINUTE }) }, true],
    [
      'with its undo, late',
      { now: '2026-11-25T03:11:00Z', catalogue: one({ undoMs: 10 * MINUTE }) },
      false,
      'deferred: it takes 30 min by its estimate and up to 10 min to undo; 39 min are left until Wednesday 2026-11-25 03:50 UTC',
    ],
    [
      'measured: shorter than estimated',
      { now: '2026-11-25T03:45:00Z', catalogue: one({}), durations: { only: [1, 1, 1, 1, 4].map((m) => m * MINUTE) } },
      true,
    ],
    [
      'measured: longer than estimated',
      { now: '2026-11-25T03:00:00Z', catalogue: one({}), durations: { only: [1, 1, 1, 1, 60].map((m) => m * MINUTE) } },
      false,
      'deferred: it takes 1 h by its last 5 runs; 50 min are left until Wednesday 2026-11-25 03:50 UTC',
    ],
    [
      'four runs are too few: the estimate stands',
      { now: '2026-11-25T03:00:00Z', catalogue: one({}), durations: { only: [60, 60, 60, 60].map((m) => m * MINUTE) } },
      true,
    ],
    [
      'a blackout in the window ends it earlier',
      {
        now: '2026-11-25T02:10:00Z',
        catalogue: one({}),
        yaml: 'blackouts: [{ from: "2026-11-25T02:45Z", until: 2026-11-25, owner: a, reason: b }]',
      },
      false,
      'deferred: it takes 30 min by its estimate; 25 min are left until Wednesday 2026-11-25 02:35 UTC',
    ],
    [
      'the job started long before',
      { now: '2026-11-25T02:10:00Z', catalogue: one({}), more: { jobStartedAt: Date.parse('2026-11-24T21:00:00Z') } },
      false,
      'deferred: it takes 30 min by its estimate; 10 min are left until Wednesday 2026-11-25 02:20 UTC',
    ],
  ];
  test.each(cases)('%s', (...[, change, fits, cause]) => {
    const decision = due(change);
    expect(decision.due).toEqual(fits ? ['only'] : []);
    expect(causes(decision)).toEqual(fits ? {} : { only: cause });
  });

  test('the health check keeps its room; the longest goes first, and smaller ones still run', () => {
    const decision = due({ now: '2026-11-25T03:40:00Z' });
    expect(decision.due).toEqual([
      'validate-certificates',
      'monitor-performance',
      'rotate-logs',
      'clean-temporary-files',
      'check-health',
    ]);
    expect(Object.keys(causes(decision))).toEqual(['maintain-database', 'optimize-caches']);
  });

  test('what needs a task that does not fit does not fit either', () => {
    const decision = due({
      now: '2026-11-29T03:40:00Z',
      trigger: weekly,
      catalogue: largerTasks,
      yaml: 'windows: { daily: { enabled: false } }',
    });
    expect(decision.due).toEqual(['validate-backups', 'apply-security-updates']);
    expect(causes(decision)).toEqual({
      'optimize-performance':
        'deferred: it takes 45 min by its estimate; 40 min are left until Sunday 2026-11-29 05:50 UTC, beside the tasks that go first',
      'analyze-capacity': 'deferred: it needs optimize-performance, which does not fit any more',
    });
  });

  test('nothing starts after the cut-off, by what is expected of those before it', () => {
    const catalogue = [
      task('a', { estimateMs: 20 * MINUTE }),
      task('b', { estimateMs: 20 * MINUTE }),
      task('c', { estimateMs: MINUTE }),
    ];
    const decision = due({ now: '2026-11-25T02:05:00Z', catalogue, yaml: 'windows: { daily: { cut-off: 45m } }' });
    expect(decision.due).toEqual(['a', 'b']);
    expect(causes(decision)).toEqual({
      c: 'deferred: it could start at Wednesday 2026-11-25 02:45 UTC, and nothing starts after Wednesday 2026-11-25 02:45 UTC',
    });
  });

  test('a window that is longer than a job is several runs', () => {
    const yaml = 'windows: { quarterly: { dates: [2027-01-16] } }';
    const catalogue = ['a', 'b', 'c'].map((id) => task(id, { windows: ['quarterly'], estimateMs: 150 * MINUTE }));
    const first = due({ now: '2027-01-16T02:00:00Z', trigger: { window: 'quarterly' }, catalogue, yaml });
    expect([first.due, first.continues]).toEqual([['a', 'b'], true]);
    expect(first.notes).toContain('a job ends after 5 h 30 min; a later run of this opening goes on');
    const claims = [
      claim('quarterly@2027-01-16T02:00:00Z', { a: result(), b: result(), c: result('deferred', 'warn') }),
    ];
    const second = due({ now: '2027-01-16T07:40:00Z', trigger: { window: 'quarterly' }, catalogue, yaml, claims });
    expect([second.due, second.continues]).toEqual([['c'], false]);
  });
});

describe('needs', () => {
  const now = '2026-11-29T02:07:00Z';
  const yaml = 'windows: { daily: { enabled: false } }';
  const opening = 'weekly@2026-11-29T02:00:00Z';
  const chain = ['optimize-performance', 'analyze-capacity'];
  const cases: [string, Change, string[], Record<string, string>][] = [
    [
      'all among them',
      { now, yaml },
      ['validate-backups', 'apply-security-updates', 'optimize-performance', 'analyze-capacity'],
      {},
    ],
    [
      'switched off: the chain of what needs it is skipped',
      { now, yaml: `${yaml}\ntasks: { validate-backups: { enabled: false } }` },
      [],
      {
        'validate-backups': 'skipped: switched off (tasks.validate-backups.enabled in .github/maintenance.yml)',
        'apply-security-updates':
          'skipped: it needs validate-backups, which is not part of this opening or is switched off',
        'optimize-performance':
          'skipped: it needs apply-security-updates, which is not part of this opening or is switched off',
        'analyze-capacity':
          'skipped: it needs optimize-performance, which is not part of this opening or is switched off',
      },
    ],
    [
      'done earlier with a warning',
      { now, yaml, claims: [claim(opening, { 'validate-backups': result('done', 'warn') })] },
      ['apply-security-updates', ...chain],
      {},
    ],
    [
      'refused earlier, because owned',
      {
        now,
        yaml,
        claims: [
          claim(opening, {
            'validate-backups': result(),
            'apply-security-updates': { ...result('refused', 'warn'), owned: true },
          }),
        ],
      },
      chain,
      {},
    ],
    [
      'refused earlier for another reason',
      {
        now,
        yaml,
        claims: [claim(opening, { 'validate-backups': result(), 'apply-security-updates': result('refused', 'warn') })],
      },
      [],
      {
        'optimize-performance': 'skipped: it needs apply-security-updates, which ended refused (warn)',
        'analyze-capacity':
          'skipped: it needs optimize-performance, which is not part of this opening or is switched off',
      },
    ],
    [
      'done earlier, but it could not tell',
      {
        now,
        yaml,
        claims: [claim(opening, { 'validate-backups': result(), 'apply-security-updates': result('done', 'unknown') })],
      },
      [],
      {
        'optimize-performance': 'skipped: it needs apply-security-updates, which ended done (unknown)',
        'analyze-capacity':
          'skipped: it needs optimize-performance, which is not part of this opening or is switched off',
      },
    ],
    [
      'failed earlier',
      { now, yaml, claims: [claim(opening, { 'validate-backups': result('failed', 'fail') })] },
      [],
      {
        'apply-security-updates': 'skipped: it needs validate-backups, which ended failed (fail)',
        'optimize-performance':
          'skipped: it needs apply-security-updates, which is not part of this opening or is switched off',
        'analyze-capacity':
          'skipped: it needs optimize-performance, which is not part of this opening or is switched off',
      },
    ],
  ];
  test.each(cases)('%s', (_, change, expected, reasons) => {
    const decision = due({ ...change, trigger: weekly, catalogue: largerTasks });
    expect(decision.due).toEqual(expected);
    expect(causes(decision)).toEqual(reasons);
  });

  test('a task that merely comes after others runs without them', () => {
    const yamlOff = 'tasks: { rotate-logs: { enabled: false } }';
    expect(due({ now: '2026-11-25T02:07:00Z', yaml: yamlOff }).due.at(-1)).toBe('check-health');
  });

  test('verdicts of what is not due: deferred warns, skipped is unknown, switched off does not count', () => {
    const decision = due({
      now: '2026-11-29T05:30:00Z',
      trigger: weekly,
      catalogue: everything,
      yaml: 'tasks: { rotate-logs: { enabled: false }, validate-backups: { enabled: false } }\nwindows: { daily: { start: "05:00", duration: 1h } }',
    });
    const verdicts = Object.fromEntries(decision.notDue.map(({ id, status, verdict }) => [id, `${status} ${verdict}`]));
    expect(verdicts).toMatchObject({
      'rotate-logs': 'skipped not-applicable',
      'apply-security-updates': 'skipped unknown',
      'maintain-database': 'deferred warn',
    });
  });
});

describe('health after what changes workloads', () => {
  const weeklyOnly = 'windows: { daily: { enabled: false } }';
  const opening = 'weekly@2026-11-29T02:00:00Z';
  const before = { 'validate-backups': result(), 'check-health': result() };
  const byHand = { ...weekly, kind: 'dispatch', reason: 'a hole in TLS' } as const;
  const cases: [string, Change, boolean, boolean][] = [
    ['by hand, outside its window', { now: '2026-11-25T12:00:00Z', trigger: byHand }, true, true],
    [
      'in a dry run outside its window',
      { now: '2026-11-25T12:00:00Z', trigger: { ...weekly, mode: 'plan' } },
      true,
      true,
    ],
    ['where the daily window is off', { now: '2026-11-29T02:07:00Z', trigger: weekly, yaml: weeklyOnly }, true, true],
    [
      'again, where an earlier run of the opening has looked',
      { now: '2026-11-29T02:07:00Z', trigger: weekly, claims: [claim(opening, before)] },
      true,
      true,
    ],
    [
      'not again where nothing is left that changes any',
      {
        now: '2026-11-29T02:07:00Z',
        trigger: weekly,
        claims: [claim(opening, { ...before, 'apply-security-updates': result() })],
      },
      false,
      false,
    ],
    [
      'not where what changes them does not fit any more',
      { now: '2026-11-29T05:00:00Z', trigger: weekly, claims: [claim(opening, before)] },
      false,
      false,
    ],
  ];
  test.each(cases)('%s', (_, change, updates, looks) => {
    const decision = due({ catalogue: everything, ...change });
    expect(decision.due.includes('apply-security-updates')).toBe(updates);
    expect(decision.due.includes('check-health')).toBe(looks);
    if (looks) expect(decision.due.at(-1)).toBe('check-health');
    expect(Object.hasOwn(decision.earlier, 'check-health')).toBe(!looks);
  });

  test('but not when it is switched off', () => {
    const yaml = 'tasks: { check-health: { enabled: false } }';
    const decision = due({ now: '2026-11-25T12:00:00Z', trigger: byHand, catalogue: everything, yaml });
    expect(decision.due).toContain('apply-security-updates');
    expect(causes(decision)['check-health']).toMatch(/^skipped: switched off/);
  });
});

describe('the state cannot be read', () => {
  const blind = { more: { state: undefined } } as const;

  test('what changes something is deferred; what only looks runs, and a probe takes no step', () => {
    const decision = due({ now: '2026-11-25T02:07:00Z', ...blind });
    expect(decision.due).toEqual(['validate-certificates', 'monitor-performance', 'check-health']);
    expect(decision.lookOnly).toEqual(['check-health']);
    expect(new Set(Object.values(causes(decision)))).toEqual(
      new Set(['deferred: nothing is changed while the state in the cluster cannot be read']),
    );
    expect(Object.keys(causes(decision)).sort()).toEqual([
      'clean-temporary-files',
      'maintain-database',
      'optimize-caches',
      'rotate-logs',
    ]);
  });

  test('and what needs it', () => {
    const decision = due({ now: '2026-11-29T02:07:00Z', trigger: weekly, catalogue: largerTasks, ...blind });
    expect(decision.due).toEqual(['validate-backups']);
    expect(causes(decision)).toMatchObject({
      'optimize-performance': 'deferred: it needs apply-security-updates, which is deferred',
      'analyze-capacity': 'deferred: it needs optimize-performance, which is deferred',
    });
  });

  test('plan mode changes nothing anyway', () => {
    const decision = due({ now: '2026-11-25T02:07:00Z', trigger: { kind: 'dispatch', mode: 'plan' }, ...blind });
    expect([decision.due.length, decision.lookOnly, decision.notDue]).toEqual([dailyTasks.length, [], []]);
  });
});

test.each([
  [[], false],
  [['probe-network', 'probe-database-write'], false],
  [['probe-network', 'vacuum-table'], true],
] as const)('a task with steps %j may change something: %s', (steps, may) => {
  expect(mayChange({ steps })).toBe(may);
});
