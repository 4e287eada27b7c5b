import type { Finding } from '../../domain/finding/finding.ts';
import type { AppliedStep, Effect } from '../../domain/step/effect.ts';
import { isReversible, type Step } from '../../domain/step/step.ts';
import { PortError } from '../../ports/port-error.ts';
import type { StepContext, StepExecutor } from '../../steps/executor.ts';
import { StepDeferred } from '../../steps/failure/step-deferred.ts';
import { StepFailed } from '../../steps/failure/step-failed.ts';
import { lookUntilArrived } from '../../steps/rollout/on-its-way.ts';
import { withWhatMoved } from '../what-moved.ts';
import { boundContext } from './bound-context.ts';
import type { Environment } from './environment.ts';
import { causeOf, isCancelled } from './trouble.ts';

/** One step, taken or not, with what a reader has to know of it. */
export interface OneTaken {
  readonly applied: AppliedStep;
  readonly findings: readonly Finding[];
  /** It failed before it took effect: what the target tests in the same request did not hold, or its code could not be had. */
  readonly untouched?: true;
  /** It was left for later, untouched: why. */
  readonly deferred?: string;
}

/**
 * Precondition, apply within the deadline, and what to make of an error. A precondition that no longer holds leaves a
 * step without an inverse out, harmlessly; a reversible one fails by it, since what it stands among is no longer as planned.
 * The deadline counts from `begunAt` (monotonic, ms), before the journal named the step: whoever takes the Lease over waits
 * for it, so a process that stood still for longer must not take the step any more.
 */
export async function takeOne(
  step: Step,
  environment: Pick<Environment, 'executor' | 'clock'>,
  context: StepContext,
  begunAt: number,
): Promise<OneTaken> {
  const { clock } = environment;
  const took = () => Math.round(clock.monotonic() - begunAt);
  const bound = boundContext(context, Math.max(0, step.deadlineMs - took()), clock);
  let executor: StepExecutor<never> | undefined;
  try {
    executor = (await environment.executor(step.kind)) as unknown as StepExecutor<never>;
    const precondition = await executor.precondition(bound.context, step as never);
    if (!precondition.holds) {
      if (isReversible(step)) {
        throw new PortError({ code: 'conflict', subject: step.subject, message: precondition.moved });
      }
      const cause = await withWhatMoved(precondition.moved, executor, step, bound.context);
      return { applied: { step, outcome: 'skipped', cause, durationMs: took() }, findings: [] };
    }
    if (took() >= step.deadlineMs) throw new TooLate(step);
    const effect = await applyOrSettle(executor, step, bound.context);
    return { applied: { step, outcome: 'done', effect, durationMs: took() }, findings: effect.findings };
  } catch (error) {
    return await notTaken(step, error, executor, bound.context, took);
  } finally {
    bound.end();
  }
}

/** What an error makes of a step: it is for later, or has failed, touched or not. */
async function notTaken(
  step: Step,
  error: unknown,
  executor: StepExecutor<never> | undefined,
  context: StepContext,
  took: () => number,
): Promise<OneTaken> {
  if (error instanceof StepDeferred) {
    const { message: cause, finding } = error;
    return {
      applied: { step, outcome: 'skipped', cause, durationMs: took() },
      findings: [finding],
      untouched: true,
      deferred: cause,
    };
  }
  const why = causeOf(error);
  const cause = executor && isConflict(error) ? await withWhatMoved(why, executor, step, context) : why;
  return {
    applied: {
      step,
      outcome: 'failed',
      cause,
      ...(error instanceof StepFailed ? { kept: error.kept } : {}),
      durationMs: took(),
    },
    findings: [failedStep(step, error, cause)],
    ...(executor === undefined || isUntouched(error) ? { untouched: true } : {}),
  };
}

const isConflict = (error: unknown): boolean => error instanceof PortError && error.code === 'conflict';

const isUntouched = (error: unknown): boolean => error instanceof TooLate || isConflict(error);

/** The process stood still until the step's deadline had passed, before anything of it was done. */
class TooLate extends PortError {
  constructor({ subject, deadlineMs }: Step) {
    super({
      code: 'timeout',
      subject,
      message: `the process stood still for longer than the step may take (${deadlineMs} ms), so it was not taken`,
    });
  }
}

const lostAnswers = new Set(['unreachable', 'timeout']);

/**
 * Apply; where the answer was lost and looking can prove the step, ask the world whether it happened, until it can no longer
 * do so. What only the answer proves has failed without it: nobody has judged what it brought about.
 */
async function applyOrSettle(executor: StepExecutor<never>, step: Step, context: StepContext): Promise<Effect> {
  try {
    return await executor.apply(context, step as never);
  } catch (error) {
    if (!(error instanceof PortError) || !lostAnswers.has(error.code)) throw error;
    if (executor.provedBy === 'apply') throw error;
    const settled = await lookUntilArrived(
      () => executor.settle(context, step as never).catch(() => 'cannot-tell' as const),
      (seen) => seen !== 'not-done',
      context.pause,
    );
    if (settled === 'done')
      return { text: 'done (the answer was lost; the world shows it)', measurements: [], findings: [] };
    throw error;
  }
}

/** The finding for a step that failed: a cut or cancelled one is not known to have failed. */
function failedStep(step: Step, error: unknown, cause: string): Finding {
  const uncertain = isCancelled(error) || (error instanceof PortError && lostAnswers.has(error.code));
  return {
    code: 'step-failed',
    severity: uncertain ? 'unknown' : 'fail',
    subject: step.owner ?? step.subject,
    title: `${step.kind} did not come to its end`,
    evidence: step.owner === undefined ? cause : `${step.subject}: ${cause}`,
    next:
      error instanceof PortError && error.next !== undefined
        ? error.next
        : `look at ${step.subject} and run the task again`,
  };
}
