import type { Step } from '../../src/domain/step/step.ts';
import { PortError } from '../../src/ports/port-error.ts';
import type { Settlement, StepContext, StepExecutor } from '../../src/steps/executor.ts';
import { settleLost } from '../../src/steps/rollout/settle-lost.ts';
import type { Defects } from './defects.ts';
import type { Process } from './process.ts';

/** A change of the platform, whoever made it. */
export interface Change {
  readonly at: number;
  readonly by: string;
  readonly object: string;
  readonly from: number;
  readonly to: number;
}

/** Asked before a change of ours takes effect; throws what is broken. */
export type Watcher = (process: Process, step: Step, object: string, late: boolean) => Promise<void>;

/**
 * A platform as small as can be: numbers by name. Workloads are scaled (reversible), tables vacuumed (forward: counted),
 * logs rotated (final: counted). Sick workloads change and then do not become ready.
 */
export class Platform {
  readonly values = new Map<string, number>();
  readonly changes: Change[] = [];
  readonly sick = new Set<string>();
  #strange = 100;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Make what {@link values} names, before anybody looks. */
  async lay(): Promise<void> {}

  /** At the end: {@link values} is what is really there, whoever has written it. */
  async lookAgain(): Promise<void> {
    for (const name of this.values.keys()) this.values.set(name, (await this.read(name)) ?? 0);
  }

  /** Somebody sets a workload to a number that nobody else uses, so that it can be told whose it is. */
  async meddle(object: string): Promise<void> {
    const strange = this.#strange;
    this.#strange += 1;
    await this.set('person', object, strange);
  }

  /** What it holds now. */
  async read(object: string): Promise<number | undefined> {
    return this.values.get(object);
  }

  async set(by: string, object: string, to: number): Promise<void> {
    this.remember(by, object, to);
  }

  /** Somebody has set it. */
  protected remember(by: string, object: string, to: number): void {
    const from = this.values.get(object) ?? 0;
    this.values.set(object, to);
    this.changes.push({ at: this.#now(), by, object, from, to });
  }

  /** What a plan rests on: its workloads. */
  async basis(prefix: string): Promise<Record<string, number>> {
    const names = [...this.values.keys()].filter((name) => name.startsWith(`workload-${prefix}`));
    const read = names.map(async (name) => [name, await this.read(name)] as const);
    return Object.fromEntries(await Promise.all(read)) as Record<string, number>;
  }
}

const nameOf = (step: Step): string =>
  step.kind === 'scale-workload'
    ? step.parameters.name
    : step.kind === 'vacuum-table'
      ? step.parameters.table
      : step.subject;

/** How a process carries out steps on the platform; `watch` sees every change before it is made. */
export function executorsOf(
  process: Process,
  platform: Platform,
  watch: Watcher,
  defects: Defects,
): (kind: string) => Promise<StepExecutor<never>> {
  const change = (step: Step, from: number, to: number, tested = true) =>
    process.call(`${step.id} ${from} → ${to}`, async (late) => {
      // what runs over a connection of its own ends with it
      if (late && step.kind !== 'scale-workload') return;
      const object = nameOf(step);
      if (tested && (await platform.read(object)) !== from) {
        throw new PortError({ code: 'conflict', subject: step.subject, message: 'it holds another value' });
      }
      await watch(process, step, object, late);
      await platform.set(process.name, object, to);
    });
  const holds = (step: Step) => platform.read(nameOf(step));
  const done = { text: '', measurements: [], findings: [] };
  const scale = {
    kind: 'scale-workload',
    ports: [],
    provedBy: 'apply',
    precondition: async () => ({ holds: true }) as const,
    apply: async (context: StepContext, step: Step) => {
      await settleLost(
        () => change(step, step.from as number, step.to as number),
        async () => (await process.call(`look at ${step.subject}`, () => holds(step))) === step.to,
        context.pause,
      );
      await context.pause(25_000);
      const sick = platform.sick.has(nameOf(step)) && (step.to as number) === 2;
      if (sick) throw new PortError({ code: 'failed', subject: step.subject, message: 'not ready in time' });
      return done;
    },
    settle: async (_context: StepContext, step: Step): Promise<Settlement> => {
      const value = await process.call(`look at ${step.subject}`, () => holds(step));
      if (value === step.to) return 'done';
      if (value === step.from) return 'not-done';
      // the defect takes what somebody else has written for its own
      return defects.has('undo-overwrites') && value !== step.from ? 'done' : 'moved';
    },
    ...(defects.has('undo-overwrites')
      ? {
          revert: async (_context: StepContext, step: Step) => {
            await change(step, step.to as number, step.from as number, false);
            return done;
          },
        }
      : {}),
  };
  const counted = (kind: string) => ({
    kind,
    ports: [],
    provedBy: 'apply',
    precondition: async () => ({ holds: true }) as const,
    apply: async (context: StepContext, step: Step) => {
      const count = platform.values.get(nameOf(step)) ?? 0;
      await change(step, count, count + 1);
      await context.pause(10_000);
      return done;
    },
    settle: async (): Promise<Settlement> => 'cannot-tell',
  });
  return async (kind) => (kind === 'scale-workload' ? scale : counted(kind)) as unknown as StepExecutor<never>;
}
