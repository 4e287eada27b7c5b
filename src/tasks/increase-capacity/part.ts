import type { Amounts } from '../../domain/capacity/amounts.ts';
import type { FieldsByContainer } from '../../domain/capacity/resource-fields.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import type { Step } from '../../domain/step/step.ts';

/** One part of what was asked for: replicas, resources or volumes. */
export interface Part {
  readonly steps: readonly Step[];
  readonly refusals: readonly Refusal[];
  /** From → to in words, for the line that says what is planned: `replicas 3 → 5`. */
  readonly changes: readonly string[];
  /** What is so already. */
  readonly already: readonly string[];
  /** The new number of pods, and the fields of containers that change, for judging whether they fit. */
  readonly replicas?: number;
  readonly fields?: FieldsByContainer;
  /** What larger volumes count as in quotas. */
  readonly grown?: Amounts;
}

/** Nothing was asked for. */
export const nothing: Part = { steps: [], refusals: [], changes: [], already: [] };

/** A part that is refused. */
export function refused(...refusals: readonly Refusal[]): Part {
  return { ...nothing, refusals };
}
