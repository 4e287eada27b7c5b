import { approvalDigest } from '../../src/domain/approval/digest.ts';
import type { PlanDocument } from '../../src/domain/approval/document.ts';
import { defaultConfiguration } from '../../src/domain/configuration/read.ts';
import { calendarOf } from '../../src/domain/configuration/windows.ts';
import type { Job } from '../../src/domain/job/job.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import type { TaskOutcome } from '../../src/domain/report/outcome.ts';
import type { Report } from '../../src/domain/report/schema.ts';
import { applyDocument } from '../../src/pipeline/apply/apply-document.ts';
import { carryOut } from '../../src/pipeline/carry-out/carry-out.ts';
import type { Changing, Environment } from '../../src/pipeline/carry-out/environment.ts';
import { begin } from '../../src/pipeline/conduct/begin.ts';
import { type Closing, closeOpenJournal } from '../../src/pipeline/conduct/close-journal.ts';
import { LeaseKeeper } from '../../src/pipeline/lease-keeper.ts';
import { finish } from '../../src/pipeline/publish/finish.ts';
import { recover } from '../../src/pipeline/recover/recover.ts';
import { undoOwn, withUndone } from '../../src/pipeline/recover/undo-own.ts';
import { PortError } from '../../src/ports/port-error.ts';
import type { AnyTask } from '../../src/tasks/contract.ts';
import { FakeCluster } from '../fakes/cluster/fake-cluster.ts';
import { testNow } from '../tasks/environment.ts';
import type { Defects } from './defects.ts';
import { Broken, beforeChange, type Known } from './invariants.ts';
import { maintenanceOf } from './maintenance.ts';
import { approvedDocument, gatedTask, plainTask } from './plans.ts';
import { executorsOf, Platform, type Watcher } from './platform.ts';
import { type Fates, Process, type Surroundings } from './process.ts';
import { Tape } from './tape.ts';
import { VirtualTime } from './virtual-time.ts';

const configuration = defaultConfiguration({});
const describe = (id: string) => ({ title: id, type: 'preventive' as const });
const closesAt = testNow + 100 * 60_000;

/** A whole world: platform, cluster, an approved document, and the processes that act on it. */
export class World {
  readonly time = new VirtualTime(testNow);
  readonly tape: Tape;
  readonly trace: string[] = [];
  /** What must never happen and did. */
  readonly broken: string[] = [];
  readonly known: Known;
  readonly #defects: Defects;
  readonly #around: Surroundings;

  constructor(numbers: readonly number[], defects: Defects) {
    this.tape = new Tape(numbers);
    this.#defects = defects;
    const fake = new FakeCluster({ now: () => this.time.now });
    fake.add(resources.namespaces, { metadata: { name: 'rooivalk-maintenance' } });
    const platform = new Platform(() => this.time.now);
    const document = approvedDocument(this.tape, platform, closesAt);
    for (const name of ['table-x', 'table-y', 'log-x', 'log-y']) platform.values.set(name, 0);
    this.known = {
      time: this.time,
      fake,
      platform,
      document,
      renewals: new Map(),
      observed: new Map(),
      runs: new Map(),
      reports: [],
      finalTaken: new Map(),
      spentBy: new Set(),
    };
    this.#around = { time: this.time, tape: this.tape, trace: this.trace, person: () => this.#person() };
  }

  /** Somebody scales a workload of the document. */
  #person(): void {
    const workloads = [...this.known.platform.values.keys()].filter((name) => name.startsWith('workload'));
    const object = workloads[this.tape.between(0, workloads.length - 1)];
    if (object === undefined) return;
    this.known.platform.meddle(object);
    this.trace.push(`person: sets ${object} to ${this.known.platform.values.get(object)}`);
  }

  /** A process of a run. `sameJobAs`: another process of that process's job, which has its run word and Lease. */
  process(name: string, fates: Fates, sameJobAs?: Process): Process {
    const process = new Process(name, this.#around, fates);
    const shared = sameJobAs && this.known.runs.get(sameJobAs.name);
    this.known.runs.set(name, shared ?? { run: `run of ${name}`, holder: `run of ${name} token` });
    return process;
  }

  #wordsOf(process: Process): { readonly run: string; readonly holder: string } {
    const words = this.known.runs.get(process.name);
    if (words === undefined) throw new Error(`${process.name} has no run`);
    return words;
  }

  #settling(process: Process): Pick<Closing, 'executor' | 'context' | 'clock'> {
    const executor = this.#executors(process);
    const clock = process.clock();
    return {
      clock,
      executor: async (step) => executor(step.kind),
      context: {
        ports: { database: { endDeadRun: async () => 0 } } as never,
        platform: configuration.platform,
        thresholds: configuration.thresholds,
        calendar: calendarOf(configuration),
        now: clock.now(),
        signal: process.abort.signal,
        pause: (ms) => clock.sleep(ms, process.abort.signal),
        progress: () => undefined,
      },
    };
  }

  #executors(process: Process) {
    // our own code takes errors for failures of the platform: what is broken is kept here as well
    const watch: Watcher = (who, step, object) =>
      beforeChange(this.known, who, step, object).catch((error: unknown) => {
        if (error instanceof Broken) this.broken.push(error.message);
        throw error;
      });
    return executorsOf(process, this.known.platform, watch, this.#defects);
  }

  #environment(process: Process, changing: Changing): Environment {
    const { context, clock } = this.#settling(process);
    return {
      ports: context.ports,
      platform: configuration.platform,
      thresholds: configuration.thresholds,
      calendar: calendarOf(configuration),
      clock,
      signal: process.abort.signal,
      progress: () => undefined,
      executor: this.#executors(process) as unknown as Environment['executor'],
      changing,
    };
  }

  #maintenance(process: Process) {
    return maintenanceOf(process, this.known.fake, this.known.renewals, this.#defects);
  }

  /** A gated job: apply the document as it was approved. */
  async applies(process: Process): Promise<readonly TaskOutcome[]> {
    const { run, holder } = this.#wordsOf(process);
    const { document, platform, observed, spentBy } = this.known;
    const maintenance = this.#maintenance(process);
    const digest = approvalDigest(document as PlanDocument);
    return applyDocument({
      document,
      task: async (plan: Plan) => gatedTask(plan, process, platform, observed, this.#defects),
      environment: async (_task, changing) => this.#environment(process, changing),
      maintenance,
      clock: process.clock(),
      run,
      holder,
      jobEndsAt: closesAt,
      lastWord: async () => {
        const refusal = { subject: 'approval', rule: 'used once', state: 'it has been used', next: 'plan again' };
        try {
          const at = new Date(this.time.now).toISOString();
          if (!(await maintenance.spent.spend(digest, { run, approver: 'mk', at, notAfter: document.notAfter })))
            return refusal;
          spentBy.add(run);
          return undefined;
        } catch (error) {
          if (!(error instanceof PortError)) throw error;
          return { ...refusal, state: error.message };
        }
      },
      closeJournal: async () =>
        (await closeOpenJournal({ ...this.#settling(process), journal: maintenance.journal, run })).kind,
      signal: process.abort.signal,
      progress: () => undefined,
    });
  }

  /** A tick of the daily window: conductor, then each task that is due. */
  async carriesWindow(process: Process): Promise<{ readonly job: Job; readonly outcomes: readonly TaskOutcome[] }> {
    const { run, holder } = this.#wordsOf(process);
    const tasks: readonly AnyTask[] = [
      plainTask('vacuum-things', 'vacuum-table', ['table-x', 'table-y'], process),
      plainTask('rotate-things', 'rotate-logs', ['log-x', 'log-y'], process),
    ];
    const maintenance = this.#maintenance(process);
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
      jobStartedAt: this.time.now,
      closing: this.#settling(process),
      progress: () => undefined,
    });
    const outcomes: TaskOutcome[] = [];
    for (const task of tasks.filter(({ id }) => job.due.includes(id))) {
      const keeper = new LeaseKeeper(maintenance.lease, holder, process.clock());
      const changing: Changing =
        job.leaseHolder === undefined
          ? { mode: 'plan' }
          : { mode: 'apply', journal: maintenance.journal, run, holdsLease: () => keeper.holds(), closesAt };
      outcomes.push(await carryOut(task, { inputs: {}, phase: 'main' }, this.#environment(process, changing)));
    }
    return { job, outcomes };
  }

  /** The last step of a job: what is half-way put back, report written, Lease given back. */
  async ends(process: Process, job: Job, outcomes: readonly TaskOutcome[]): Promise<Report> {
    const { run, holder } = this.#wordsOf(process);
    const maintenance = this.#maintenance(process);
    let late: TaskOutcome | undefined;
    try {
      if (job.leaseHolder !== undefined) {
        late = await undoOwn({ maintenance, run, holder, closing: this.#settling(process), describe });
      }
    } catch (error) {
      if (!(error instanceof PortError)) throw error;
    }
    const { report } = await finish({
      kind: 'window',
      id: process.name,
      job,
      outcomes: withUndone(outcomes, late),
      describe,
      state: maintenance.state,
      clock: process.clock(),
      runWord: run,
    });
    this.known.reports.push(report);
    await maintenance.lease.release(holder).catch(() => undefined);
    return report;
  }

  /** The job of an applied document, for its end. */
  jobOf(process: Process): Job {
    const { run, holder } = this.#wordsOf(process);
    const startedAt = new Date(this.time.now).toISOString();
    return {
      mode: 'apply',
      run: { url: run, attempt: 1, event: 'workflow_dispatch', actor: 'a', requestedBy: 'a' },
      platform: { name: 'p', cluster: 'c', namespace: 'n' },
      window: undefined,
      absorbs: [],
      continues: false,
      due: this.known.document.plans.map(({ plan }) => plan.task),
      lookOnly: [],
      notDue: [],
      notes: [],
      findings: [],
      earlier: {},
      startedAt,
      closesAt: new Date(closesAt).toISOString(),
      leaseHolder: holder,
      failOn: 'unknown',
    };
  }

  /** The recovery job, with its report. */
  async recovers(process: Process): Promise<void> {
    const { run, holder } = this.#wordsOf(process);
    const maintenance = this.#maintenance(process);
    const recovery = await recover({
      maintenance,
      run,
      holder,
      closing: this.#settling(process),
      patienceMs: 20 * 60_000,
      describe,
      progress: () => undefined,
    });
    if (recovery.outcome === undefined) return;
    const { leaseHolder: _none, ...job } = this.jobOf(process);
    const { report } = await finish({
      kind: 'task',
      id: 'recover',
      job: { ...job, due: [] },
      outcomes: [recovery.outcome],
      describe,
      state: maintenance.state,
      clock: process.clock(),
      runWord: run,
    });
    this.known.reports.push(report);
  }
}
