import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CHECKOUT } from '../../sandbox/toolchain/cache.ts';
import { type Report, reportSchema } from '../../src/domain/report/schema.ts';

/** A window on two cores that other tests share. */
const long = 240_000;

interface Ended {
  status: number;
  output: string;
}

function run(file: string, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(CHECKOUT, file), ...args], {
    cwd: CHECKOUT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...cache(), SECRET_OF_THE_DEVELOPER: 'do-not-pass-me-on' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ status: code ?? 1, output }));
  });
}

function cache(): Record<string, string> {
  const names = ['ROOIVALK_CACHE', 'ROOIVALK_SANDBOX', 'XDG_CACHE_HOME'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name] as string]] : [])));
}

const out = (id: string, name: string): string => readFileSync(join(CHECKOUT, 'out', id, name), 'utf8');

function reportOf(id: string): Report {
  return reportSchema.parse(JSON.parse(out(id, 'report.json')));
}

/** Nothing that a run leaves may hold a token, a key or the developer's environment. */
function expectNoSecrets(id: string): void {
  for (const name of ['log.txt', 'report.json', 'summary.md']) {
    expect(out(id, name)).not.toMatch(/ghs_[A-Za-z0-9_-]{20}|eyJ[A-Za-z0-9_-]{20}|BEGIN [A-Z ]*PRIVATE KEY/);
    expect(out(id, name)).not.toMatch(/[?&]sig=(?!\*\*\*)|add-mask|do-not-pass-me-on/);
  }
}

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
