import { describe, expect, test } from '@jest/globals';
import { calendarOf } from '../../src/domain/configuration/windows.ts';
import type { TaskOutcome } from '../../src/domain/report/outcome.ts';
import type { StepOf } from '../../src/domain/step/step.ts';
import { carryOut } from '../../src/pipeline/carry-out/carry-out.ts';
import type { Changing, Environment } from '../../src/pipeline/carry-out/environment.ts';
import type { Opening } from '../../src/ports/journal.ts';
import { PortError } from '../../src/ports/port-error.ts';
import type { StepExecutor } from '../../src/steps/executor.ts';
import { type AnyTask, defineTask } from '../../src/tasks/contract.ts';
import { configured } from '../configured.ts';
import { stillClock, testNow } from '../tasks/environment.ts';
import { vacuum } from './scaled-world.ts';

type Vacuum = StepOf<'vacuum-table'>;

const step = (table: string): Vacuum => vacuum(table, { deadlineMs: 16_000 });

const taskOf = (steps: readonly Vacuum[], rest: Partial<AnyTask> = {}): AnyTask =>
  defineTask({
    id: 'stub-task',
    title: 'Stub',
    description: '',
    guide: [],
    windows: ['daily'],
    type: 'preventive',
    priority: 'medium',
    estimateMs: 1,
    undoMs: 0,
    needs: [],
    after: [],
    changesWorkloads: false,
    ports: [],
    inputs: {},
    outputs: {},
    permissions: { observe: [], change: [] },
    commands: [],
    forwards: [],
    steps: ['vacuum-table'],
    verdicts: {},
    observe: async () => ({ basis: steps.length, measurements: null }),
    plan: () => ({
      steps,
      refusals: [],
      notChecked: [{ subject: 'x', why: 'would change' }],
      findings: [],
      measurements: [],
      result: 'planned',
    }),
    verify: async () => ({ findings: [], measurements: [], result: 'verified' }),
    ...rest,
  } as AnyTask);

interface Trial {
  readonly steps?: readonly Vacuum[];
  readonly task?: Partial<AnyTask>;
  readonly executor?: Partial<StepExecutor<'vacuum-table'>>;
  readonly changing?: Partial<Extract<Changing, { mode: 'apply' }>>;
  readonly plan?: true;
  readonly signal?: AbortSignal;
}

/** Carry a stub task out; `log` is everything that happened, in order. */
async function trial({
  steps = [step('a'), step('b')],
  task,
  executor,
  changing,
  plan,
  signal,
}: Trial): Promise<TaskOutcome & { log: string[] }> {
  const log: string[] = [];
  const configuration = configured();
  const apply: Changing = {
    mode: 'apply',
    run: 'run 1',
    journal: {
      read: async () => undefined,
      open: async ({ plan: opened }: Opening) => {
        log.push(`open ${opened.steps.length}`);
        return {
          write: async (id: string, progress: string) => {
            log.push(`journal ${id.slice(-1)} ${progress}`);
          },
          close: async () => {
            log.push('close');
          },
        };
      },
      takeOver: async () => undefined,
    },
    holdsLease: async () => true,
    closesAt: testNow + 60_000,
    ...changing,
  };
  const environment: Environment = {
    ports: {} as Environment['ports'],
    platform: configuration.platform,
    thresholds: configuration.thresholds,
    calendar: calendarOf(configuration),
    clock: stillClock(),
    signal: signal ?? new AbortController().signal,
    progress: () => undefined,
    executor: async () =>
      ({
        kind: 'vacuum-table',
        ports: [],
        provedBy: 'settle',
        precondition: async () => ({ holds: true }),
        apply: async (_: unknown, applied: Vacuum) => {
          log.push(`apply ${applied.parameters.table}`);
          return { text: 'ok', measurements: [], findings: [] };
        },
        settle: async () => 'cannot-tell',
        ...executor,
      }) as never,
    changing: plan ? { mode: 'plan' } : apply,
  };
  const outcome = await carryOut(taskOf(steps, task), { inputs: {}, phase: 'main' }, environment);
  return { ...outcome, log };
}

const lost = new PortError({ code: 'unreachable', subject: 'database', message: 'the answer was lost' });

describe('a task is carried out step by step', () => {
  test('each step is in the journal before it is taken', async () => {
    const { log, entry } = await trial({});
    expect(log).toEqual([
      'open 2',
      'journal a begun',
      'apply a',
      'journal a done',
      'journal b begun',
      'apply b',
      'journal b done',
      'close',
    ]);
    expect(entry).toMatchObject({ status: 'done', verdict: 'pass', result: 'verified' });
  });

  test('plan mode takes none, and says what it did not check', async () => {
    const { log, entry } = await trial({ plan: true });
    expect(log).toEqual([]);
    expect(entry).toMatchObject({ status: 'planned', notChecked: [{ subject: 'x' }], applied: [] });
    expect(entry.plan?.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test('a step that fails does not keep the next from being taken', async () => {
    const apply = async (_: unknown, { parameters }: Vacuum) => {
      if (parameters.table === 'a') throw new PortError({ code: 'failed', subject: 'x', message: 'no' });
      return { text: 'ok', measurements: [], findings: [] };
    };
    const { entry, findings, log } = await trial({ executor: { apply } as never });
    expect(log).toContain('journal a failed');
    expect(log).toContain('journal b done');
    expect(entry).toMatchObject({ status: 'failed', verdict: 'fail' });
    expect(findings).toMatchObject([
      { code: 'step-failed', subject: 'table public.a', severity: 'fail', evidence: 'no' },
    ]);
  });

  test('a moved subject is left alone, which is no failure', async () => {
    const { entry } = await trial({
      executor: { precondition: async () => ({ holds: false, moved: 'it is gone' }) } as never,
    });
    expect(entry.applied).toMatchObject([{ outcome: 'skipped', cause: 'it is gone' }, { outcome: 'skipped' }]);
    expect(entry.status).toBe('done');
  });

  test.each([
    ['done', 'settle', 'done', 'pass'],
    ['not-done', 'settle', 'failed', 'unknown'],
    ['cannot-tell', 'settle', 'failed', 'unknown'],
    // what it brought about was judged by nobody
    ['done', 'apply', 'failed', 'unknown'],
  ])(
    'a lost answer is settled by looking at the world: %s, proved by %s',
    async (settled, provedBy, status, verdict) => {
      const executor = { provedBy, apply: async () => Promise.reject(lost), settle: async () => settled } as never;
      const { entry } = await trial({ steps: [step('a')], executor });
      expect(entry).toMatchObject({ status, verdict });
    },
  );
});

describe('nothing is taken', () => {
  test.each([
    ['when the Lease is lost', { changing: { holdsLease: async () => false } }, 'failed', 'Lease was lost'],
    [
      'when it could not end before the window closes',
      { changing: { closesAt: testNow + 999 } },
      'deferred',
      'could not end before',
    ],
    ['when the run was cancelled', { signal: AbortSignal.abort() }, 'cancelled', '2 steps were not taken'],
    [
      'when the Lease cannot be renewed',
      { changing: { holdsLease: (): Promise<boolean> => Promise.reject(lost) } },
      'failed',
      'the answer was lost',
    ],
  ] satisfies readonly (readonly [string, Trial, string, string])[])('%s', async (_, options, status, cause) => {
    const { entry, log } = await trial(options);
    expect(entry.status).toBe(status);
    expect(entry.cause).toContain(cause);
    expect(log.filter((line) => line.startsWith('apply'))).toEqual([]);
  });

  test('when the journal cannot be opened', async () => {
    const journal = {
      read: async () => undefined,
      open: async () => Promise.reject(lost),
      takeOver: async () => undefined,
    };
    const { entry, log } = await trial({ changing: { journal } as never });
    expect(entry).toMatchObject({ status: 'failed', verdict: 'unknown' });
    expect(log).toEqual([]);
  });

  test('when the task plans a kind that it does not declare', async () => {
    const { entry, log } = await trial({ task: { steps: [] } });
    expect(entry).toMatchObject({ status: 'refused', verdict: 'warn' });
    expect(entry.cause).toContain('vacuum-table is not among those');
    expect(log).toEqual([]);
  });
});

describe('what cannot be looked at is unknown', () => {
  test('an error of a port says its cause and the next step', async () => {
    const observe = async () => {
      throw new PortError({
        code: 'forbidden',
        subject: 'pods in x',
        message: 'may not list pods in x',
        next: 'apply deploy/rbac/x.yaml',
      });
    };
    const { entry, findings } = await trial({ task: { observe } as never });
    expect(entry).toMatchObject({ status: 'failed', verdict: 'unknown', cause: 'may not list pods in x' });
    expect(findings).toMatchObject([{ severity: 'unknown', next: 'apply deploy/rbac/x.yaml' }]);
  });

  test('a defect of ours never shows a foreign message', async () => {
    const observe = async () => {
      throw new TypeError('password=hunter2');
    };
    const { entry } = await trial({ task: { observe } as never });
    expect(entry.verdict).toBe('unknown');
    expect(JSON.stringify(entry)).not.toContain('hunter2');
    expect(entry.cause).toContain('TypeError');
  });

  test('an effect that cannot be proved is not a success', async () => {
    const { entry } = await trial({ task: { verify: async () => Promise.reject(lost) } as never });
    expect(entry).toMatchObject({ status: 'done', verdict: 'unknown' });
  });
});
