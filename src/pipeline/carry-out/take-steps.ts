import type { Finding } from '../../domain/finding/finding.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { AppliedStep, Effect } from '../../domain/step/effect.ts';
import type { Step } from '../../domain/step/step.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { JournalWriter } from '../../ports/journal.ts';
import { PortError } from '../../ports/port-error.ts';
import type { StepExecutor } from '../../steps/executor.ts';
import type { Changing, Environment } from './environment.ts';
import { causeOf, isCancelled, unknownFinding } from './trouble.ts';

/** How the steps came to their end. `stopped` says why not all of them were taken. */
export interface Taken {
  readonly applied: readonly AppliedStep[];
  readonly findings: readonly Finding[];
  readonly stopped?: { readonly status: 'cancelled' | 'deferred' | 'failed'; readonly cause: string };
}

/** A change that is being made. */
type Applying = Extract<Changing, { mode: 'apply' }>;

/**
 * Take a plan's steps in order: each is journalled before it is taken, under the Lease, with its precondition, within its
 * deadline. Steps without an inverse stand for themselves: one that fails does not keep the next from being taken.
 */
export async function takeSteps(
  plan: Plan,
  environment: Environment,
  changing: Applying,
  context: TaskContext,
): Promise<Taken> {
  const applied: AppliedStep[] = [];
  const findings: Finding[] = [];
  let writer: JournalWriter;
  try {
    writer = await changing.journal.open(changing.run, plan);
  } catch (error) {
    return {
      applied,
      findings,
      stopped: { status: 'failed', cause: `the journal could not be opened: ${causeOf(error)}` },
    };
  }
  for (const [index, step] of plan.steps.entries()) {
    const obstacle = await obstacleTo(step, plan.steps.length - index, environment, changing);
    if (obstacle) {
      await closeJournal(writer, findings);
      return { applied, findings, stopped: obstacle };
    }
    environment.progress(`step ${index + 1} of ${plan.steps.length}: ${step.id}`);
    try {
      await writer.write(step.id, 'begun');
    } catch (error) {
      return {
        applied,
        findings,
        stopped: { status: 'failed', cause: `the journal could not be written: ${causeOf(error)}` },
      };
    }
    const outcome = await takeOne(step, environment, context);
    applied.push(outcome.applied);
    findings.push(...outcome.findings);
    try {
      await writer.write(step.id, progressOf(outcome.applied));
    } catch (error) {
      return {
        applied,
        findings,
        stopped: { status: 'failed', cause: `the journal could not be written: ${causeOf(error)}` },
      };
    }
  }
  await closeJournal(writer, findings);
  return { applied, findings };
}

const progressOf = (applied: AppliedStep) =>
  applied.outcome === 'done' ? 'done' : applied.outcome === 'skipped' ? 'dropped' : 'failed';

/** Close the journal; that it stays open is something a person has to know. */
async function closeJournal(writer: JournalWriter, findings: Finding[]): Promise<void> {
  try {
    await writer.close();
  } catch (error) {
    findings.push(unknownFinding('journal-left-open', 'journal', 'the journal could not be closed', error));
  }
}

/** Why the next step must not be taken now. */
async function obstacleTo(
  step: Step,
  left: number,
  environment: Environment,
  changing: Applying,
): Promise<Taken['stopped']> {
  const rest = `${left} ${left === 1 ? 'step was' : 'steps were'} not taken`;
  if (environment.signal.aborted) return { status: 'cancelled', cause: `the run was cancelled; ${rest}` };
  const now = environment.clock.now();
  if (now + step.deadlineMs > changing.closesAt) {
    const closes = new Date(changing.closesAt).toISOString();
    return { status: 'deferred', cause: `${step.id} could not end before ${closes}; ${rest}` };
  }
  try {
    if (await changing.holdsLease()) return undefined;
    return { status: 'failed', cause: `the Lease was lost to another run; ${rest}` };
  } catch (error) {
    return { status: 'failed', cause: `the Lease could not be renewed: ${causeOf(error)}; ${rest}` };
  }
}

interface OneTaken {
  readonly applied: AppliedStep;
  readonly findings: readonly Finding[];
}

/** Precondition, apply, and what to make of an error. */
async function takeOne(step: Step, environment: Environment, context: TaskContext): Promise<OneTaken> {
  const started = environment.clock.monotonic();
  const took = () => Math.round(environment.clock.monotonic() - started);
  const bound = boundedContext(step, environment, context);
  try {
    const executor = (await environment.executor(step.kind)) as unknown as StepExecutor<never>;
    const precondition = await executor.precondition(bound.context, step as never);
    if (!precondition.holds) {
      return { applied: { step, outcome: 'skipped', cause: precondition.moved, durationMs: took() }, findings: [] };
    }
    const effect = await applyOrSettle(executor, step, bound.context);
    return { applied: { step, outcome: 'done', effect, durationMs: took() }, findings: effect.findings };
  } catch (error) {
    return {
      applied: { step, outcome: 'failed', cause: causeOf(error), durationMs: took() },
      findings: [failedStep(step, error)],
    };
  } finally {
    bound.end();
  }
}

const lostAnswers = new Set(['unreachable', 'timeout']);

/** Apply; where the answer was lost, ask the world whether it happened. */
async function applyOrSettle(executor: StepExecutor<never>, step: Step, context: TaskContext): Promise<Effect> {
  try {
    return await executor.apply(context, step as never);
  } catch (error) {
    if (!(error instanceof PortError) || !lostAnswers.has(error.code)) throw error;
    const settled = await executor.settle(context, step as never).catch(() => 'cannot-tell' as const);
    if (settled === 'done')
      return { text: 'done (the answer was lost; the world shows it)', measurements: [], findings: [] };
    throw error;
  }
}

/** The finding for a step that failed: a cut or cancelled one is not known to have failed. */
function failedStep(step: Step, error: unknown): Finding {
  const uncertain = isCancelled(error) || (error instanceof PortError && lostAnswers.has(error.code));
  return {
    code: 'step-failed',
    severity: uncertain ? 'unknown' : 'fail',
    subject: step.subject,
    title: `${step.kind} did not come to its end`,
    evidence: causeOf(error),
    next:
      error instanceof PortError && error.next !== undefined
        ? error.next
        : `look at ${step.subject} and run the task again`,
  };
}

/** The context of one step: its signal fires at the step's deadline as well. */
function boundedContext(step: Step, environment: Environment, context: TaskContext) {
  const deadline = new AbortController();
  const ended = new AbortController();
  environment.clock.sleep(step.deadlineMs, ended.signal).then(
    () => deadline.abort(),
    () => undefined,
  );
  const signal = AbortSignal.any([context.signal, deadline.signal]);
  const pause = (ms: number) => environment.clock.sleep(ms, signal);
  return { context: { ...context, signal, pause }, end: () => ended.abort() };
}
