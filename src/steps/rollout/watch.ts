import type { Pod } from '../../domain/kubernetes/objects.ts';
import type { WorkloadRef } from '../../domain/step/kinds.ts';
import { awaitRollout } from '../../observation/rollout/await-rollout.ts';
import { keepEvidence } from '../../observation/rollout/evidence.ts';
import type { StepContext } from '../executor.ts';
import { StepFailed } from '../failure/step-failed.ts';
import { failedRollout, limitsOf } from './rollout-end.ts';

/** A step that brings pods about: its subject, and how long one may take to become ready. */
export interface Watched {
  readonly subject: string;
  readonly parameters: WorkloadRef & { readonly readyWithinMs: number };
}

/**
 * Watch until every pod of a workload is as wanted and ready and stays so; answers how many there are. When it fails, what
 * the pods had to say is kept with the error.
 */
export async function watchRollout(
  context: StepContext<'cluster'>,
  { subject, parameters }: Watched,
  isWanted: (pod: Pod) => boolean,
): Promise<number> {
  const limits = limitsOf(parameters.readyWithinMs);
  const end = await awaitRollout(context, parameters, isWanted, limits);
  if (end.ended === 'complete') return end.ready;
  const kept = await keepEvidence(context.ports.cluster, end.pods);
  throw new StepFailed(failedRollout({ subject, parameters }, end), kept);
}
