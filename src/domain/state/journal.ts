import type { Digest } from '../json.ts';
import type { Plan } from '../plan/plan.ts';
import { isReversible, type Step } from '../step/step.ts';
import { type Unit, unitsOf } from '../step/units.ts';

/**
 * How far a step came. `begun` is written before it is taken, `undoing` before it is put back; `dropped`: it did not
 * happen; `frozen`: it is left as somebody else has made it since.
 */
export type StepProgress = (typeof progresses)[number];

const progresses = ['begun', 'done', 'failed', 'dropped', 'undoing', 'undone', 'held', 'frozen'] as const;

/** Whether something that was read is a word for how far a step came. */
export const isProgress = (word: unknown): word is StepProgress => progresses.some((known) => known === word);

/** One record of the journal, in the order of writing. */
export interface JournalRecord {
  /** From 1, without gaps. */
  readonly sequence: number;
  readonly step: string;
  readonly progress: StepProgress;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * Whether what the journal holds is what a run of ours wrote. `unsigned`: no key is configured, so nobody can tell
 * (advisory). `broken`: a key is, and the message authentication code is missing or another one.
 */
export type Authenticity = 'verified' | 'unsigned' | 'broken';

/** The plan that is being applied and how far it came. */
export interface JournalContent {
  /** Unique for this application of the plan; random where an approval binds it. */
  readonly id: string;
  readonly authenticity: Authenticity;
  /** Run URL, attempt and job. */
  readonly run: string;
  readonly task: string;
  readonly plan: Plan;
  readonly digest: Digest;
  readonly records: readonly JournalRecord[];
  /** When the run took it over, ISO 8601; absent once it has written a record, or where nobody has taken it over. */
  readonly takenOverAt?: string;
}

/** The last progress of each step of an open plan; a step that was never begun has none. */
export function progressOf(content: Pick<JournalContent, 'records'>): ReadonlyMap<string, StepProgress> {
  return new Map(content.records.map(({ step, progress }) => [step, progress]));
}

const settled: ReadonlySet<StepProgress> = new Set(['dropped', 'undone', 'held', 'frozen']);

/** Nothing is put back of a step any more: it was, it did not happen, or it is left to a person. */
export const isSettled = (progress: StepProgress | undefined): boolean =>
  progress !== undefined && settled.has(progress);

/**
 * The units that a run left half-way: something reversible in them was begun, not every step was done, and they were not
 * put back yet. Whole units stay as planned, and units of which nothing was begun need nothing.
 */
export function unitsToUndo(content: Pick<JournalContent, 'plan' | 'records'>): readonly Unit[] {
  const progress = progressOf(content);
  return unitsOf(content.plan.steps).filter(({ steps }) => {
    const open = steps.filter(isReversible).some(({ id }) => isOpen(progress.get(id)));
    return open && !steps.every(({ id }) => progress.get(id) === 'done');
  });
}

const isOpen = (progress: StepProgress | undefined): boolean => progress !== undefined && !isSettled(progress);

/** Whether closing an open journal takes more than marking steps: something reversible is half-way. */
export function needsUndo(content: Pick<JournalContent, 'plan' | 'records'>): boolean {
  return unitsToUndo(content).length > 0;
}

/** The steps that were begun and about which nothing more was written. */
export function stepsBegun(content: Pick<JournalContent, 'plan' | 'records'>): readonly Step[] {
  const progress = progressOf(content);
  return content.plan.steps.filter(({ id }) => progress.get(id) === 'begun');
}

/**
 * The begun steps whose way back nobody needs any more when the journal is closed: all but those of a unit in which a step
 * was left as it is, for a person to decide about. `left`: ids of steps that were left now.
 */
export function stepsToRelease(
  content: Pick<JournalContent, 'plan' | 'records'>,
  left: ReadonlySet<string>,
): readonly Step[] {
  const progress = progressOf(content);
  const isLeft = ({ id }: Step): boolean =>
    left.has(id) || progress.get(id) === 'frozen' || progress.get(id) === 'held';
  return unitsOf(content.plan.steps)
    .filter(({ steps }) => !steps.some(isLeft))
    .flatMap(({ steps }) => steps.filter(({ id }) => progress.has(id)));
}

/** Hosted jobs end at six hours, and every step with its job, whatever a journal says, ms. */
const longestStepMs = 6 * 3_600_000;

/** The longest deadline of a step that may still be at work, ms; at most six hours. */
export function deadlineOfBegun(open: Pick<JournalContent, 'plan' | 'records'>): number {
  const last = open.records.at(-1);
  if (last?.progress !== 'begun' && last?.progress !== 'undoing') return 0;
  const deadlineMs: unknown = open.plan.steps.find(({ id }) => id === last.step)?.deadlineMs;
  return typeof deadlineMs === 'number' && deadlineMs > 0 ? Math.min(deadlineMs, longestStepMs) : 0;
}
