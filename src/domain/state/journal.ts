import type { Digest } from '../json.ts';
import type { Plan } from '../plan/plan.ts';

/** How far a step came. `begun` is written before it is taken; `dropped`: recovery found that it did not happen. */
export type StepProgress = 'begun' | 'done' | 'failed' | 'dropped' | 'undone';

/** One record of the journal, in the order of writing. */
export interface JournalRecord {
  /** From 1, without gaps. */
  readonly sequence: number;
  readonly step: string;
  readonly progress: StepProgress;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The plan that is being applied and how far it came. */
export interface JournalContent {
  /** Run URL, attempt and job. */
  readonly run: string;
  readonly task: string;
  readonly plan: Plan;
  readonly digest: Digest;
  readonly records: readonly JournalRecord[];
}
