import type { Finding } from '../../domain/finding/finding.ts';
import type { Job } from '../../domain/job/job.ts';
import { buildReport, type ReportParts } from '../../domain/report/build.ts';
import type { TaskOutcome } from '../../domain/report/outcome.ts';
import type { Report } from '../../domain/report/schema.ts';
import { rememberApplied } from '../../domain/state/applied.ts';
import { completeClaim, recordTasks } from '../../domain/state/claims.ts';
import type { ClaimedTask, StateDocuments } from '../../domain/state/documents.ts';
import { findingsOfLeft, leftToTell, toldLeft } from '../../domain/state/left.ts';
import { rememberDurations, rememberMeasurements } from '../../domain/state/measured.ts';
import type { Clock } from '../../ports/clock.ts';
import type { State } from '../../ports/state.ts';
import { causeOf } from '../carry-out/trouble.ts';

/** What finishing a job works from. */
export interface Finishing extends Omit<ReportParts, 'known' | 'finishedAt'> {
  readonly state: State;
  readonly clock: Clock;
  readonly runWord: string;
}

/** The report, and what could not be remembered (said, never silent). */
export interface Finished {
  readonly report: Report;
  readonly notRemembered: readonly string[];
}

/** Build the report by comparing with what is known, and remember what the next run needs. Plan mode remembers nothing. */
export async function finish(finishing: Finishing): Promise<Finished> {
  const finishedAt = new Date(finishing.clock.now()).toISOString();
  if (isIdle(finishing.job))
    return { report: buildReport({ ...finishing, known: {}, finishedAt }).report, notRemembered: [] };
  const { known, left, trouble } = await readKnown(finishing.state);
  const job = { ...finishing.job, findings: [...finishing.job.findings, ...leftFindings(finishing, left)] };
  const built = buildReport({ ...finishing, job, known, finishedAt });
  const report = trouble === undefined ? built.report : { ...built.report, notes: [...built.report.notes, trouble] };
  if (
    finishing.job.mode === 'plan' ||
    trouble !== undefined ||
    (finishing.outcomes.length === 0 && finishing.job.leaseHolder === undefined)
  ) {
    return { report, notRemembered: [] };
  }
  const notRemembered = await remember({ ...finishing, job }, report, built.known, left);
  return { report, notRemembered };
}

/** Nothing was due, deferred, refused or found: the cluster is not even asked. */
export function isIdle(job: Job): boolean {
  return job.due.length + job.notDue.length + job.findings.length === 0 && job.refusal === undefined;
}

interface Before {
  readonly known: StateDocuments['findings'];
  readonly left: StateDocuments['left'];
  readonly trouble?: string;
}

async function readKnown(state: State): Promise<Before> {
  try {
    const [known, left] = await Promise.all([state.read('findings'), state.read('left')]);
    return { known, left };
  } catch (error) {
    return {
      known: {},
      left: [],
      trouble: `findings are all called new: those of earlier runs could not be read (${causeOf(error)})`,
    };
  }
}

/** What was left as it is by whichever run is told until somebody can be expected to have read it. */
function leftFindings({ outcomes, clock }: Finishing, left: StateDocuments['left']): readonly Finding[] {
  const told = outcomes.flatMap(({ entry }) => entry.undone.map(({ step }) => step));
  return findingsOfLeft(leftToTell(left, clock.now()), new Set(told));
}

/** Only a run that applied something has anything to add, so that most never write the document. */
function rememberPlans({ state, outcomes, runWord, clock }: Finishing): Promise<unknown> {
  const at = new Date(clock.now()).toISOString();
  if (rememberApplied([], outcomes, runWord, at).length === 0) return Promise.resolve();
  return state.update('applied', (current) => rememberApplied(current, outcomes, runWord, at));
}

async function remember(
  finishing: Finishing,
  report: Report,
  known: StateDocuments['findings'],
  left: StateDocuments['left'],
): Promise<readonly string[]> {
  const { state, outcomes, job, runWord, clock } = finishing;
  const writes: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['findings', () => state.update('findings', () => known)],
    ['durations', () => state.update('durations', (current) => rememberDurations(current, outcomes))],
    ['history', () => state.update('history', (current) => rememberMeasurements(current, outcomes, clock.now()))],
    ['what can be put back', () => rememberPlans(finishing)],
    ...(left.length === 0
      ? []
      : ([['what was left', () => state.update('left', (now) => toldLeft(now, clock.now()))]] as const)),
    ...(job.opening === undefined ? [] : ([['the claim', () => rememberClaim(finishing, report, runWord)]] as const)),
  ];
  const failed: string[] = [];
  for (const [what, write] of writes) {
    try {
      await write();
    } catch (error) {
      failed.push(`${what} could not be written: ${causeOf(error)}`);
    }
  }
  return failed;
}

/** An opening is through when every task that was due came to an end of its own, not when the job was cut short. */
async function rememberClaim({ state, outcomes, job }: Finishing, report: Report, runWord: string): Promise<void> {
  const { opening } = job;
  if (opening === undefined) return;
  const tasks = Object.fromEntries(
    outcomes.map((outcome) => [outcome.entry.id, claimedTask(outcome, report.finishedAt)]),
  );
  const ended = new Set(outcomes.filter(({ entry }) => entry.status !== 'cancelled').map(({ entry }) => entry.id));
  const through = !job.continues && job.due.every((id) => ended.has(id));
  await state.update('claims', (claims) => {
    const recorded = recordTasks(claims, opening, runWord, tasks);
    const complete = (before: typeof claims, id: string) =>
      completeClaim(before, id, runWord, report.finishedAt, report.verdict);
    return through ? [opening, ...job.absorbs].reduce(complete, recorded) : recorded;
  });
}

const claimedTask = ({ entry }: TaskOutcome, finishedAt: string): ClaimedTask => ({
  status: entry.status,
  verdict: entry.verdict,
  finishedAt,
});
