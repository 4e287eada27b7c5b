import { isoOf } from '../calendar/instants.ts';
import type { EpochMs } from '../calendar/window.ts';
import { JOB_MS, RESERVE_MS } from '../conduct/scene.ts';
import type { Refusal } from '../plan/plan.ts';
import { formatSpan } from '../quantities.ts';
import { type StepKind, stepKinds } from '../step/kinds.ts';
import { longestWaitMs } from './document.ts';
import type { Validity } from './validity.ts';

/** What of a plan says how long it takes. */
export interface Timed {
  readonly undoMs: number;
  readonly plan: { readonly steps: readonly { readonly kind: StepKind; readonly deadlineMs: number }[] };
}

/**
 * Longest that applying a plan and undoing it may take, ms. Steps with a way back are begun only when all of them fit, so
 * all deadlines count. Where none has one, each stands for itself and one that does not fit is for later: the longest counts.
 */
export function timeNeededMs({ undoMs, plan }: Timed): number {
  const deadlines = plan.steps.map(({ deadlineMs }) => deadlineMs);
  const undoable = plan.steps.some(({ kind }) => stepKinds[kind].undo === 'reversible');
  return undoMs + (undoable ? deadlines.reduce((sum, ms) => sum + ms, 0) : Math.max(0, ...deadlines));
}

/** What a plan is measured against. */
export interface Fitting {
  readonly task: string;
  /** What the plans before it at the same gate need, ms: they are applied in the same job. */
  readonly beforeMs: number;
  readonly validity: Validity;
  readonly now: EpochMs;
}

/**
 * The refusal of a plan that could never be applied: its validity, or the job that applies it, is shorter than applying and
 * undoing it may take. Said while it is planned, since whoever approves it afterwards has approved nothing.
 */
export function outlastsItsValidity(timed: Timed, { task, beforeMs, validity, now }: Fitting): Refusal | undefined {
  const needed = beforeMs + timeNeededMs(timed);
  const { window, notAfter } = validity;
  const from = window === undefined ? now : Math.max(now, Date.parse(window.opensAt));
  const valid = Math.max(0, Date.parse(notAfter) - from);
  const longestJob = JOB_MS - RESERVE_MS;
  if (needed <= Math.min(valid, longestJob)) return undefined;
  const before = beforeMs === 0 ? '' : `, ${formatSpan(beforeMs)} of it for the plans before it`;
  const takes = `that may take ${formatSpan(needed)} (${formatSpan(timed.undoMs)} of it to undo it${before})`;
  const fewer = 'plan for fewer objects at a time';
  const rule = 'a plan is valid for as long as applying it and undoing it may take';
  if (needed > longestJob) {
    return { subject: task, rule, state: `${takes}, and a job has ${formatSpan(longestJob)} for it`, next: fewer };
  }
  if (window === undefined) {
    const state = `${takes}, and a plan outside windows is valid for ${formatSpan(valid)} (approval.valid-for)`;
    return { subject: task, rule, state, next: raise(needed, fewer) };
  }
  const left =
    now < from ? `${window.name} is open for ${formatSpan(valid)}` : `${window.name} closes in ${formatSpan(valid)}`;
  return { subject: task, rule, state: `${takes}, and ${left}`, next: longer(window, now < from, fewer) };
}

const raise = (needed: number, fewer: string): string =>
  needed > longestWaitMs
    ? fewer
    : `set approval.valid-for in .github/maintenance.yml to more than ${formatSpan(needed)}, with the time that reviewers need besides, or ${fewer}`;

const longer = ({ name, closesAt }: NonNullable<Validity['window']>, comes: boolean, fewer: string): string => {
  const lengthen = `raise windows.${name}.duration in .github/maintenance.yml, or ${fewer}`;
  return comes ? lengthen : `plan again after ${isoOf(Date.parse(closesAt))} with a reason, or ${lengthen}`;
};
