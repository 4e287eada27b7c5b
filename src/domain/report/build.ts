import { verdictOf } from '../finding/finding.ts';
import type { Job } from '../job/job.ts';
import { compareFindings, type Looked } from '../state/compare-findings.ts';
import type { StateDocuments } from '../state/documents.ts';
import { type Verdict, worst } from '../verdict.ts';
import { addressed } from './addressed.ts';
import { describeHealthChange, healthChange, withoutBaseline } from './health-change.ts';
import type { TaskOutcome } from './outcome.ts';
import { type Report, type ReportedFinding, reportSchemaVersion, type TaskEntry } from './schema.ts';

/** What a report is built from. */
export interface ReportParts {
  readonly kind: Report['kind'];
  readonly id: string;
  readonly job: Job;
  readonly outcomes: readonly TaskOutcome[];
  /** Titles and types of the tasks that were not due, by id. */
  readonly describe: (id: string) => Pick<TaskEntry, 'title' | 'type'>;
  readonly known: StateDocuments['findings'];
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
}

const severityOrder: Readonly<Record<ReportedFinding['severity'], number>> = { fail: 0, unknown: 1, warn: 2, info: 3 };
const stateOrder: Readonly<Record<ReportedFinding['state'], number>> = { new: 0, persisting: 1, fixed: 2 };

/** The report of a job, and what to remember of its findings. Findings come worst first, then new before old. */
export function buildReport(parts: ReportParts): {
  readonly report: Report;
  readonly known: StateDocuments['findings'];
} {
  const { job } = parts;
  const outcomes = [...parts.outcomes, ...missing(parts)];
  const present = new Set(withoutBaseline(outcomes.map(({ entry }) => entry)));
  // what was not due, whatever it is called, has not looked at anything
  const looked = parts.outcomes.filter(({ entry }) => present.has(entry)).map(lookedAt);
  const compared = compareFindings(parts.known, [...looked, conductorsOwn(job)], parts.finishedAt);
  const findings = [...compared.findings].sort(
    (a, b) =>
      severityOrder[a.severity] - severityOrder[b.severity] ||
      stateOrder[a.state] - stateOrder[b.state] ||
      compareText(a.subject, b.subject),
  );
  const change = healthChange(parts.outcomes);
  const report: Report = {
    schemaVersion: reportSchemaVersion,
    kind: parts.kind,
    id: parts.id,
    mode: job.mode,
    run: job.run,
    platform: job.platform,
    ...(job.window === undefined ? {} : { window: job.window }),
    startedAt: job.startedAt,
    finishedAt: parts.finishedAt,
    verdict: jobVerdict(
      job,
      outcomes.map(({ entry }) => entry),
    ),
    ...(job.advisory === undefined ? {} : { advisory: job.advisory }),
    notes: [...job.notes, ...(change === undefined ? [] : [describeHealthChange(change)])],
    ...(job.refusal === undefined ? {} : { refusal: job.refusal }),
    findings,
    tasks: outcomes.map(({ entry }) => entry),
    approvals: [...(job.approvals ?? [])],
  };
  return { report: addressed(report), known: compared.known };
}

/** What a verdict over tasks needs of each. */
export type JudgedEntry = Pick<TaskEntry, 'id' | 'phase' | 'status' | 'verdict'>;

/** The verdict of a job: of its tasks, of what the conductor found, and `warn` for a run by hand that was refused. */
export function jobVerdict(job: Pick<Job, 'findings' | 'refusal'>, entries: readonly JudgedEntry[]): Verdict {
  const own = job.findings.length === 0 ? [] : [verdictOf(job.findings)];
  return worst([windowVerdict(entries), ...own, ...(job.refusal === undefined ? [] : (['warn'] as const))]);
}

const lookedAt = ({ entry, findings }: TaskOutcome): Looked => ({
  id: entry.id,
  status: entry.status,
  verdict: entry.verdict,
  findings,
});

/** The conductor has looked at everything of its own whenever it ran. */
const conductorsOwn = (job: Job): Looked => ({
  id: 'conductor',
  status: 'done',
  verdict: 'pass',
  findings: job.findings,
});

/**
 * A window's verdict is its worst; refused and deferred count as warn, skipped because a need failed as unknown. Health before
 * the changes does not count once it was looked at after them.
 */
export function windowVerdict(entries: readonly JudgedEntry[]): Verdict {
  return worst(withoutBaseline(entries).flatMap(({ status, verdict }) => [verdict, floorOf(status)]));
}

function floorOf(status: TaskEntry['status']): Verdict {
  if (status === 'refused' || status === 'deferred') return 'warn';
  if (status === 'skipped' || status === 'cancelled') return 'unknown';
  return 'not-applicable';
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Tasks that were due and left nothing (the step was killed, or the job was cancelled before it), and those that were not due. */
function missing(parts: ReportParts): readonly TaskOutcome[] {
  // looking before the changes does not stand for looking after them
  const ran = new Set(parts.outcomes.filter(({ entry }) => entry.phase !== 'before').map(({ entry }) => entry.id));
  const entry = (id: string, rest: Pick<TaskEntry, 'status' | 'verdict' | 'cause'>): TaskOutcome => ({
    entry: {
      id,
      ...parts.describe(id),
      phase: 'main',
      result: '',
      notChecked: [],
      applied: [],
      undone: [],
      measurements: [],
      durationMs: 0,
      ...rest,
    },
    findings: [],
  });
  const lost = parts.job.due
    .filter((id) => !ran.has(id))
    .map((id) =>
      entry(id, {
        status: 'cancelled',
        verdict: 'unknown',
        cause: 'it did not come to its end: the job was cancelled or its step was killed',
      }),
    );
  return [...lost, ...parts.job.notDue.filter(({ id }) => !ran.has(id)).map(({ id, ...rest }) => entry(id, rest))];
}
