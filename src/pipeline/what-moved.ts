import type { Step } from '../domain/step/step.ts';
import type { StepContext, StepExecutor } from '../steps/executor.ts';

/**
 * A cause, with what the subject of a step holds now and who wrote it, where its kind can tell. It is for readers alone, so
 * that it cannot be told is no trouble.
 */
export async function withWhatMoved(
  cause: string,
  { movedTo }: Pick<StepExecutor<never>, 'movedTo'>,
  step: Step,
  context: StepContext,
): Promise<string> {
  const told = await movedTo?.(context, step as never).catch(() => undefined);
  return told === undefined ? cause : `${cause}: ${told}`;
}
