import { PortError } from '../ports/port-error.ts';
import { readActionEnvironment } from './action-environment.ts';
import { systemClock } from './clock.ts';
import { Handover } from './handover.ts';
import type { Process } from './process.ts';
import { Redactor } from './redactor.ts';
import { Stdout } from './stdout.ts';

/** What an action's process may be asked to do: the name of a pipeline action, or a task's id. */
type Part = 'main' | 'post';

/**
 * How long what is still open (a pool, a forward) may say goodbye once the action has ended, ms. Its effect does not depend
 * on that: everything that has to happen was awaited, and stdout is written synchronously.
 */
const lastWordsMs = 100;

/**
 * The one entry of every action. Loads only what the action needs, and never lets an error through unexplained. The exit
 * status is 0 unless the action is red.
 */
export async function main(action: string, part: Part = 'main'): Promise<void> {
  const redactor = new Redactor();
  const stdout = new Stdout(redactor);
  stdout.takeOver();
  const environment = readActionEnvironment();
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  const handover = new Handover(environment.jobFolder, redactor);
  const self: Process = { environment, redactor, stdout, handover, signal: stop.signal, startedAt: systemClock.now() };
  try {
    process.exitCode = await run(action, part, self);
  } catch (error) {
    stdout.annotate('error', `${action} did not run`, explain(error));
    process.exitCode = 1;
  }
  setTimeout(() => process.exit(), lastWordsMs).unref();
}

/** What each action that is not a task does; loaded when it is asked for. */
const actions: Readonly<Record<string, (self: Process) => Promise<number>>> = {
  conduct: async (self) => (await import('./conduct.ts')).conduct(self),
  close: async (self) => (await import('./close.ts')).close(self),
  recover: async (self) => (await import('./recover.ts')).recoverAction(self),
  plan: async (self) => (await import('./gates/plan.ts')).planAction(self),
  'roll-back': async (self) => (await import('./gates/plan.ts')).rollBackAction(self),
  apply: async (self) => (await import('./gates/apply.ts')).applyAction(self),
  approve: async (self) => (await import('./gates/approve.ts')).approveAction(self),
  merge: async (self) => (await import('./gates/merge.ts')).mergeAction(self),
  watch: async (self) => (await import('./gates/watch.ts')).watchAction(self),
};

async function run(action: string, part: Part, self: Process): Promise<number> {
  if (part === 'post') return (await import('./end-job.ts')).endJob(self);
  const own = Object.hasOwn(actions, action) ? actions[action] : undefined;
  return own === undefined ? (await import('./run-task.ts')).runTask(action, self) : own(self);
}

/** Our own errors carry their whole message; of anything else only what cannot hold a secret is shown. */
function explain(error: unknown): string {
  if (error instanceof PortError)
    return [`${error.subject}: ${error.message}`, error.next].filter(Boolean).join('. Next: ');
  if (error instanceof Error && ['ConfigurationError', 'InputError'].includes(error.name)) return error.message;
  const place = error instanceof Error ? /([\w.-]+\.(?:ts|js):\d+)/.exec(error.stack ?? '')?.[1] : undefined;
  return `a defect in this program (${error instanceof Error ? error.name : typeof error}${place === undefined ? '' : ` at ${place}`}); please report it`;
}
