import { endedAs } from '../../domain/conduct/met-need.ts';
import type { Job } from '../../domain/job/job.ts';
import type { TaskOutcome } from '../../domain/report/outcome.ts';
import { recordTasks } from '../../domain/state/claims.ts';
import type { ClaimedTask } from '../../domain/state/documents.ts';
import type { Clock } from '../../ports/clock.ts';
import type { State } from '../../ports/state.ts';
import { causeOf } from '../carry-out/trouble.ts';

/** The job whose claim is written. */
export interface Recording {
  readonly job: Pick<Job, 'mode' | 'opening' | 'leaseHolder'>;
  readonly state: Pick<State, 'update'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Who has the claim: run URL, attempt and job. */
  readonly runWord: string;
}

/** A task's result as claims hold it. */
export const claimedTask = ({ entry }: TaskOutcome, finishedAt: string): ClaimedTask => ({
  ...endedAs(entry),
  finishedAt,
});

/**
 * Write a task's result into the claim as soon as there is one: the end of the job does it again, and a killed job has no
 * end, after which the next tick would do everything once more. Answers why it could not be written; nothing depends on it.
 * Looking before the changes is no result of the opening, and is not written.
 */
export async function recordEnded(outcome: TaskOutcome, recording: Recording): Promise<string | undefined> {
  const { job, state, clock, runWord } = recording;
  const { opening } = job;
  if (job.mode === 'plan' || opening === undefined || job.leaseHolder === undefined) return undefined;
  if (outcome.entry.phase === 'before') return undefined;
  const result = { [outcome.entry.id]: claimedTask(outcome, new Date(clock.now()).toISOString()) };
  try {
    await state.update('claims', (claims) => recordTasks(claims, opening, runWord, result));
    return undefined;
  } catch (error) {
    return `the result of ${outcome.entry.id} could not be written into the claim: ${causeOf(error)}`;
  }
}
