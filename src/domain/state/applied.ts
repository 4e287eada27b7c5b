import type { TaskOutcome } from '../report/outcome.ts';
import { isReversible, type Step } from '../step/step.ts';
import type { AppliedPlan } from './documents.ts';

const kept = 20;

/**
 * The applied plans with those of this run: every plan that came to its end and changed something that can be put back.
 * The same plan applied again takes the place of its earlier application.
 */
export function rememberApplied(
  applied: readonly AppliedPlan[],
  outcomes: readonly TaskOutcome[],
  run: string,
  at: string,
): readonly AppliedPlan[] {
  const now = outcomes.flatMap((outcome) => appliedBy(outcome, run, at));
  const again = new Set(now.map(({ digest }) => digest));
  return [...applied.filter(({ digest }) => !again.has(digest)), ...now].slice(-kept);
}

function appliedBy({ entry }: TaskOutcome, run: string, at: string): readonly AppliedPlan[] {
  const { id, title, type, plan, status } = entry;
  if (status !== 'done' || plan === undefined) return [];
  const done = new Set(entry.applied.filter(({ outcome }) => outcome === 'done').map(({ step }) => step));
  const steps = (plan.steps as unknown as readonly Step[]).filter((step) => done.has(step.id) && isReversible(step));
  return steps.length === 0 ? [] : [{ digest: plan.digest, task: id, title, type, run, at, steps }];
}

/** The one applied plan whose digest begins so (at least 12 hex digits, with or without `sha256:`); else why there is none. */
export function findApplied(
  applied: readonly AppliedPlan[],
  digits: string,
): { readonly found: AppliedPlan } | { readonly none: string } {
  const wanted = digits
    .trim()
    .toLowerCase()
    .replace(/^sha256:/, '');
  if (!/^[0-9a-f]{12,64}$/.test(wanted)) return { none: 'a plan is named by at least 12 digits of its digest' };
  const found = applied.filter(({ digest }) => digest.slice('sha256:'.length).startsWith(wanted));
  const [only] = found;
  if (only !== undefined && found.length === 1) return { found: only };
  const known = applied.map(({ task, digest, at }) => `${task} ${digest.slice(7, 27)} of ${at}`);
  return { none: `no plan that can be put back begins with ${wanted}; there are: ${known.join(', ') || 'none'}` };
}
