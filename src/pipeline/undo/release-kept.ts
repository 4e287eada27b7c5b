import type { Finding } from '../../domain/finding/finding.ts';
import type { Step } from '../../domain/step/step.ts';
import type { Clock } from '../../ports/clock.ts';
import type { StepContext, StepExecutor } from '../../steps/executor.ts';
import { boundContext } from '../carry-out/bound-context.ts';
import { unknownFinding } from '../carry-out/trouble.ts';

/** What letting go of kept values needs. */
export interface Releasing {
  readonly executor: (step: Step) => Promise<StepExecutor<never>>;
  readonly context: StepContext;
  readonly clock: Clock;
}

/**
 * Let go of what steps kept for putting themselves back (former certificates, former templates), once their unit is as
 * planned or as it was before. While something in it is frozen or held, what was kept stays for the person who decides.
 * Never rejects: what could not be removed is a finding.
 */
export async function releaseKept(steps: readonly Step[], releasing: Releasing): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const step of steps) {
    try {
      await releaseOne(step, releasing);
    } catch (error) {
      findings.push(unknownFinding('kept-value-left', step.subject, 'what a step kept could not be removed', error));
    }
  }
  return findings;
}

async function releaseOne(step: Step, { executor, context, clock }: Releasing): Promise<void> {
  const { release } = await executor(step);
  if (release === undefined) return;
  const bound = boundContext(context, step.deadlineMs, clock);
  try {
    await release(bound.context, step as never);
  } finally {
    bound.end();
  }
}
