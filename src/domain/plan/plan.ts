import type { Finding } from '../finding/finding.ts';
import { type Digest, digestOf, type Json, type JsonObject } from '../json.ts';
import type { Measurement } from '../measurement.ts';
import type { LastWriter } from '../owner/last-writer.ts';
import type { ReportedForecast } from '../report/forecasts.ts';
import type { Sightings } from '../state/sightings.ts';
import type { Step } from '../step/step.ts';
import type { Review } from './review.ts';

/** Who wrote a part of the basis last: shown beside a value that moved, and in no digest. */
export type BasisWriter = LastWriter & {
  /** Where in the basis it is: `workloads.deployment/api-gateway.template`. */
  readonly path: string;
};

/**
 * What a task read from the world. `basis` is what must still hold when the plan is applied, and is part of the digest;
 * `measurements` are only shown (percentiles, pids, heartbeats).
 */
export interface Observation<B extends Json = Json, M = unknown> {
  readonly basis: B;
  readonly measurements: M;
  /** For objects that say themselves who wrote them. */
  readonly writers?: readonly BasisWriter[];
}

/** Something that was asked for and is not done, by rule. A result, not an error. */
export interface Refusal {
  readonly subject: string;
  /** The rule, as a sentence. */
  readonly rule: string;
  /** What the state was. */
  readonly state: string;
  /** How to go on properly. */
  readonly next: string;
}

/** What plan mode does not know because looking would change something. It is no verdict. */
export interface NotChecked {
  readonly subject: string;
  readonly why: string;
}

/** What a task's `plan` makes of an observation. */
export interface Draft {
  readonly steps: readonly Step[];
  readonly refusals: readonly Refusal[];
  readonly notChecked: readonly NotChecked[];
  /** What the observation alone shows. */
  readonly findings: readonly Finding[];
  readonly measurements: readonly Measurement[];
  /** What is to come, as data for the report; at most 40. */
  readonly forecasts?: readonly ReportedForecast[];
  /** What was seen that counts only by how long it has been so, for the state; absent: not all of it could be looked at. */
  readonly sightings?: Sightings;
  /** One line for the summary's "Done" table when nothing is to be done or only planned: `nothing to do: 0.4 % of keys are stale (acts above 10 %)`. */
  readonly result: string;
  /** What a reviewer weighs before approving; a task that is gated gives it with its steps. */
  readonly review?: Review;
  /** Set when the task has no object here at all; the verdict is then `not-applicable`. */
  readonly notApplicable?: string;
  /** What was left for a later opening because the window ends too soon for it; the task then counts as deferred. */
  readonly deferred?: string;
}

/** A plan that can be approved, journalled and applied: data only. */
export interface Plan {
  readonly task: string;
  readonly inputs: JsonObject;
  readonly steps: readonly Step[];
  readonly refusals: readonly Refusal[];
  readonly basis: Json;
  readonly digest: Digest;
}

/**
 * Seal a draft: SHA-256 over RFC 8785 JSON of task, inputs, steps (with their undo) and the observation's basis. `now`
 * and measurements are not in it, so the same world gives the same digest tomorrow. Throws where two steps share an id, which
 * is a defect of the task: journal, approval and verification tell steps apart by it.
 */
export function sealPlan(
  task: string,
  inputs: JsonObject,
  basis: Json,
  draft: Pick<Draft, 'steps' | 'refusals'>,
): Plan {
  const { steps, refusals } = draft;
  const ids = new Set<string>();
  for (const { id } of steps) {
    if (ids.has(id)) throw new Error(`two steps of ${task} have the id "${id}"`);
    ids.add(id);
  }
  return { task, inputs, steps, refusals, basis, digest: digestOf({ task, inputs, steps, basis }) };
}
