import type { Refusal } from '../../plan/plan.ts';

/** A rule of the guard, by a word that tests, reports and readers of logs can rely on. */
export type RuleName =
  | 'evidence'
  | 'first-attempt'
  | 'own-identity'
  | 'default-branch'
  | 'one-gated-job'
  | 'ungated'
  | 'environment-protected'
  | 'environment-unchanged'
  | 'reviewers-known'
  | 'requesters-known'
  | 'approved'
  | 'approver'
  | 'digest-in-comment'
  | 'plan-run'
  | 'plan-file'
  | 'plan-digest'
  | 'plan-here'
  | 'opening'
  | 'not-after'
  | 'comment'
  | 'issue'
  | 'unspent';

/** A refusal of the guard: by which rule, what the state was, and how to go on. */
export interface Denial extends Refusal {
  readonly name: RuleName;
}

/** Whether a refusal is of the moment alone, so that the same approval may be tried again: nothing could be read, or it is no time. */
export function isMomentary(refusal: Refusal): boolean {
  return 'name' in refusal && momentary.includes(refusal.name as RuleName);
}

const momentary: readonly RuleName[] = ['evidence', 'opening'];

/** One rule: undefined when it is met. */
export type Rule<Evidence> = (evidence: Evidence) => Denial | undefined;

/** What every refusal of the guard ends with. */
export const planAgain = 'nothing was changed; plan again and have the new plan approved';

/** Make a denial of a rule; `next` is {@link planAgain} unless it says otherwise. */
export function denied(
  name: RuleName,
  subject: string,
  { rule, state, next = planAgain }: { readonly rule: string; readonly state: string; readonly next?: string },
): Denial {
  return { name, subject, rule, state, next };
}

/** The first rule that is broken, in the order in which they stand. */
export function firstDenial<Evidence>(rules: readonly Rule<Evidence>[], evidence: Evidence): Denial | undefined {
  for (const rule of rules) {
    const denial = rule(evidence);
    if (denial !== undefined) return denial;
  }
  return undefined;
}
