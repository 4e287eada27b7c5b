import type { Plan } from '../domain/plan/plan.ts';
import type { JournalContent, StepProgress } from '../domain/state/journal.ts';

/** An open journal of this run. */
export interface JournalWriter {
  /** Durable before it resolves. A lost race (somebody else wrote since) is a `conflict`, and the run stops. */
  write(step: string, progress: StepProgress): Promise<void>;
  /** The plan has come to its end: the journal is empty again. */
  close(): Promise<void>;
}

/** A plan that is about to be applied. */
export interface Opening {
  /** Run URL, attempt and job. */
  readonly run: string;
  /** Unique for this application of the plan. */
  readonly id: string;
  readonly plan: Plan;
}

/** The journal: one open plan at most. Rejects with a PortError. */
export interface Journal {
  /** The open plan of whichever run, or undefined. */
  read(): Promise<JournalContent | undefined>;
  /** Write the plan down; `conflict` when another one is open. */
  open(opening: Opening): Promise<JournalWriter>;
  /** Take over an open journal to close it: the next write of its old writer fails. */
  takeOver(run: string): Promise<JournalWriter | undefined>;
}
