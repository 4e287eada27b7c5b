import type { Finding } from '../finding/finding.ts';
import type { UntoldPlan } from './documents.ts';
import { type JournalContent, progressOf, type StepProgress } from './journal.ts';

const kept = 50;
/** Steps of a plan that are told by name; the others are counted. Fewer would leave changes that no report names. */
const mostNamed = 20;

/** Progress of steps that have changed something, whatever became of it. */
const changed: ReadonlySet<StepProgress> = new Set(['done', 'failed', 'undone', 'frozen', 'held']);

/**
 * What is untold with the plan of a journal that is about to be closed: durable before it is, so that a run that is killed
 * between its last step and its report is told of by the next one. Plans that changed nothing are left out.
 */
export function rememberUntold(
  untold: readonly UntoldPlan[],
  content: Pick<JournalContent, 'run' | 'task' | 'digest' | 'plan' | 'records'>,
  at: string,
): readonly UntoldPlan[] {
  const { run, task, digest } = content;
  const progress = progressOf(content);
  const steps = content.plan.steps.map(({ id }) => id);
  const touched = steps.filter((id) => changed.has(progress.get(id) ?? 'begun'));
  if (touched.length === 0) return untold;
  const done = touched.filter((id) => progress.get(id) === 'done');
  const plan = { run, task, digest, at, done: done.slice(0, mostNamed), steps: touched.length };
  return [...untold, { ...plan, doneInAll: done.length }].slice(-kept);
}

/** What a report knows of the plans that it tells of itself. */
export interface Teller {
  readonly run: string;
  /** Digests of the plans in the report's own entries. */
  readonly digests: ReadonlySet<string>;
  /** Under the Lease every other run is over. */
  readonly holdsLease: boolean;
}

const isOwn = ({ run, digest }: UntoldPlan, teller: Teller): boolean =>
  run === teller.run && teller.digests.has(digest);

/** What a report has to tell of plans that are in no report: those of its own run, and of runs that are over. */
export function untoldToTell(untold: readonly UntoldPlan[], teller: Teller): readonly UntoldPlan[] {
  return untold.filter((plan) => !isOwn(plan, teller) && (plan.run === teller.run || teller.holdsLease));
}

/**
 * What is still untold after a report that was made from `read`: a plan that has been remembered since then is in no report,
 * whoever's it is.
 */
export function stillUntold(
  now: readonly UntoldPlan[],
  read: readonly UntoldPlan[],
  teller: Teller,
): readonly UntoldPlan[] {
  const told = new Set([...untoldToTell(read, teller), ...read.filter((plan) => isOwn(plan, teller))].map(nameOf));
  return now.filter((plan) => !told.has(nameOf(plan)));
}

const nameOf = ({ run, digest, at }: UntoldPlan): string => JSON.stringify([run, digest, at]);

/** One finding for each plan that no report tells of; `ownRun` is the run that tells. */
export function findingsOfUntold(untold: readonly UntoldPlan[], ownRun: string): readonly Finding[] {
  return untold.map(({ run, task, at, done, steps, doneInAll }) => {
    const more = doneInAll > done.length ? ` and ${doneInAll - done.length} more` : '';
    const names = done.length === 0 ? 'none stays' : `done: ${done.map((id) => `"${id}"`).join(', ')}${more}`;
    return {
      code: 'run-not-reported',
      severity: 'warn',
      subject: task,
      title: `${run === ownRun ? 'this' : 'an earlier'} run took steps that are in no report that is known`,
      evidence: `${steps} of its steps changed something, ${names} (${run}, ${at})`,
      next: 'look for the report of that run; where there is none, look at what it changed',
    };
  });
}
