import type { EpochMs, Opening } from '../calendar/window.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Job } from '../job/job.ts';
import type { Refusal } from '../plan/plan.ts';
import type { ClaimedTask, StateDocuments } from '../state/documents.ts';
import type { TaskDeclaration, WindowName } from '../task/declaration.ts';

/** The parts of a declaration by which a task is chosen and placed. */
export type CatalogueTask = Pick<
  TaskDeclaration,
  'id' | 'windows' | 'type' | 'priority' | 'estimateMs' | 'undoMs' | 'needs' | 'after' | 'steps' | 'changesWorkloads'
>;

/** What woke the conductor. */
export interface Trigger {
  readonly kind: 'schedule' | 'dispatch';
  /** The window of the workflow that runs. */
  readonly window: WindowName;
  readonly mode: 'plan' | 'apply';
  /** Written by whoever started it; blank is none. */
  readonly reason?: string;
}

/** A journal that an earlier run left open. */
export interface OpenJournal {
  readonly run: string;
  readonly task: string;
  /** It has steps that recovery must undo first; otherwise the conductor closes it itself. */
  readonly reversible: boolean;
}

/** Everything that the decision rests on. */
export interface Situation {
  readonly configuration: Pick<Configuration, 'windows' | 'blackouts' | 'tasks'>;
  readonly catalogue: readonly CatalogueTask[];
  readonly trigger: Trigger;
  readonly now: EpochMs;
  /** The moment from which a hosted job's hours count. */
  readonly jobStartedAt: EpochMs;
  /** As it stands in claims: URL and attempt. */
  readonly run: string;
  /** Undefined: the state cannot be read; then nothing that changes anything is due. */
  readonly state: Pick<StateDocuments, 'claims' | 'durations'> | undefined;
  readonly openJournal?: OpenJournal;
}

/** Which tasks are due, and what becomes of the others. */
export interface Assignment {
  /** Ids in the order in which they run. */
  readonly due: readonly string[];
  /** Those of `due` that look and take no step, because the state cannot be read. */
  readonly lookOnly: readonly string[];
  /** For the report: deferred (warn), skipped (unknown), or switched off (not-applicable), each with its cause. */
  readonly notDue: Job['notDue'];
  /** Results of an earlier run of the same opening, or of one that it absorbs. */
  readonly earlier: Readonly<Record<string, ClaimedTask>>;
}

interface Decided {
  /** One line: what was decided, and why. */
  readonly sentence: string;
  /** A sentence for each decision, the first being `sentence`. */
  readonly notes: readonly string[];
}

/** Tasks are due (perhaps none of them any more). */
export interface Due extends Decided, Assignment {
  readonly kind: 'due';
  readonly mode: 'plan' | 'apply';
  /** What is claimed: the opening's id; absent in plan mode, and outside windows or against the calendar by a written reason. */
  readonly claim?: string;
  /**
   * Something is deferred only because a job ends before the window does: the claim is left open at the end of the job, and
   * a later run of the same opening goes on.
   */
  readonly continues: boolean;
  /** Smaller openings whose work this run takes over. */
  readonly absorbs: readonly string[];
  /** The opening that is open, also in plan mode. */
  readonly opening?: Opening;
  /** For the report's head. */
  readonly window: NonNullable<Job['window']>;
  /** No step starts that could not end before it: window's end or next blackout or the job's 330 minutes, less 10 minutes. */
  readonly closesAt: EpochMs;
}

/** Nothing is due: a scheduled run ends here, in seconds, green. */
export interface NothingDue extends Decided {
  readonly kind: 'nothing-due';
  readonly window: NonNullable<Job['window']>;
}

/** What was asked for by hand is not done. */
export interface Refused extends Decided {
  readonly kind: 'refused';
  readonly refusal: Refusal;
  readonly window: NonNullable<Job['window']>;
}

/** What the conductor decides. */
export type Decision = Due | NothingDue | Refused;
