import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { sealPlan } from '../../src/domain/plan/plan.ts';
import type { StepOf } from '../../src/domain/step/step.ts';
import type { Ports } from '../../src/ports/index.ts';
import { PortError } from '../../src/ports/port-error.ts';
import { defineStep, type StepContext } from '../../src/steps/executor.ts';
import { FakeCluster } from '../fakes/cluster/fake-cluster.ts';
import { stillClock, testNow } from '../tasks/environment.ts';

/** When the steps of these tests are given up, ms: so long that no clock of a test takes it for a pause. */
export const deadlineMs = 16_000;

/** A reversible step: workload `name` goes from 1 to 2 replicas. */
export const scale = (name: string, rest: Partial<StepOf<'scale-workload'>> = {}): StepOf<'scale-workload'> => ({
  id: `scale-workload deployment/${name}`,
  kind: 'scale-workload',
  subject: `deployment/${name}`,
  from: 1,
  to: 2,
  parameters: { resource: 'deployments', namespace: 'phoenix-rooivalk', name, uid: `uid-${name}`, readyWithinMs: 1000 },
  why: 'more is asked of it',
  risk: 'none',
  undo: 'replicas back to 1',
  deadlineMs,
  ...rest,
});

/** A forward step. */
export const vacuum = (table: string, rest: Partial<StepOf<'vacuum-table'>> = {}): StepOf<'vacuum-table'> => ({
  id: `vacuum-table public.${table}`,
  kind: 'vacuum-table',
  subject: `table public.${table}`,
  from: 1,
  to: 0,
  parameters: {
    server: 'pod/postgres-0',
    database: 'd',
    schema: 'public',
    table,
    oid: 1,
    vacuum: true,
    analyze: true,
    freeze: false,
    lockTimeoutMs: 1,
    statementTimeoutMs: 1,
  },
  why: 'dead rows',
  risk: 'none',
  undo: 'cannot be undone: dead rows are gone',
  deadlineMs,
  ...rest,
});

/** A plan of these steps. */
export const planOf = (steps: Plan['steps']): Plan =>
  sealPlan('increase-capacity', {}, { at: 1 }, { steps, refusals: [] });

/**
 * Numbers of replicas by name, as the smallest world with reversible steps, with journal and Lease in a cluster of their
 * own. `fails`: names whose change takes effect and then fails.
 */
export class ScaledWorld {
  readonly replicas = new Map<string, number>();
  readonly log: string[] = [];
  readonly fails = new Set<string>();
  readonly refusesUndo = new Set<string>();
  /** What a person sets a workload to right after its change. */
  readonly meddles = new Map<string, number>();
  readonly #maintenance = new FakeCluster({ now: () => testNow });

  constructor(names: readonly string[]) {
    for (const name of names) this.replicas.set(name, 1);
    this.#maintenance.add(resources.namespaces, { metadata: { name: 'rooivalk-maintenance' } });
  }

  /** Numbers as an object. */
  state(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.replicas);
  }

  /** The journal as another process sees it. */
  journal(key?: Uint8Array) {
    return openMaintenance(this.#maintenance, stillClock(), key).journal;
  }

  /** The cluster that the journal is kept in. */
  get cluster(): FakeCluster {
    return this.#maintenance;
  }

  readonly scale = defineStep({
    kind: 'scale-workload',
    ports: [],
    provedBy: 'apply',
    precondition: async () => ({ holds: true }),
    apply: async ({ puttingBack: undoing }: StepContext, step) => {
      const { name } = step.parameters;
      if (this.replicas.get(name) !== step.from || (undoing && this.refusesUndo.has(name))) {
        throw new PortError({ code: 'conflict', subject: step.subject, message: 'it holds another value' });
      }
      this.replicas.set(name, step.to as number);
      this.log.push(`${name} ${step.from} → ${step.to}`);
      const meddled = this.meddles.get(name);
      if (meddled !== undefined) this.replicas.set(name, meddled);
      if (this.fails.has(name) && !undoing) {
        throw new PortError({ code: 'failed', subject: step.subject, message: 'not ready in time' });
      }
      return { text: `${step.from} → ${step.to}`, measurements: [], findings: [] };
    },
    settle: async (_context, step) => {
      const now = this.replicas.get(step.parameters.name);
      return now === step.to ? 'done' : now === step.from ? 'not-done' : 'moved';
    },
  });

  readonly vacuum = defineStep({
    kind: 'vacuum-table',
    ports: [],
    provedBy: 'settle',
    precondition: async () => ({ holds: true }),
    apply: async (_context, step) => {
      this.log.push(`vacuum ${step.parameters.table}`);
      return { text: '', measurements: [], findings: [] };
    },
    settle: async () => 'cannot-tell',
  });

  /** The executor of a step's kind. */
  readonly executor = async (kind: string) => (kind === 'scale-workload' ? this.scale : this.vacuum) as never;

  /** A step's context. */
  context(signal = new AbortController().signal): StepContext {
    const clock = stillClock();
    return {
      ports: {} as Ports,
      platform: {} as never,
      thresholds: {} as never,
      calendar: {} as never,
      now: testNow,
      signal,
      pause: (ms) => clock.sleep(ms),
      progress: () => undefined,
      planId: 'a plan',
    };
  }
}
