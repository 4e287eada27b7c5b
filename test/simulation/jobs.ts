import type { Job } from '../../src/domain/job/job.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import type { TaskOutcome } from '../../src/domain/report/outcome.ts';
import type { Report } from '../../src/domain/report/schema.ts';
import { applyDocument, refusedDocument } from '../../src/pipeline/apply/apply-document.ts';
import { carryOut } from '../../src/pipeline/carry-out/carry-out.ts';
import { changingIn } from '../../src/pipeline/carry-out/changing.ts';
import { begin } from '../../src/pipeline/conduct/begin.ts';
import { closeOpenJournal } from '../../src/pipeline/conduct/close-journal.ts';
import { LeaseKeeper } from '../../src/pipeline/lease-keeper.ts';
import { finish } from '../../src/pipeline/publish/finish.ts';
import { recordEnded } from '../../src/pipeline/publish/record-ended.ts';
import { recover } from '../../src/pipeline/recover/recover.ts';
import { undoOwn, withUndone } from '../../src/pipeline/recover/undo-own.ts';
import { PortError } from '../../src/ports/port-error.ts';
import type { AnyTask } from '../../src/tasks/contract.ts';
import { anyJob } from '../domain/job/any-job.ts';
import { admission } from './gate.ts';
import { gatedTask, plainTask } from './plans.ts';
import type { Process } from './process.ts';
import { closesAt, configuration, type World } from './world.ts';

const describe = (id: string) => ({ title: id, type: 'preventive' as const });

/** What the steps of a job hand over to its end. */
export interface Handover {
  job?: Job;
  readonly outcomes: TaskOutcome[];
}

/** A gated job: apply the document as it was approved. */
export async function applies(world: World, process: Process): Promise<readonly TaskOutcome[]> {
  const { run, holder } = world.wordsOf(process);
  const { document, platform, observed, forge } = world.known;
  const maintenance = world.maintenance(process);
  const admitted = await admission(process, document, { fake: forge, spent: maintenance.spent, run });
  if ('refusal' in admitted) return refusedDocument(document, admitted.refusal);
  return applyDocument({
    document,
    task: async (plan: Plan) => gatedTask(plan, process, platform, observed, world.defects),
    environment: async (_task, changing) => world.environment(process, changing),
    maintenance,
    clock: process.clock(),
    calendar: world.settling(process).context.calendar,
    run,
    holder,
    jobEndsAt: closesAt,
    lastWord: async () => {
      const refusal = await admitted.lastWord();
      if (refusal === undefined) world.used(run);
      return refusal;
    },
    closeJournal: async () =>
      (await closeOpenJournal({ ...world.settling(process), journal: maintenance.journal, run })).kind,
    signal: process.abort.signal,
    progress: () => undefined,
  });
}

/** What the tasks of the daily window find to do. */
export interface Chores {
  readonly tables: readonly string[];
  readonly logs: readonly string[];
}

const usual: Chores = { tables: ['table-x', 'table-y'], logs: ['log-x', 'log-y'] };

/** A tick of the daily window: conductor, then each task that is due. */
export async function carriesWindow(
  world: World,
  process: Process,
  handover: Handover,
  { tables, logs } = usual,
): Promise<void> {
  const { run, holder } = world.wordsOf(process);
  const tasks: readonly AnyTask[] = [
    plainTask('vacuum-things', 'vacuum-table', tables, process),
    plainTask('rotate-things', 'rotate-logs', logs, process),
  ];
  const maintenance = world.maintenance(process);
  const job = await begin({
    trigger: { kind: 'schedule', window: 'daily', mode: 'apply' },
    configuration,
    catalogue: tasks,
    maintenance,
    clock: process.clock(),
    run: { url: run, attempt: 1, event: 'schedule', actor: 'a', requestedBy: 'a' },
    platform: { name: 'p', cluster: 'c', namespace: 'n' },
    runWord: run,
    holder,
    jobStartedAt: world.time.now,
    closing: world.settling(process),
    progress: () => undefined,
  });
  handover.job = job;
  for (const task of tasks.filter(({ id }) => job.due.includes(id))) {
    const keeper = new LeaseKeeper(maintenance.lease, holder, process.clock());
    const changing = changingIn({ job, maintenance, keeper: () => keeper, run }, task);
    const outcome = await carryOut(task, { inputs: {}, phase: 'main' }, world.environment(process, changing));
    handover.outcomes.push(outcome);
    await recordEnded(outcome, { job, state: maintenance.state, clock: process.clock(), runWord: run });
  }
}

/** The last step of a job: what is half-way put back, report written, Lease given back. */
export async function ends(
  world: World,
  process: Process,
  job: Job,
  outcomes: readonly TaskOutcome[],
): Promise<Report> {
  const { run, holder } = world.wordsOf(process);
  const maintenance = world.maintenance(process);
  let late: TaskOutcome | undefined;
  try {
    if (job.leaseHolder !== undefined) {
      late = await undoOwn({ maintenance, run, holder, closing: world.settling(process), describe });
    }
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
  }
  const { report, told } = await finish({
    kind: 'window',
    id: process.name,
    job,
    outcomes: withUndone(outcomes, late),
    describe,
    state: maintenance.state,
    clock: process.clock(),
    runWord: run,
  });
  world.known.reports.push(report);
  await told();
  await maintenance.lease.release(holder).catch(() => undefined);
  return report;
}

/** The job of an applied document, for its end. */
export function jobOf(world: World, process: Process): Job {
  const { run, holder } = world.wordsOf(process);
  return anyJob(run, {
    due: world.known.document.plans.map(({ plan }) => plan.task),
    startedAt: new Date(world.time.now).toISOString(),
    closesAt: new Date(closesAt).toISOString(),
    leaseHolder: holder,
  });
}

/** The recovery job, with its report. */
export async function recovers(world: World, process: Process): Promise<void> {
  const { run, holder } = world.wordsOf(process);
  const maintenance = world.maintenance(process);
  const recovery = await recover({
    maintenance,
    run,
    holder,
    closing: world.settling(process),
    patienceMs: 20 * 60_000,
    describe,
    progress: () => undefined,
  });
  if (recovery.outcome === undefined) return;
  const { leaseHolder: _none, ...job } = jobOf(world, process);
  const { report, told } = await finish({
    kind: 'task',
    id: 'recover',
    job: { ...job, due: [] },
    outcomes: [recovery.outcome],
    describe,
    state: maintenance.state,
    clock: process.clock(),
    runWord: run,
  });
  world.known.reports.push(report);
  await told();
}
