import type { Json } from '../json.ts';
import { type StepKind, type StepParameters, stepKinds, type UndoClass } from './kinds.ts';

/** The smallest change that can be applied and checked; one kind's shape. */
export interface StepOf<K extends StepKind> {
  /** Unique within the plan and stable: `vacuum-table public.blocks`. */
  readonly id: string;
  readonly kind: K;
  /** What is changed, copyable: `pod/blockchain-node-0`. */
  readonly subject: string;
  /** What a finding about it is filed under where the subject's own name does not outlive a rollout: `deployment/api-gateway`. */
  readonly owner?: string;
  readonly from: Json;
  readonly to: Json;
  readonly parameters: StepParameters[K];
  readonly why: string;
  readonly risk: string;
  /** What undoes it and how long that takes, or "cannot be undone: …". */
  readonly undo: string;
  /** The step is given up after this many ms; what it started elsewhere ends by then too. */
  readonly deadlineMs: number;
  /**
   * Consecutive steps of one unit stand or fall together: when one fails, those of its unit are undone, and units that
   * were finished before stay. Absent: the plan's steps without a unit are one.
   */
  readonly unit?: string;
  /** What later units do does not rest on this one: when it fails and is put back, they are taken all the same. */
  readonly independent?: true;
  /** Why the subject must not be rolled back (forward-only migrations): on failure everything is kept and reported. */
  readonly hold?: string;
}

/** Any step. */
export type Step = { [K in StepKind]: StepOf<K> }[StepKind];

/** The undo class of a step, from its kind. */
export function undoClassOf(step: Step): UndoClass {
  return stepKinds[step.kind].undo;
}

/** Whether a step can be put back by us. */
export function isReversible(step: Step): boolean {
  return undoClassOf(step) === 'reversible';
}

/** Whether a step may be taken without anybody's approval: from its kind and from → to, never from a label. */
export function isPreventive(step: Step): boolean {
  return stepKinds[step.kind].preventive(step.from, step.to);
}
