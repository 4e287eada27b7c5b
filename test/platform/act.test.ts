import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CHECKOUT } from '../../sandbox/toolchain/cache.ts';
import { loadAllTasks } from '../../src/tasks/registry.ts';
import { expectNoSecrets, long, out, reportOf, run } from './workflow/runs.ts';

describe('the daily window, by its real workflow', () => {
  test(
    'on a schedule: it applies, and leaves report, summary, log and artifacts',
    async () => {
      const { status, output } = await run('sandbox/act/window.ts', 'daily');
      expect({ status, output }).toMatchObject({ status: 0 });
      const report = reportOf('daily');
      expect(report).toMatchObject({ kind: 'window', mode: 'apply', run: { event: 'schedule', attempt: 1 } });
      expect(report.window).toMatchObject({ name: 'daily', outside: false });
      expect(report.tasks.length).toBeGreaterThan(0);
      expect(report.tasks.map((task) => task.status)).not.toContain('failed');
      // What is folded in the summary is not printed.
      expect(output).toContain(out('daily', 'summary.md').split('<details>')[0]?.trimEnd());
      expect(readdirSync(join(CHECKOUT, 'out/daily/artifacts')).length).toBeGreaterThan(0);
      expectNoSecrets('daily');
    },
    long,
  );

  test(
    'dispatched as a dry run: it changes nothing and says what it would do',
    async () => {
      const { status, output } = await run('sandbox/act/window.ts', 'daily', '--mode', 'plan');
      expect({ status, output }).toMatchObject({ status: 0 });
      const report = reportOf('daily');
      expect(report).toMatchObject({ mode: 'plan', run: { event: 'workflow_dispatch' } });
      expect(report.tasks.flatMap((task) => task.applied)).toEqual([]);
    },
    long,
  );

  test(
    "an adopter's template does the same",
    async () => {
      const { status, output } = await run('sandbox/act/window.ts', 'daily', '--template');
      expect({ status, output }).toMatchObject({ status: 0 });
      expect(reportOf('daily')).toMatchObject({ kind: 'window', mode: 'apply', window: { name: 'daily' } });
    },
    long,
  );
});

describe('the weekly window, by its real workflow', () => {
  test(
    'unattended: the daily tasks are absorbed, everything runs in order, and health is compared',
    async () => {
      const { status, output } = await run('sandbox/act/window.ts', 'weekly', '--mode', 'apply');
      expect({ status, output }).toMatchObject({ status: 0 });
      const report = reportOf('weekly');
      expect(report).toMatchObject({ kind: 'window', mode: 'apply', window: { name: 'weekly' } });
      const ran = report.tasks.map(({ id, phase }) => (phase === 'main' ? id : `${id} ${phase}`));
      const all = await loadAllTasks();
      const due = all.filter(
        ({ type, windows }) => type === 'preventive' && windows.some((name) => name !== 'quarterly'),
      );
      expect([...new Set(report.tasks.map(({ id }) => id))].sort()).toEqual(due.map(({ id }) => id).sort());
      expect([ran[0], ran.at(-1)]).toEqual(['check-health before', 'check-health after']);
      expect(ran.indexOf('validate-backups')).toBeLessThan(ran.indexOf('apply-security-updates'));
      expect(report.tasks.map((task) => task.status)).not.toContain('failed');
      expect(report.notes.join(' ')).toMatch(/takes over daily@/);
      expectNoSecrets('weekly');
    },
    long,
  );
});

test(
  'one task by hand, as a dry run',
  async () => {
    const { status, output } = await run('sandbox/act/task.ts', 'rotate-logs', '--mode', 'plan');
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(output).toContain('Acting on the sandbox.');
    expect(reportOf('rotate-logs')).toMatchObject({ kind: 'task', id: 'rotate-logs', mode: 'plan' });
    expect(existsSync(join(CHECKOUT, 'out/rotate-logs/summary.md'))).toBe(true);
    expectNoSecrets('rotate-logs');
  },
  long,
);

test.each([
  [['window.ts', 'dayly'], 'Did you mean "daily"?'],
  [['task.ts', 'rotate-log'], 'Did you mean "rotate-logs"?'],
  [['task.ts', 'rotate-logs', 'cocurrency=3'], 'Did you mean "concurrency"?'],
])(
  '%j names the nearest',
  async ([file = '', ...args], message) => {
    const { status, output } = await run(`sandbox/act/${file}`, ...args);
    expect(status).toBe(2);
    expect(output).toContain(message);
  },
  60_000,
);
