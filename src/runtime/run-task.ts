import { randomUUID } from 'node:crypto';
import { mayChange } from '../domain/conduct/assignment.ts';
import { type Ended, endedAs } from '../domain/conduct/met-need.ts';
import type { Configuration } from '../domain/configuration/configuration.ts';
import { calendarOf } from '../domain/configuration/windows.ts';
import type { Job } from '../domain/job/job.ts';
import type { JsonObject } from '../domain/json.ts';
import type { TaskOutcome } from '../domain/report/outcome.ts';
import type { Phase } from '../domain/report/schema.ts';
import { atLeast, type Verdict } from '../domain/verdict.ts';
import { carryOut } from '../pipeline/carry-out/carry-out.ts';
import { changingIn } from '../pipeline/carry-out/changing.ts';
import type { Changing } from '../pipeline/carry-out/environment.ts';
import { unknownFinding } from '../pipeline/carry-out/trouble.ts';
import { beginAlone } from '../pipeline/conduct/begin-alone.ts';
import { behind, byHandPatienceMs, type First, lookFirst } from '../pipeline/conduct/behind-journal.ts';
import { LeaseKeeper } from '../pipeline/lease-keeper.ts';
import { graceBy } from '../pipeline/lease-patience.ts';
import { unmetNeed } from '../pipeline/needs.ts';
import { finish } from '../pipeline/publish/finish.ts';
import { recordEnded } from '../pipeline/publish/record-ended.ts';
import { skippedOutcome } from '../pipeline/skipped.ts';
import type { AnyTask } from '../tasks/contract.ts';
import { openCatalogue } from './catalogue.ts';
import { systemClock } from './clock.ts';
import { grouped } from './grouped.ts';
import { taskInputs } from './pipeline-actions.ts';
import { type Process, runWord } from './process.ts';
import { publishReport } from './publish.ts';
import { taskEnvironment } from './task-environment.ts';
import { InputError, readInputs } from './task-inputs.ts';
import { type OpenPlatform, openPlatform } from './wiring/platform.ts';

/** What carrying out one task needs to know. */
interface Assignment {
  readonly self: Process;
  readonly task: AnyTask;
  readonly inputs: JsonObject;
  readonly phase: Phase;
  readonly configuration: Configuration;
  readonly catalogue: readonly AnyTask[];
}

/** Carry out one task: as part of a window when a conductor ran in this job, else by itself. Answers the exit status. */
export async function runTask(id: string, self: Process): Promise<number> {
  const { tasks: catalogue, configuration } = await openCatalogue(self);
  const task = catalogue.find((candidate) => candidate.id === id);
  if (task === undefined)
    throw new InputError(
      `there is no task "${id.slice(0, 80)}"; there are ${catalogue.map((known) => known.id).join(', ')}`,
    );
  const given = readInputs(id, taskInputs, self.environment) as unknown as {
    mode: '' | 'plan' | 'apply';
    phase: Phase;
    reason: string;
  };
  const inputs = readInputs(id, task.inputs, self.environment, configuration);
  const assignment: Assignment = { self, task, inputs, phase: given.phase, configuration, catalogue };
  const job = self.handover.job();
  return job === undefined ? alone(assignment, given) : inWindow(assignment, job);
}

/** One of the tasks of a job: the conductor holds the Lease and publishes. */
async function inWindow(assignment: Assignment, job: Job): Promise<number> {
  const { self, task } = assignment;
  if (!job.due.includes(task.id)) {
    self.stdout.print(`${task.id} is not due in this job.`);
    return 0;
  }
  const ended = new Map<string, Ended>(Object.entries(job.earlier));
  for (const { entry } of self.handover.outcomes()) ended.set(entry.id, endedAs(entry));
  self.stdout.print(
    `${task.title}: ${job.due.indexOf(task.id) + 1} of ${job.due.length}; no step starts that could not end and be undone before ${job.closesAt}`,
  );
  const unmet = unmetNeed(task.needs, ended);
  if (unmet !== undefined) {
    const skipped = skippedOutcome(task, assignment.phase, unmet);
    self.handover.writeOutcome(skipped);
    return told(assignment, skipped, job.failOn);
  }
  const platform = await openPlatform(self, assignment.configuration, task.id);
  const outcome = await carry(assignment, job, platform);
  self.handover.writeOutcome(outcome);
  const { state } = platform.maintenance;
  const trouble = await recordEnded(outcome, { job, state, clock: systemClock, runWord: wordOf(self) });
  if (trouble !== undefined) self.stdout.print(`Not remembered yet: ${trouble}`);
  return told(assignment, outcome, job.failOn);
}

/** A task by itself: it takes and gives back the Lease, and publishes its own report. */
async function alone(
  assignment: Assignment,
  given: { readonly mode: '' | 'plan' | 'apply'; readonly reason: string },
): Promise<number> {
  const { self, task, configuration } = assignment;
  const platform = await openPlatform(self, configuration, task.id);
  const begun = beginAlone({
    task: task.id,
    mode: given.mode === 'apply' ? 'apply' : 'plan',
    reason: given.reason,
    calendar: calendarOf(configuration),
    now: systemClock.now(),
    run: self.environment.run,
    platform: await platform.describe(),
    ...(platform.advisory === undefined ? {} : { advisory: platform.advisory }),
    failOn: configuration.failOn,
  });
  const job = mayPlanChange(task, begun) ? behind(begun, await journalFirst(assignment, platform)) : begun;
  if (job.refusal !== undefined)
    self.stdout.annotate(
      'warning',
      `${task.id} refused`,
      `${job.refusal.rule}; ${job.refusal.state}. ${job.refusal.next}`,
    );
  const held = job.mode === 'apply' && job.refusal === undefined ? await holdLease(assignment, job, platform) : job;
  try {
    const outcomes = held.due.length === 0 ? [] : [await carry(assignment, held, platform)];
    const finished = await finish({
      kind: 'task',
      id: task.id,
      job: held,
      outcomes,
      describe: () => ({ title: task.title, type: task.type }),
      state: platform.maintenance.state,
      clock: systemClock,
      runWord: wordOf(self),
    });
    for (const trouble of finished.notRemembered) self.stdout.print(`Not remembered: ${trouble}`);
    const published = await publishReport(self, finished.report);
    for (const trouble of await finished.told()) self.stdout.print(`Not remembered: ${trouble}`);
    self.environment.output('report', published.json);
    const red = atLeast(finished.report.verdict, held.failOn) ? 1 : 0;
    const [outcome] = outcomes;
    return outcome === undefined ? red : Math.max(red, told(assignment, outcome, held.failOn));
  } finally {
    if (held.leaseHolder !== undefined)
      await platform.maintenance.lease.release(held.leaseHolder).catch(() => undefined);
  }
}

/** Under an open journal nothing is planned; a task that only looks may look. Applying finds it under the Lease. */
const mayPlanChange = (task: AnyTask, { mode }: Job): boolean => mode === 'plan' && mayChange(task);

const journalFirst = ({ self, task }: Assignment, { maintenance }: OpenPlatform): Promise<First> =>
  lookFirst({
    journal: maintenance.journal,
    clock: systemClock,
    subject: task.id,
    patienceMs: byHandPatienceMs,
    signal: self.signal,
    progress: (text) => self.stdout.print(text),
  });

/**
 * Take the Lease for this process; another run's is waited for a minute, no longer. Where it cannot be taken at all, the
 * task only looks.
 */
async function holdLease({ self, task }: Assignment, job: Job, platform: OpenPlatform): Promise<Job> {
  const holder = `${wordOf(self)} ${randomUUID()}`;
  const { lease, journal } = platform.maintenance;
  let taken: Awaited<ReturnType<typeof lease.take>>;
  try {
    taken = await lease.take(holder, { patienceMs: byHandPatienceMs, grace: graceBy(journal) });
  } catch (error) {
    const title = 'the Lease could not be taken, so nothing was changed';
    const finding = unknownFinding('lease-not-taken', 'lease/maintenance', title, error);
    return { ...job, findings: [...job.findings, finding], notes: [...job.notes, `${title}: it was only looked at`] };
  }
  if (taken.taken) return { ...job, leaseHolder: holder };
  const cause = `another run holds the Lease (${taken.holder})`;
  return {
    ...job,
    due: [],
    notDue: [{ id: task.id, status: 'deferred', verdict: 'warn', cause }],
    notes: [...job.notes, cause],
  };
}

async function carry(assignment: Assignment, job: Job, platform: OpenPlatform): Promise<TaskOutcome> {
  const { self, task, inputs, phase, configuration } = assignment;
  const keeping = new AbortController();
  const changing = changingOf(assignment, job, platform, keeping.signal);
  try {
    const environment = await taskEnvironment(self, configuration, platform, task, changing);
    const reserved = job.reserved === undefined ? {} : { reserved: job.reserved };
    const work = () => carryOut(task, { inputs, phase }, { ...environment, ...reserved });
    return await grouped(self.stdout, `${task.title}: what it does`, work);
  } finally {
    keeping.abort();
  }
}

function changingOf({ self, task }: Assignment, job: Job, { maintenance }: OpenPlatform, ends: AbortSignal): Changing {
  const keeper = (holder: string): LeaseKeeper => {
    const kept = new LeaseKeeper(maintenance.lease, holder, systemClock);
    void kept.keep(ends);
    return kept;
  };
  return changingIn({ job, maintenance, keeper, run: wordOf(self) }, task);
}

const wordOf = (self: Process): string => runWord(self.environment.run, self.environment.job);

/** Outputs and the last line; red from the configured verdict on (in a window the step's mark only: `close` decides). */
function told({ self, task }: Assignment, { entry }: TaskOutcome, failOn: Verdict): number {
  self.environment.output('verdict', entry.verdict);
  self.environment.output('status', entry.status);
  self.environment.output('result', entry.result);
  self.stdout.print(
    `${task.id}: ${entry.verdict}, ${entry.status}. ${entry.result}${entry.cause === undefined ? '' : ` (${entry.cause})`}`,
  );
  return atLeast(entry.verdict, failOn) ? 1 : 0;
}
