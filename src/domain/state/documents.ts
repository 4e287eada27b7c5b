import type { Severity } from '../finding/finding.ts';
import type { Digest } from '../json.ts';
import type { Step } from '../step/step.ts';
import type { MaintenanceType } from '../task/declaration.ts';
import type { Verdict } from '../verdict.ts';

/** How a task ended, or where it stands. */
export type TaskStatus =
  | 'planned'
  | 'waiting'
  | 'done'
  | 'nothing-to-do'
  | 'refused'
  | 'failed'
  | 'skipped'
  | 'deferred'
  | 'rolled-back'
  | 'frozen'
  | 'cancelled';

/** A task's result in a claim. */
export interface ClaimedTask {
  readonly status: TaskStatus;
  readonly verdict: Verdict;
  /** It was refused, and only because somebody else owns everything that it would have changed. */
  readonly owned?: true;
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
}

/** The record that a run took an opening. */
export interface Claim {
  /** `<window>@<ISO start>`. */
  readonly opening: string;
  readonly window: string;
  /** URL and attempt of the run that took it. */
  readonly run: string;
  readonly claimedAt: string;
  /** Absent while the run is under way, or after it died. */
  readonly completedAt?: string;
  readonly verdict?: Verdict;
  readonly tasks: Readonly<Record<string, ClaimedTask>>;
}

/** A finding as the state remembers it between runs. */
export interface KnownFinding {
  readonly fingerprint: string;
  readonly task: string;
  readonly code: string;
  readonly title: string;
  readonly subject: string;
  readonly severity: Severity;
  /** ISO 8601, UTC. */
  readonly firstSeen: string;
}

/** One point of a metric's history: epoch ms and value. */
export type Point = readonly [time: number, value: number];

/** A plan that was applied to its end and can still be put back. */
export interface AppliedPlan {
  /** Names it: the digest of the plan. */
  readonly digest: string;
  readonly task: string;
  readonly title: string;
  readonly type: MaintenanceType;
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The reversible steps that were taken, in their order. */
  readonly steps: readonly Step[];
}

/** A step that was left as it is when its plan was closed: somebody has changed its subject, or it must not be rolled back. */
export interface LeftStep {
  readonly run: string;
  readonly task: string;
  readonly step: string;
  readonly subject: string;
  readonly how: 'frozen' | 'held';
  /** ISO 8601, UTC. */
  readonly at: string;
  /** When a report first told it. */
  readonly toldAt?: string;
}

/** A plan whose journal was closed, and that no report tells of yet. */
export interface UntoldPlan {
  readonly run: string;
  readonly task: string;
  readonly digest: string;
  /** When its journal was closed, ISO 8601, UTC. */
  readonly at: string;
  /** How many steps changed something, also when it was put back. */
  readonly steps: number;
  /** The first steps that were done and stay, at most 20. */
  readonly done: readonly string[];
  readonly doneInAll: number;
}

/** A run of `approve.yml` that was to apply an accepted approval. */
export interface ApprovalTry {
  /** The comment that it was started for. */
  readonly comment: number;
  /** When it was started, or took the approval itself; ISO 8601, UTC. */
  readonly at: string;
  /** Number of the run; absent until it says that it is at it. */
  readonly run?: number;
}

/** An approval on an issue, from its acceptance on: what was started for it, and what became of it. */
export interface AcceptedApproval {
  /** The approval digest. */
  readonly digest: Digest;
  readonly issue: number;
  /** The opening that the plan is for, and when that opens; absent for a plan outside every window. */
  readonly window?: { readonly opening: string; readonly opensAt: string };
  /** ISO 8601, UTC. */
  readonly notAfter: string;
  /** Comments that were accepted and not refused since, in that order; at most 10. */
  readonly comments: readonly number[];
  /** Newest last; at most 20. */
  readonly tries: readonly ApprovalTry[];
  /** Nothing is started by itself any more. */
  readonly ended?: ApprovalEnd;
}

/**
 * How an approval ended. `used`: it was used, whatever came of the plan; `refused`: the platform or the guard refused it;
 * `stopped`: a person cancelled its run, or closed its issue; `expired`: its plan is no longer valid; `given-up`: it was tried
 * as often as it may be.
 */
export type ApprovalEnd = 'used' | 'refused' | 'stopped' | 'expired' | 'given-up';

/** The documents that outlive a run. Each is bounded by the function that writes it. */
export interface StateDocuments {
  /** Newest last; bounded to 200. */
  readonly claims: readonly Claim[];
  /** Last durations in ms by task, newest last; bounded to 30 each. */
  readonly durations: Readonly<Record<string, readonly number[]>>;
  /** What was found at the last run, by fingerprint; bounded to 2,000. */
  readonly findings: Readonly<Record<string, KnownFinding>>;
  /** Down-sampled series by metric name; bounded to 1,000 points each, 200 series. */
  readonly history: Readonly<Record<string, readonly Point[]>>;
  /** Newest last; bounded to 20. */
  readonly applied: readonly AppliedPlan[];
  /** Newest last; bounded to 100. */
  readonly left: readonly LeftStep[];
  /** Newest last; bounded to 100. Written by the identity that plans as well: it says what is tried, never what is allowed. */
  readonly approvals: readonly AcceptedApproval[];
  /** Newest last; bounded to 50. */
  readonly untold: readonly UntoldPlan[];
  /** Which digest each tag stood for and since when, by `repository:tag@digest`; bounded to 2,000. */
  readonly images: Readonly<Record<string, { readonly firstSeen: string }>>;
  /** Images that failed and must not be tried again, by `repository@digest`; bounded to 500. */
  readonly quarantine: Readonly<
    Record<string, { readonly firstSeen: string; readonly subject: string; readonly why: string }>
  >;
  /** Since when things have been seen (ISO 8601, UTC), by kind and key; bounded to 2,000 of a kind. */
  readonly sightings: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The name of a state document. */
export type StateName = keyof StateDocuments;

/** What each document is before anything was written. */
export const emptyState: StateDocuments = {
  claims: [],
  durations: {},
  findings: {},
  history: {},
  applied: [],
  left: [],
  approvals: [],
  untold: [],
  images: {},
  quarantine: {},
  sightings: {},
};
