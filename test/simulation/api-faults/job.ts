import type { Access } from '../../../src/adapters/kubernetes/access.ts';
import { KubernetesCluster } from '../../../src/adapters/kubernetes/kubernetes-cluster.ts';
import { openMaintenance } from '../../../src/adapters/kubernetes/maintenance.ts';
import { approvalDigest } from '../../../src/domain/approval/digest.ts';
import type { PlanDocument } from '../../../src/domain/approval/document.ts';
import { calendarOf } from '../../../src/domain/configuration/windows.ts';
import type { Job } from '../../../src/domain/job/job.ts';
import type { Refusal } from '../../../src/domain/plan/plan.ts';
import type { TaskOutcome } from '../../../src/domain/report/outcome.ts';
import type { Report } from '../../../src/domain/report/schema.ts';
import { applyDocument } from '../../../src/pipeline/apply/apply-document.ts';
import { carryOut } from '../../../src/pipeline/carry-out/carry-out.ts';
import { changingIn } from '../../../src/pipeline/carry-out/changing.ts';
import type { Changing, Environment } from '../../../src/pipeline/carry-out/environment.ts';
import { causeOf } from '../../../src/pipeline/carry-out/trouble.ts';
import { begin } from '../../../src/pipeline/conduct/begin.ts';
import { type Closing, closeOpenJournal } from '../../../src/pipeline/conduct/close-journal.ts';
import { LeaseKeeper } from '../../../src/pipeline/lease-keeper.ts';
import type { Maintenance } from '../../../src/pipeline/maintenance.ts';
import { finish } from '../../../src/pipeline/publish/finish.ts';
import { recover } from '../../../src/pipeline/recover/recover.ts';
import { undoOwn, withUndone } from '../../../src/pipeline/recover/undo-own.ts';
import type { Ports } from '../../../src/ports/index.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import type { StepExecutor } from '../../../src/steps/executor.ts';
import { loadStep } from '../../../src/steps/registry.ts';
import { configured } from '../../configured.ts';
import { anyJob } from '../../domain/job/any-job.ts';
import type { Scene } from './scenario.ts';

const key = Buffer.alloc(32, 7);
const describe = (id: string) => ({ title: id, type: 'preventive' as const });
const platform = { name: 'p', cluster: 'c', namespace: 'n' };

/** What a run said: its report, and what it printed besides. */
export interface Told {
  readonly report?: Report;
  readonly printed: readonly string[];
}

/** One process of a job, as an action's: with a client of its own, that has never spoken to the server. */
class Process implements AsyncDisposable {
  readonly cluster: KubernetesCluster;
  readonly maintenance: Maintenance;
  readonly #signal = new AbortController().signal;
  readonly #scene: Scene;
  readonly #configuration;

  constructor(access: Access, scene: Scene) {
    this.#scene = scene;
    this.#configuration = configured({ platform: scene.world.platform ?? {} });
    this.cluster = new KubernetesCluster(access, { clock: scene.clock, random: () => 0.5, signal: this.#signal });
    this.maintenance = openMaintenance(this.cluster, systemClock, key);
  }

  get configuration() {
    return this.#configuration;
  }

  get ports(): Ports {
    return { ...this.#scene.world.ports, cluster: this.cluster } as Ports;
  }

  closing(): Pick<Closing, 'executor' | 'context' | 'clock'> {
    const { platform: configured, thresholds } = this.#configuration;
    return {
      clock: systemClock,
      executor: async (step) => (await loadStep(step.kind)) as unknown as StepExecutor<never>,
      context: {
        ports: this.ports,
        platform: configured,
        thresholds,
        calendar: calendarOf(this.#configuration),
        now: systemClock.now(),
        signal: this.#signal,
        pause: (ms) => systemClock.sleep(ms, this.#signal),
        progress: () => undefined,
      },
    };
  }

  environment(changing: Changing): Environment {
    const { context } = this.closing();
    return { ...context, clock: systemClock, executor: loadStep, changing };
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.cluster.close();
  }
}

/** A whole job of the window: conductor, its task, and the conductor's end. */
export async function runJob(access: Access, scene: Scene, word: string): Promise<Told> {
  const printed: string[] = [];
  const jobStartedAt = systemClock.now();
  const holder = `${word} token`;
  await using conductor = new Process(access, scene);
  const job = await begin({
    trigger: { kind: 'schedule', window: scene.scenario.window, mode: 'apply' },
    configuration: conductor.configuration,
    catalogue: [scene.task],
    maintenance: conductor.maintenance,
    clock: systemClock,
    run: { url: word, attempt: 1, event: 'schedule', actor: 'a', requestedBy: 'a' },
    platform,
    runWord: word,
    holder,
    jobStartedAt,
    closing: conductor.closing(),
    progress: (text) => printed.push(text),
  });
  const outcomes = job.due.includes(scene.task.id) ? [await carry(access, scene, job, word)] : [];
  return endJob(access, scene, { job, outcomes, printed }, word);
}

/** What the steps of a job leave to its end. */
interface Ending {
  readonly job: Job;
  readonly outcomes: readonly TaskOutcome[];
  readonly printed: string[];
}

/** The last step of a job: what is half-way put back, report written, Lease given back. */
async function endJob(access: Access, scene: Scene, { job, outcomes, printed }: Ending, word: string): Promise<Told> {
  await using end = new Process(access, scene);
  try {
    const late = await putBack(end, job, word, printed);
    const finished = await finish({
      kind: 'window',
      id: scene.scenario.window,
      job,
      outcomes: withUndone(outcomes, late),
      describe,
      state: end.maintenance.state,
      clock: systemClock,
      runWord: word,
    });
    const { report } = finished;
    return { report, printed: [...printed, ...finished.notRemembered, ...(await finished.told())] };
  } finally {
    if (job.leaseHolder !== undefined)
      await end.maintenance.lease.release(job.leaseHolder).catch((error) => printed.push(causeOf(error)));
  }
}

/** A whole gated job: the document is applied as it was approved, and the job's end. */
export async function runApproved(access: Access, scene: Scene, document: PlanDocument, word: string): Promise<Told> {
  const printed: string[] = [];
  const holder = `${word} token`;
  const at = new Date(systemClock.now()).toISOString();
  await using process = new Process(access, scene);
  const { maintenance } = process;
  const outcomes = await applyDocument({
    document,
    task: async () => scene.task,
    environment: async (_task, changing) => process.environment(changing),
    maintenance,
    clock: systemClock,
    calendar: process.closing().context.calendar,
    run: word,
    holder,
    jobEndsAt: Date.parse(document.notAfter),
    lastWord: () => used(maintenance, document, word),
    closeJournal: async () =>
      (await closeOpenJournal({ ...process.closing(), journal: maintenance.journal, run: word })).kind,
    signal: new AbortController().signal,
    progress: (text) => printed.push(text),
  });
  const due = outcomes.map(({ entry }) => entry.id);
  const job = { ...jobOf(word, at), due, closesAt: document.notAfter, leaseHolder: holder };
  return endJob(access, scene, { job, outcomes, printed }, word);
}

/** The approval is used, once; what cannot be known is no approval. */
async function used({ spent }: Maintenance, document: PlanDocument, run: string): Promise<Refusal | undefined> {
  const at = new Date(systemClock.now()).toISOString();
  const facts = { run, approver: 'reviewer', at, notAfter: document.notAfter };
  const refused = (state: string) => ({
    subject: 'approval',
    rule: 'an approval is used once',
    state,
    next: 'plan again',
  });
  try {
    const first = await spent.spend(approvalDigest(document), facts);
    return first ? undefined : refused('it has been used');
  } catch (error) {
    return refused(causeOf(error));
  }
}

async function carry(access: Access, scene: Scene, job: Job, run: string): Promise<TaskOutcome> {
  await using process = new Process(access, scene);
  const ended = new AbortController();
  const { lease } = process.maintenance;
  const keeper = new LeaseKeeper(lease, job.leaseHolder ?? '', systemClock);
  const mayChange = job.leaseHolder !== undefined && !job.lookOnly.includes(scene.task.id);
  if (mayChange) void keeper.keep(ended.signal);
  const changing = changingIn({ job, maintenance: process.maintenance, keeper: () => keeper, run }, scene.task);
  try {
    return await carryOut(scene.task, { inputs: scene.inputs, phase: 'main' }, process.environment(changing));
  } finally {
    ended.abort();
  }
}

async function putBack(
  process: Process,
  { leaseHolder }: Job,
  run: string,
  printed: string[],
): Promise<TaskOutcome | undefined> {
  if (leaseHolder === undefined) return undefined;
  try {
    return await undoOwn({
      maintenance: process.maintenance,
      run,
      holder: leaseHolder,
      closing: process.closing(),
      describe,
    });
  } catch (error) {
    printed.push(`Whether this job left something half-way is not known: ${causeOf(error)}`);
    return undefined;
  }
}

/** The recovery job that comes after a run which left its journal open. */
export async function runRecovery(access: Access, scene: Scene, word: string): Promise<Told> {
  await using process = new Process(access, scene);
  const { maintenance } = process;
  const recovery = await recover({
    maintenance,
    run: word,
    holder: `${word} token`,
    closing: process.closing(),
    patienceMs: 20 * 60_000,
    describe,
    progress: () => undefined,
  });
  if (recovery.outcome === undefined) return { printed: [recovery.note] };
  const at = new Date(systemClock.now()).toISOString();
  const { report, notRemembered } = await finish({
    kind: 'task',
    id: 'recover',
    job: { ...jobOf(word, at), notes: [recovery.note] },
    outcomes: [recovery.outcome],
    describe,
    state: maintenance.state,
    clock: systemClock,
    runWord: word,
  });
  return { report, printed: [recovery.note, ...notRemembered] };
}

/** A job that no conductor decided about. */
const jobOf = (word: string, at: string): Job => anyJob(word, { platform, startedAt: at, closesAt: at });
