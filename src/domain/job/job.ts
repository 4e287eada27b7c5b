import type { Ended } from '../conduct/met-need.ts';
import type { Finding } from '../finding/finding.ts';
import type { Refusal } from '../plan/plan.ts';
import type { Reserved } from '../plan/reserved.ts';
import type { Report, TaskEntry } from '../report/schema.ts';
import type { Verdict } from '../verdict.ts';

/** What the conductor decided for the actions that come after it in the same job; a file in the runner's temporary folder. */
export interface Job {
  /** What the report is about, where it is not the window. */
  readonly about?: { readonly kind: Report['kind']; readonly id: string };
  /** Other jobs of the same run write reports as well, and the last one merges them. */
  readonly ofRun?: true;
  /** Who accepted what is applied; absent where nobody had to. */
  readonly approvals?: Report['approvals'];
  readonly mode: 'plan' | 'apply';
  /** Report's `run` part. */
  readonly run: Report['run'];
  readonly platform: Report['platform'];
  readonly window: Report['window'];
  /** Id of the claimed opening; absent outside windows and in plan mode. */
  readonly opening?: string;
  /** Smaller openings that were claimed with it, since its tasks include theirs. */
  readonly absorbs: readonly string[];
  /** The window goes on after this job's hours: its claim stays open, and a later run goes on. */
  readonly continues: boolean;
  /** Task ids that are due now, in order. */
  readonly due: readonly string[];
  /** Those of `due` that look and take no step, because the state cannot be read. */
  readonly lookOnly: readonly string[];
  /** What every task of this job that is not due gets in the report: deferred, with the cause. */
  readonly notDue: readonly Pick<TaskEntry, 'id' | 'status' | 'verdict' | 'cause'>[];
  /** What approved plans of this opening change: tasks of this job leave it to them. */
  readonly reserved?: readonly Reserved[];
  /** Sentences for the report. */
  readonly notes: readonly string[];
  /** What the conductor itself found: a run that was cut off, a state that cannot be read. */
  readonly findings: readonly Finding[];
  /** What was asked for by hand and is not done. */
  readonly refusal?: Refusal;
  /** Results of an earlier run of the same opening, which this one goes on with. */
  readonly earlier: Readonly<Record<string, Ended>>;
  /** What credentials do not enforce here; absent: nothing. */
  readonly advisory?: string;
  /** An open journal has to be recovered before anything else: job `recover` comes next. */
  readonly recover?: true;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** No step starts that could not end before it; ISO 8601, UTC. */
  readonly closesAt: string;
  /** Who holds the Lease for this job; absent in plan mode. */
  readonly leaseHolder?: string;
  readonly failOn: Verdict;
}
