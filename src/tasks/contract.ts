import type { Calendar } from '../domain/calendar/window.ts';
import type { Platform } from '../domain/configuration/platform.ts';
import type { Thresholds } from '../domain/configuration/thresholds.ts';
import type { Finding } from '../domain/finding/finding.ts';
import type { Measurement } from '../domain/measurement.ts';
import type { Draft, NotChecked, Observation } from '../domain/plan/plan.ts';
import type { AppliedStep } from '../domain/step/effect.ts';
import type { TaskDeclaration } from '../domain/task/declaration.ts';
import type { InputDeclarations, InputValues } from '../domain/task/inputs.ts';
import type { TaskContext } from '../ports/context.ts';
import type { Ports } from '../ports/index.ts';

/** What `plan` may know besides the observation: nothing that differs between two evaluations. */
export interface PlanContext<I extends InputDeclarations> {
  readonly inputs: InputValues<I>;
  readonly platform: Platform;
  readonly thresholds: Thresholds;
  readonly calendar: Calendar;
  readonly now: number;
  /** No step can end after this moment, epoch ms. Absent where nothing is changed by this plan, or not yet: then nobody knows. */
  readonly closesAt?: number;
}

/** What is true after the steps, from the system's own state. Replaces what the draft said. */
export interface Verification {
  readonly findings: readonly Finding[];
  readonly measurements: readonly Measurement[];
  /** One line for the summary's "Done" table. */
  readonly result: string;
  /** What could not be looked at although it was tried; each also has an `unknown` finding. */
  readonly notChecked?: readonly NotChecked[];
}

/** What `verify` works from. */
export interface Done<O extends Observation> {
  readonly observation: O;
  readonly draft: Draft;
  readonly applied: readonly AppliedStep[];
}

/**
 * A task: its declaration, and the three things that are its own. The engine (`src/pipeline/carry-out`) does the rest:
 * parse inputs, seal the plan, hold the Lease, write the journal, take the steps, and make the report.
 */
export interface Task<
  I extends InputDeclarations = InputDeclarations,
  P extends keyof Ports = keyof Ports,
  O extends Observation = Observation,
> extends TaskDeclaration<I, P> {
  /**
   * Read the world and change nothing. What could not be read is part of the observation (and becomes an `unknown`
   * finding with its cause); a PortError that leaves this function makes the whole task `unknown`.
   */
  readonly observe: (context: TaskContext<P>, inputs: InputValues<I>) => Promise<O>;
  /** Pure: the same observation, inputs and `now` give the same draft. */
  readonly plan: (observation: O, context: PlanContext<I>) => Draft;
  /** Called after the steps, when there were any: prove the effect from the system's own state. */
  readonly verify: (context: TaskContext<P>, done: Done<O>, inputs: InputValues<I>) => Promise<Verification>;
}

/** A task of any inputs, ports and observation, as the registry and the engine hold it. */
// biome-ignore lint/suspicious/noExplicitAny: the three are tied together inside the task, and of no interest outside
export type AnyTask = Task<any, any, any>;

/** Declare a task. Gives the compiler the inputs', ports' and observation's types; the value is the argument. */
export function defineTask<const I extends InputDeclarations, const P extends keyof Ports, O extends Observation>(
  task: Task<I, P, O>,
): Task<I, P, O> {
  return task;
}
