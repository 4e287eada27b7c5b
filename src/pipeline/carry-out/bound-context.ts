import type { Clock } from '../../ports/clock.ts';
import type { StepContext } from '../../steps/executor.ts';

/** A step's context whose signal fires at the step's deadline as well, and that knows the time; `end` when the step is over. */
export function boundContext(
  context: StepContext,
  deadlineMs: number,
  clock: Clock,
): { readonly context: StepContext; readonly end: () => void } {
  const deadline = new AbortController();
  const ended = new AbortController();
  clock.sleep(deadlineMs, ended.signal).then(
    () => deadline.abort(),
    () => undefined,
  );
  const signal = AbortSignal.any([context.signal, deadline.signal]);
  const pause = (ms: number) => clock.sleep(ms, signal);
  return { context: { ...context, signal, pause, present: () => clock.now() }, end: () => ended.abort() };
}
