import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { WorkloadRef } from '../../domain/step/kinds.ts';
import type { RolloutFailed, RolloutLimits } from '../../observation/rollout/await-rollout.ts';
import { PortError } from '../../ports/port-error.ts';

/** Longest that a pod may have a trouble which could pass, ms. */
const patienceMs = 30_000;
/** So long everything must stay ready at the end, ms. */
const settleMs = 5_000;

/** How patient a rollout is watched whose next pod must be ready within so many ms. */
export function limitsOf(readyWithinMs: number): RolloutLimits {
  return { progressMs: readyWithinMs, patienceMs: Math.min(patienceMs, readyWithinMs), settleMs };
}

/** The error for a rollout that did not come to its end: why, and where to look. */
export function failedRollout(
  { subject, parameters }: { readonly subject: string; readonly parameters: WorkloadRef },
  { why, troubles }: Pick<RolloutFailed, 'why' | 'troubles'>,
): PortError {
  const [worst] = troubles;
  const { namespace } = parameters;
  return new PortError({
    code: 'failed',
    subject,
    message: `${subject} did not become ready: ${why}`,
    next: worst === undefined ? kubectl(namespace)`describe ${subject}` : kubectl(namespace)`describe pod ${worst.pod}`,
  });
}
