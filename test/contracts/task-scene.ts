import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import type { Configuration } from '../../src/domain/configuration/configuration.ts';
import { calendarOf } from '../../src/domain/configuration/windows.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import { sealPlan } from '../../src/domain/plan/plan.ts';
import type { TaskOutcome } from '../../src/domain/report/outcome.ts';
import type { Step } from '../../src/domain/step/step.ts';
import { parseInputs } from '../../src/domain/task/inputs.ts';
import { carryOut } from '../../src/pipeline/carry-out/carry-out.ts';
import type { Environment } from '../../src/pipeline/carry-out/environment.ts';
import type { Prepared } from '../../src/pipeline/carry-out/request.ts';
import { type ClosedJournal, closeOpenJournal } from '../../src/pipeline/conduct/close-journal.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Cluster } from '../../src/ports/cluster.ts';
import type { TaskContext } from '../../src/ports/context.ts';
import type { Ports } from '../../src/ports/index.ts';
import type { Journal } from '../../src/ports/journal.ts';
import { PortError } from '../../src/ports/port-error.ts';
import type { StepExecutor } from '../../src/steps/executor.ts';
import { loadStep } from '../../src/steps/registry.ts';
import type { AnyTask, PlanContext } from '../../src/tasks/contract.ts';
import { configured } from '../configured.ts';
import { FakeCluster } from '../fakes/cluster/fake-cluster.ts';
import { stillClock, testNow } from '../tasks/environment.ts';
import type { World } from './world.ts';

/** What may be put in the place of the usual when a task is carried out. */
export interface Instead {
  readonly mode?: 'plan' | 'apply';
  readonly signal?: AbortSignal;
  readonly holdsLease?: () => Promise<boolean>;
  readonly closesAt?: number;
  readonly journal?: Journal;
  readonly executor?: Environment['executor'];
  /** Instead of the plan that is made, and accepted, before a gated task is applied; `none`: nobody was asked. */
  readonly prepared?: Prepared | 'none';
}

/** Where a process ends: before the journal names a step, after that, with its effect, or before the journal is closed. */
export interface KillPoint {
  readonly step: number;
  readonly where: 'before' | 'begun' | 'in' | 'closing';
}

/** A process that stands still at a kill point, as one that was killed does. */
export interface Killed<Ending = TaskOutcome> {
  /** Let it go on after all, as a process that was only frozen does; it must find that it has lost. */
  readonly thaw: () => Promise<Ending>;
}

/** Run until it stands still at `here`; rejects when it comes to its end without. */
export async function killedAt<Ending>(
  where: string,
  run: (here: () => Promise<void>) => Promise<Ending>,
): Promise<Killed<Ending>> {
  const stop = standstill();
  const running = run(stop.here);
  await Promise.race([stop.reached, running.then(() => Promise.reject(new Error(`${where} was not reached`)))]);
  return {
    thaw: () => {
      stop.thaw();
      return running;
    },
  };
}

/** One task in its world, with journal and Lease kept in a cluster of their own. */
export class Scene {
  readonly task: AnyTask;
  readonly world: World;
  readonly inputs: JsonObject;
  readonly configuration: Configuration;
  readonly #clock: Clock;
  readonly #maintenance: Cluster;

  constructor(task: AnyTask, world: World) {
    this.task = task;
    this.world = world;
    const parsed = parseInputs(task.inputs, world.inputs ?? {});
    if ('errors' in parsed) throw new TypeError(JSON.stringify(parsed.errors));
    this.inputs = parsed.inputs as JsonObject;
    this.configuration = world.real?.configuration ?? configured({ platform: world.platform ?? {} });
    this.#clock = world.real?.clock ?? stillClock();
    this.#maintenance = world.real?.maintenance ?? emptyMaintenance();
  }

  /** The journal as another process sees it. */
  journal(): Journal {
    return openMaintenance(this.#maintenance, this.#clock).journal;
  }

  planContext(): PlanContext<never> {
    const { platform, thresholds } = this.configuration;
    return {
      inputs: this.inputs as never,
      platform,
      thresholds,
      calendar: calendarOf(this.configuration),
      now: this.#clock.now(),
    };
  }

  context(): TaskContext {
    const { platform, thresholds, calendar, now } = this.planContext();
    const { signal } = new AbortController();
    const ports = this.world.ports as Ports;
    return {
      ports,
      platform,
      thresholds,
      calendar,
      now,
      signal,
      pause: (ms) => this.#clock.sleep(ms),
      progress: () => undefined,
    };
  }

  /** The plan that the world as it is gives. */
  async prepare(): Promise<Prepared> {
    const observation = await this.task.observe(this.context() as never, this.inputs as never);
    const draft = this.task.plan(observation, this.planContext());
    return { plan: sealPlan(this.task.id, this.inputs, observation.basis, draft), draft };
  }

  /** Carry the task out; a gated one by a plan that was made before, as if somebody had approved it. */
  async carryOut(instead: Instead = {}): Promise<TaskOutcome> {
    const gated = this.task.type !== 'preventive' && instead.mode !== 'plan';
    const prepared = instead.prepared ?? (gated ? await this.prepare() : 'none');
    const { platform, thresholds, calendar } = this.planContext();
    const environment: Environment = {
      ports: this.world.ports as Ports,
      platform,
      thresholds,
      calendar,
      clock: this.#clock,
      signal: instead.signal ?? new AbortController().signal,
      progress: () => undefined,
      executor: instead.executor ?? loadStep,
      changing:
        instead.mode === 'plan'
          ? { mode: 'plan' }
          : {
              mode: 'apply',
              journal: instead.journal ?? this.journal(),
              run: 'this run',
              holdsLease: instead.holdsLease ?? (async () => true),
              closesAt: instead.closesAt ?? this.#clock.now() + 7_200_000,
            },
    };
    const request = { inputs: this.inputs, phase: 'main', ...(prepared === 'none' ? {} : { prepared }) } as const;
    return carryOut(this.task, request, environment);
  }

  /** Carry the task out until the kill point; nothing of it moves afterwards, unless it is thawed. */
  async kill(point: KillPoint): Promise<Killed> {
    return this.killIn(`${point.where} ${point.step}`, (here) => {
      let asked = -1;
      let taken = -1;
      const holdsLease = async (): Promise<boolean> => {
        asked += 1;
        if (point.where === 'before' && asked === point.step) await here();
        return true;
      };
      const executor = async (kind: Step['kind']): Promise<StepExecutor<never>> => {
        const real = (await loadStep(kind)) as unknown as StepExecutor<never>;
        return eachTaken(real, () => {
          taken += 1;
          return taken === point.step ? standing(real, point.where, here) : real;
        });
      };
      const journal = point.where === 'closing' ? closingAt(this.journal(), here) : this.journal();
      return { holdsLease, executor: executor as unknown as Environment['executor'], journal };
    });
  }

  /** Carry the task out until whatever was put in the place of the usual stands still at `here`. */
  async killIn(where: string, instead: (here: () => Promise<void>) => Instead): Promise<Killed> {
    return killedAt(where, (here) => this.carryOut(instead(here)));
  }

  /** What the next run does about an open journal before anything else. */
  closeJournal(journal = this.journal()): Promise<ClosedJournal> {
    return closeOpenJournal({
      journal,
      run: 'the next run',
      executor: async (step) => (await loadStep(step.kind)) as unknown as StepExecutor<never>,
      context: this.context(),
      clock: this.#clock,
      undo: { holdsLease: async () => true },
    });
  }
}

function emptyMaintenance(): FakeCluster {
  const cluster = new FakeCluster({ now: () => testNow });
  cluster.add(resources.namespaces, { metadata: { name: 'rooivalk-maintenance' } });
  return cluster;
}

/** An executor that is chosen anew for each step that is taken; loading it for anything else is no taking. */
export function eachTaken(real: StepExecutor<never>, choose: () => StepExecutor<never>): StepExecutor<never> {
  let chosen = real;
  return {
    ...real,
    precondition: (context, step) => {
      chosen = choose();
      return chosen.precondition(context, step);
    },
    apply: (context, step) => chosen.apply(context, step),
  };
}

function standstill() {
  let thaw = (): void => undefined;
  let arrive = (): void => undefined;
  const thawed = new Promise<void>((resolve) => {
    thaw = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const here = (): Promise<void> => {
    arrive();
    return thawed;
  };
  return { here, reached, thaw: () => thaw() };
}

function standing(
  real: StepExecutor<never>,
  where: KillPoint['where'],
  here: () => Promise<void>,
): StepExecutor<never> {
  if (where === 'begun') {
    return {
      ...real,
      precondition: async () => {
        await here();
        throw new PortError({ code: 'cancelled', subject: 'run', message: 'the process was frozen' });
      },
    };
  }
  if (where !== 'in') return real;
  return {
    ...real,
    precondition: async (context, step) => {
      const answer = await real.precondition(context, step);
      // a step that is left alone has no inside; the process ends there all the same
      if (!answer.holds) await here();
      return answer;
    },
    apply: async (context, step) => {
      const effect = await real.apply(context, step);
      await here();
      return effect;
    },
  };
}

function closingAt(journal: Journal, here: () => Promise<void>): Journal {
  return {
    read: () => journal.read(),
    takeOver: (run) => journal.takeOver(run),
    open: async (opening) => {
      const writer = await journal.open(opening);
      return {
        write: (step, progress) => writer.write(step, progress),
        close: async () => {
          await here();
          await writer.close();
        },
      };
    },
  };
}
