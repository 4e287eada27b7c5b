import { calendarOf } from '../../src/domain/configuration/windows.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import type { TaskOutcome } from '../../src/domain/report/outcome.ts';
import type { StepKind } from '../../src/domain/step/kinds.ts';
import { parseInputs } from '../../src/domain/task/inputs.ts';
import { carryOut } from '../../src/pipeline/carry-out/carry-out.ts';
import type { Environment } from '../../src/pipeline/carry-out/environment.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Ports } from '../../src/ports/index.ts';
import type { Journal } from '../../src/ports/journal.ts';
import { PortError } from '../../src/ports/port-error.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import type { StepExecutor } from '../../src/steps/executor.ts';
import type { AnyTask } from '../../src/tasks/contract.ts';
import { configured } from '../configured.ts';

/** The moment of the tests that need none in particular. */
export const testNow = Date.parse('2026-11-24T02:10:00Z');

/** Longer waits are deadlines of steps, ms: they are only ended by their signal. Pauses between two looks are shorter. */
const deadlineFromMs = 15_000;

/** A clock that stands still: pauses take no time, and a deadline does not come. */
export function stillClock(now = testNow): Clock {
  const sleep: Clock['sleep'] = (ms, signal) => (ms < deadlineFromMs ? systemClock.sleep(0, signal) : until(signal));
  return { now: () => now, monotonic: () => 0, sleep };
}

/** A wait that nothing but its signal ends. No timer runs meanwhile: a process that stands still would leave it behind. */
function until(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    const cancelled = () =>
      reject(new PortError({ code: 'cancelled', subject: 'run', message: 'the wait was cut short' }));
    if (signal?.aborted) cancelled();
    else signal?.addEventListener('abort', cancelled, { once: true });
  });
}

/** How to carry a task out in a test. */
export interface TaskRun {
  readonly ports: Partial<Ports>;
  readonly executors: Partial<{ [K in StepKind]: StepExecutor<K> }>;
  readonly mode?: 'plan' | 'apply';
  /** As strings, as an action gives them. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly platform?: unknown;
  readonly clock?: Clock;
  /** When the window closes, ms from now; two hours unless said otherwise. */
  readonly closesInMs?: number;
  readonly signal?: AbortSignal;
}

const journal: Journal = {
  read: async () => undefined,
  open: async () => ({ write: async () => undefined, close: async () => undefined }),
  takeOver: async () => undefined,
};

/** Carry out a task on these ports, in apply mode unless said otherwise. */
export async function run(task: AnyTask, options: TaskRun): Promise<TaskOutcome> {
  const parsed = parseInputs(task.inputs, options.inputs ?? {});
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  const clock = options.clock ?? stillClock();
  const configuration = configured({ platform: options.platform ?? {} });
  const environment: Environment = {
    ports: options.ports as Ports,
    platform: configuration.platform,
    thresholds: configuration.thresholds,
    calendar: calendarOf(configuration),
    clock,
    signal: options.signal ?? new AbortController().signal,
    progress: () => undefined,
    executor: async (kind) => {
      const executor = options.executors[kind];
      if (executor === undefined) throw new Error(`no executor of ${kind}`);
      return executor as never;
    },
    changing:
      options.mode === 'plan'
        ? { mode: 'plan' }
        : {
            mode: 'apply',
            journal,
            run: 'test',
            holdsLease: async () => true,
            closesAt: clock.now() + (options.closesInMs ?? 7_200_000),
          },
  };
  return carryOut(task, { inputs: parsed.inputs as JsonObject, phase: 'main' }, environment);
}
