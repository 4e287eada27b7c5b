import type { Calendar, EpochMs } from '../../calendar/window.ts';
import type { Issue, IssueComment } from '../../forge/discussions.ts';
import type { Environment, Review } from '../../forge/environments.ts';
import type { Account, PermissionLevel } from '../../forge/people.ts';
import type { ArtifactFacts, JobIdentity, JobResult, LastChange, WorkflowRun } from '../../forge/runs.ts';
import type { PlanDocument } from '../document.ts';
import type { Here } from '../here.ts';
import type { UnreadableDocument } from '../read-document.ts';

/** The repository that the job belongs to. */
export interface RepositoryFacts {
  readonly id: number;
  readonly defaultBranch: string;
}

/** What was found where something had to be read; or why it could not be, as a sentence. */
export type Found<T> = T | { readonly unread: string };

/** Whether something could be read. */
export function wasRead<T extends object>(found: Found<T>): found is T {
  return !('unread' in found);
}

/** What both gates look at. Everything was read by the job itself, at `now`. */
export interface CommonEvidence {
  readonly now: EpochMs;
  readonly repository: RepositoryFacts;
  readonly identity: JobIdentity;
  /** The run that the job belongs to. */
  readonly run: WorkflowRun;
  /** The run that made the plan: the same one, except with the issue as gate. */
  readonly planRun: WorkflowRun;
  /** The jobs of the plan run's attempt, and the name of the one that plans. */
  readonly planJobs: readonly JobResult[];
  readonly planJob: string;
  /** Configuration and workflow, each with the last commit that changed it. */
  readonly changes: readonly LastChange[];
  /** The artifact by the id that was handed over, and every artifact of the plan run that has its name. */
  readonly artifact: Found<{ readonly facts: ArtifactFacts; readonly namesakes: number }>;
  readonly document: PlanDocument | UnreadableDocument;
  readonly here: Here;
  readonly calendar: Calendar;
  /** Whether the digits must be in the reviewer's comment; the configuration's `approval.digest-in-comment`. */
  readonly digestInComment: boolean;
}

/** What the guard of an environment looks at (trust.md §3). */
export interface EnvironmentEvidence extends CommonEvidence {
  /** The job's own workflow file at its commit, as text. */
  readonly workflow: string;
  /** The digest in `needs.<plan>.outputs`, as text. */
  readonly handedDigest: string;
  /** The environment that the job's token names; undefined when the forge knows none of that name. */
  readonly environment: Environment | undefined;
  /** Who may review: the listed people, and the members of the listed teams. */
  readonly listed: Found<readonly Account[]>;
  readonly reviews: readonly Review[];
}

/** What the guard of an issue looks at (trust.md §4). */
export interface IssueEvidence extends CommonEvidence {
  /** Undefined when it does not exist, or does no longer. */
  readonly comment: IssueComment | undefined;
  readonly issue: Issue | undefined;
  /** Our own rendering of the plan, to compare the issue's body with; undefined when the plan cannot be shown whole. */
  readonly rendering: string | undefined;
  /** What the comment's author may do in the repository now. */
  readonly permission: Found<{ readonly level: PermissionLevel; readonly account: Account }>;
  /** Logins that the configuration names; absent: whoever may write. */
  readonly approvers?: readonly string[];
  /** The type of the gated job that asks: `adaptive`. */
  readonly type: string;
  /** The workflow files that plan for gates. */
  readonly planWorkflows: readonly string[];
}
