import type { Finding } from '../../domain/finding/finding.ts';
import type { Job } from '../../domain/job/job.ts';
import { buildReport, type ReportParts } from '../../domain/report/build.ts';
import type { Report } from '../../domain/report/schema.ts';
import { rememberApplied } from '../../domain/state/applied.ts';
import { completeClaim, recordTasks } from '../../domain/state/claims.ts';
import type { StateDocuments } from '../../domain/state/documents.ts';
import { rememberDurations, rememberMeasurements } from '../../domain/state/measured.ts';
import { rememberSightings } from '../../domain/state/sightings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { State } from '../../ports/state.ts';
import { loadTask } from '../../tasks/registry.ts';
import { causeOf, unknownFinding } from '../carry-out/trouble.ts';
import { type Behind, behindFindings, nothingBehind, readBehind, toldWrites } from './earlier-runs.ts';
import { claimedTask } from './record-ended.ts';

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
  /**
   * To be called once the report is published: what earlier runs left behind has been told then. Never rejects; answers what
   * could not be written, so that it is told again.
   */
  readonly told: () => Promise<readonly string[]>;
}

const nothingToTell = async (): Promise<readonly string[]> => [];

/** Build the report by comparing with what is known, and remember what the next run needs. Plan mode remembers nothing. */
export async function finish(finishing: Finishing): Promise<Finished> {
  const finishedAt = new Date(finishing.clock.now()).toISOString();
  if (isIdle(finishing.job))
    return {
      report: buildReport({ ...finishing, known: {}, finishedAt }).report,
      notRemembered: [],
      told: nothingToTell,
    };
  const before = await readBefore(finishing.state);
  const { behind } = before;
  const told = behindFindings(behind, { ...finishing, now: finishing.clock.now() });
  const job = { ...finishing.job, findings: [...finishing.job.findings, ...told, ...before.findings] };
  const built = buildReport({ ...finishing, job, known: before.known ?? {}, finishedAt });
  const report = { ...built.report, notes: [...built.report.notes, ...before.notes] };
  if (finishing.job.mode === 'plan' || (finishing.outcomes.length === 0 && finishing.job.leaseHolder === undefined)) {
    return { report, notRemembered: [], told: nothingToTell };
  }
  const notRemembered = await remember({ ...finishing, job }, report, before.known && built.known);
  const telling = { ...finishing, now: finishing.clock.now() };
  return { report, notRemembered, told: () => writeEach(toldWrites(finishing.state, behind, telling)) };
}

/** Nothing was due, deferred, refused or found: the cluster is not even asked. */
export function isIdle(job: Job): boolean {
  return job.due.length + job.notDue.length + job.findings.length === 0 && job.refusal === undefined;
}

interface Before {
  /** Absent: it could not be read, and must not be written over. */
  readonly known?: StateDocuments['findings'];
  readonly behind: Behind;
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}

/** What earlier runs found and left behind. That something may be left half-way which could not be read is no good report. */
async function readBefore(state: State): Promise<Before> {
  const [known, behind] = await Promise.allSettled([state.read('findings'), readBehind(state)]);
  const notes =
    known.status === 'fulfilled'
      ? []
      : [`findings are all called new: those of earlier runs could not be read (${causeOf(known.reason)})`];
  const findings =
    behind.status === 'fulfilled'
      ? []
      : [unknownFinding('left-not-read', 'state', 'what earlier runs left to tell could not be read', behind.reason)];
  return {
    ...(known.status === 'fulfilled' ? { known: known.value } : {}),
    behind: behind.status === 'fulfilled' ? behind.value : nothingBehind,
    findings,
    notes,
  };
}

/** Only a run that applied something has anything to add, so that most never write the document. */
function rememberPlans({ state, outcomes, runWord, clock }: Finishing): Promise<unknown> {
  const at = new Date(clock.now()).toISOString();
  if (rememberApplied([], outcomes, runWord, at).length === 0) return Promise.resolve();
  return state.update('applied', (current) => rememberApplied(current, outcomes, runWord, at));
}

/** Most runs have none, and do not write the document. */
function rememberSeen({ state, outcomes, clock }: Finishing): Promise<unknown> {
  if (outcomes.every(({ sightings }) => sightings === undefined)) return Promise.resolve();
  return state.update('sightings', (current) => rememberSightings(current, outcomes, clock.now()));
}

async function remember(
  finishing: Finishing,
  report: Report,
  known: StateDocuments['findings'] | undefined,
): Promise<readonly string[]> {
  const { state, outcomes, job, runWord, clock } = finishing;
  const takesSteps = await stepTakers(outcomes);
  return writeEach([
    ...(known === undefined ? [] : ([['findings', () => state.update('findings', () => known)]] as const)),
    ['durations', () => state.update('durations', (current) => rememberDurations(current, outcomes, takesSteps))],
    ['history', () => state.update('history', (current) => rememberMeasurements(current, outcomes, clock.now()))],
    ['what can be put back', () => rememberPlans(finishing)],
    ['sightings', () => rememberSeen(finishing)],
    ...(job.opening === undefined ? [] : ([['the claim', () => rememberClaim(finishing, report, runWord)]] as const)),
  ]);
}

/** Which of the tasks of a run may take steps. */
async function stepTakers(outcomes: Finishing['outcomes']): Promise<(id: string) => boolean> {
  const tasks = await Promise.all(outcomes.map(({ entry }) => loadTask(entry.id)));
  const takers = new Set(tasks.flatMap((task) => (task === undefined || task.steps.length === 0 ? [] : [task.id])));
  return (id) => takers.has(id);
}

/** Each write stands for itself; answers those that failed. */
async function writeEach(writes: readonly (readonly [string, () => Promise<unknown>])[]): Promise<readonly string[]> {
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

/**
 * An opening is through when every task that was due came to an end of its own, not when the job was cut short. Looking
 * before the changes is no such end.
 */
async function rememberClaim({ state, outcomes, job }: Finishing, report: Report, runWord: string): Promise<void> {
  const { opening } = job;
  if (opening === undefined) return;
  const results = outcomes.filter(({ entry }) => entry.phase !== 'before');
  const tasks = Object.fromEntries(
    results.map((outcome) => [outcome.entry.id, claimedTask(outcome, report.finishedAt)]),
  );
  const ended = new Set(results.filter(({ entry }) => entry.status !== 'cancelled').map(({ entry }) => entry.id));
  const through = !job.continues && job.due.every((id) => ended.has(id));
  await state.update('claims', (claims) => {
    const recorded = recordTasks(claims, opening, runWord, tasks);
    const complete = (before: typeof claims, id: string) =>
      completeClaim(before, id, runWord, report.finishedAt, report.verdict);
    return through ? [opening, ...job.absorbs].reduce(complete, recorded) : recorded;
  });
}
