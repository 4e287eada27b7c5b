import type { TaskOutcome } from '../report/outcome.ts';
import type { TaskEntry } from '../report/schema.ts';
import { isReversible, type Step } from '../step/step.ts';
import type { AppliedPlan } from './documents.ts';

const kept = 20;

/** Ended with nothing half-way: what was done stays, also where other units did not fit or were put back. */
const nothingHalfWay: ReadonlySet<TaskEntry['status']> = new Set(['done', 'deferred', 'rolled-back']);

/**
 * The applied plans with those of this run: every plan that left nothing half-way and changed something that can be put back.
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
  const { id, title, type, plan } = entry;
  const steps = stepsToPutBack(entry);
  return plan === undefined || steps.length === 0
    ? []
    : [{ digest: plan.digest, task: id, title, type, run, at, steps }];
}

/** The steps that a plan has left done, with nothing half-way, and which a later run can put back. */
export function stepsToPutBack({
  status,
  plan,
  applied,
  undone,
}: Pick<TaskEntry, 'status' | 'plan' | 'applied' | 'undone'>): readonly Step[] {
  if (!nothingHalfWay.has(status) || plan === undefined) return [];
  const back = new Set(undone.map(({ step }) => step));
  const done = new Set(applied.flatMap(({ step, outcome }) => (outcome === 'done' && !back.has(step) ? [step] : [])));
  return (plan.steps as unknown as readonly Step[]).filter((step) => done.has(step.id) && isReversible(step));
}

/**
 * The one applied plan whose digest begins so (at least 12 hex digits, with or without `sha256:`), or that the run of this
 * number (fewer than 12 digits, as its address ends) applied; else why there is none.
 */
export function findApplied(
  applied: readonly AppliedPlan[],
  digits: string,
): { readonly found: AppliedPlan } | { readonly none: string } {
  const wanted = digits
    .trim()
    .toLowerCase()
    .replace(/^sha256:/, '');
  const ofRun = /^[0-9]{1,11}$/.test(wanted);
  if (!ofRun && !/^[0-9a-f]{12,64}$/.test(wanted)) {
    return { none: 'a plan is named by at least 12 digits of its digest, or by the number of the run that applied it' };
  }
  const found = applied.filter(({ digest, run }) =>
    ofRun ? new RegExp(`/runs/${wanted}(?![0-9])`).test(run) : digest.slice('sha256:'.length).startsWith(wanted),
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return { found: only };
  const known = applied.map(({ task, digest, at }) => `${task} ${digest.slice(7, 27)} of ${at}`);
  const what = ofRun
    ? `run ${wanted} applied ${found.length} plans that can be put back`
    : `no plan that can be put back begins with ${wanted}`;
  return { none: `${what}; there are: ${known.join(', ') || 'none'}` };
}
