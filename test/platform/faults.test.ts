/** Every fault, on the sandbox that is up: it can be seen, leads to the verdicts that it says, and goes without a trace. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { faults, type Verdict } from '../../sandbox/faults/index.ts';
import { CHECKOUT } from '../../sandbox/toolchain/cache.ts';
import { reportSchema } from '../../src/domain/report/schema.ts';
import { taskLoaders } from '../../src/tasks/registry.ts';
import { type Symptom, symptoms } from './faults/symptoms.ts';
import { cli } from './faults/world.ts';

const names = Object.keys(faults);

/** The verdicts of tasks on the sandbox as it comes. */
const asItComes: Readonly<Record<string, Verdict>> = {
  'rotate-logs': 'pass',
  'clean-temporary-files': 'pass',
  'optimize-caches': 'pass',
  'maintain-database': 'warn',
  'validate-certificates': 'warn',
  'monitor-performance': 'pass',
  'check-health': 'warn',
  'validate-backups': 'pass',
  'apply-security-updates': 'pass',
  'analyze-capacity': 'pass',
  'renew-certificates': 'pass',
  'increase-capacity': 'pass',
  'restart-workload': 'pass',
  'rightsize-resources': 'warn',
  'optimize-performance': 'pass',
};

/** Verdicts that the sandbox cannot show, with the reason. */
const notShown: Readonly<Record<string, string>> = {
  'restart-workload: unknown':
    'it asks the API server alone, and without that nobody can log in to the sandbox; the tests of rights show it',
  'increase-capacity: unknown':
    'what it looks at is on the API server alone, and without that nobody can log in to the sandbox; the tests of rights show it',
  'rightsize-resources: pass':
    'the sandbox has minutes of history as it comes; the contract suite shows it after a while',
  'validate-backups: not-applicable': 'the sandbox has a bucket of backups; the unit tests show a platform without one',
};

/** Tasks that take no step on the platform: looking once more changes nothing. */
const lookers = new Set(['check-health', 'monitor-performance', 'analyze-capacity', 'validate-certificates']);
/** Prometheus has newer figures within this, ms. */
const figuresMs = 60_000;

const isIll = ({ ill }: Symptom, seen: string): boolean => (ill instanceof RegExp ? ill.test(seen) : ill(seen));

/** What a run of a task came to: its verdict, and its findings in words that tell one from another. */
interface Outcome {
  readonly verdict: string;
  readonly findings: readonly { readonly severity: string; readonly words: string }[];
}

async function outcomeOf(task: string, mode: 'plan' | 'apply'): Promise<Outcome> {
  rmSync(join(CHECKOUT, 'out', task), { recursive: true, force: true });
  const argv = [join(CHECKOUT, 'sandbox/act/task.ts'), task, '--mode', mode];
  const text = await new Promise<string>((resolve) => {
    execFile(process.execPath, argv, { cwd: CHECKOUT, timeout: 180_000 }, (_error, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
  const file = join(CHECKOUT, 'out', task, 'report.json');
  if (!existsSync(file)) return { verdict: `none: ${text.slice(-500)}`, findings: [] };
  const { verdict, findings, tasks } = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const told = findings
    .filter(({ state }) => state !== 'fixed')
    .map(({ severity, code, subject }) => ({ severity, words: `${code} of ${subject}` }));
  // what was refused in planning is in the plan, and warns
  const refused = tasks
    .flatMap(({ plan }) => plan?.refusals ?? [])
    .map(({ subject, rule }) => ({ severity: 'warn', words: `refusal of ${subject}: ${rule}` }));
  return { verdict, findings: [...told, ...refused] };
}

/** What each task would find while nothing is broken. Planned only, so that what the faults are about is still there. */
const calm = new Map<string, Outcome>();

/** The findings that carry a verdict and are not there while nothing is broken: a verdict that comes from elsewhere has none. */
function causes({ verdict, findings }: Outcome, task: string): readonly string[] {
  const usual = new Set((calm.get(task)?.findings ?? []).map(({ severity, words }) => `${severity} ${words}`));
  return findings
    .filter(({ severity, words }) => severity === verdict && !usual.has(`${severity} ${words}`))
    .map(({ words }) => words);
}

/** Verdicts below which no finding stands. */
const withoutCause: ReadonlySet<string> = new Set(['pass', 'not-applicable']);

/** Looks until what is seen is as wanted, a few seconds long: some symptoms are a scrape or an election away. */
async function eventually(symptom: Symptom, ill: boolean): Promise<string> {
  const end = Date.now() + 20_000;
  for (;;) {
    const seen = await symptom.look();
    if (isIll(symptom, seen) === ill) return ill ? 'ill' : 'well';
    if (Date.now() > end) return `seen: ${seen}`;
    await sleep(250);
  }
}

describe('faults', () => {
  test('every fault has a symptom, a title and verdicts, and no name is free', () => {
    expect(Object.keys(symptoms).sort()).toEqual([...names].sort());
    for (const fault of Object.values(faults)) {
      expect(fault.title).toMatch(/^\S.{10,}\S$/);
      expect(fault.leadsTo.length).toBeGreaterThan(0);
    }
  });

  test('what is not a fault is refused, and the nearest one named', async () => {
    const { status, output } = await cli('break', 'quorum-lots');
    expect(status).not.toBe(0);
    expect(output).toContain('quorum-lost');
  });

  test('every task is looked at', () => {
    expect(Object.keys(asItComes).sort()).toEqual(Object.keys(taskLoaders).sort());
  });

  test.each(Object.keys(asItComes))('every verdict that %s declares is shown', async (id) => {
    const module = (await import(`../../src/tasks/${id}/index.ts`)) as {
      default: { verdicts: Record<string, string> };
    };
    const shown = new Set(
      Object.values(faults).flatMap(({ leadsTo }) => leadsTo.map(({ task, verdict }) => `${task}: ${verdict}`)),
    );
    const missing = Object.keys(module.default.verdicts)
      .filter((verdict) => verdict !== asItComes[id])
      .map((verdict) => `${id}: ${verdict}`)
      .filter((pair) => !shown.has(pair) && !(pair in notShown));
    expect(missing).toEqual([]);
  });
});

// An earlier run may have reclaimed the stale keys that the sandbox comes with: this lays them anew.
beforeAll(async () => {
  const symptom = symptoms['no-stale-keys'] as Symptom;
  if (isIll(symptom, await symptom.look())) {
    await cli('break', 'no-stale-keys');
    await cli('mend', 'no-stale-keys');
  }
  for (const task of Object.keys(asItComes)) calm.set(task, await outcomeOf(task, 'plan'));
}, 900_000);

/** A command of the sandbox that did what it was to do; what it said is shown when it did not. */
const done = { status: 0, output: expect.any(String) };

/** What only looks is asked again until the figures that it reads have come along, as they do on a busy machine. */
async function lookingFor(task: string, verdict: string): Promise<Outcome> {
  const until = Date.now() + (lookers.has(task) ? figuresMs : 0);
  for (;;) {
    const outcome = await outcomeOf(task, 'apply');
    if (outcome.verdict === verdict || Date.now() > until) return outcome;
    await sleep(3_000);
  }
}

/** Which of these findings stay after the fault was mended, and its figures have come along. */
async function leftOf(task: string, because: readonly string[]): Promise<readonly string[]> {
  const until = Date.now() + figuresMs;
  for (;;) {
    const { findings } = await outcomeOf(task, 'plan');
    const left = findings.map(({ words }) => words).filter((words) => because.includes(words));
    if (left.length === 0 || Date.now() > until) return left;
    await sleep(3_000);
  }
}

describe.each(names)('%s', (name) => {
  const symptom = symptoms[name] as Symptom;
  const leadsTo = faults[name]?.leadsTo ?? [];
  afterAll(async () => {
    expect(await cli('mend', name)).toMatchObject(done);
  }, 200_000);

  test('is seen, leads to its verdicts by findings of its own, and leaves none of them behind', async () => {
    process.stderr.write(`fault ${names.indexOf(name) + 1} of ${names.length}: ${name}\n`);
    expect(await eventually(symptom, false)).toBe('well');
    expect(await cli('break', name)).toMatchObject(done);
    expect(await eventually(symptom, true)).toBe('ill');
    const found: Record<string, string> = {};
    const because = new Map<string, readonly string[]>();
    for (const { task, verdict } of leadsTo) {
      const outcome = await lookingFor(task, verdict);
      found[task] = outcome.verdict;
      because.set(task, causes(outcome, task));
    }
    expect(found).toEqual(Object.fromEntries(leadsTo.map(({ task, verdict }) => [task, verdict])));
    const unexplained = leadsTo.filter(({ task, verdict }) => !withoutCause.has(verdict) && !because.get(task)?.length);
    expect(unexplained).toEqual([]);
    expect(await cli('mend', name)).toMatchObject(done);
    expect(await eventually(symptom, false)).toBe('well');
    const [first] = leadsTo;
    if (first === undefined) return;
    expect(await leftOf(first.task, because.get(first.task) ?? [])).toEqual([]);
  }, 600_000);
});
