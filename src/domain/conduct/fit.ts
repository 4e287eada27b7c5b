import { utcOf } from '../calendar/explanation.ts';
import type { EpochMs } from '../calendar/window.ts';
import { formatSpan } from '../quantities.ts';
import type { StateDocuments } from '../state/documents.ts';
import { measuredDuration } from '../state/measured.ts';
import type { CatalogueTask } from './situation.ts';

/** The time that tasks have to fit into. */
export interface Frame {
  readonly now: EpochMs;
  /** Everything, with its undo, ends before it. */
  readonly closesAt: EpochMs;
  /** Nothing starts at or after it. */
  readonly lastStart: EpochMs;
  readonly durations: StateDocuments['durations'];
}

/** What does not fit any more, and why. */
export interface Misfit {
  readonly id: string;
  readonly cause: string;
}

type Placed = Pick<CatalogueTask, 'id' | 'priority' | 'estimateMs' | 'undoMs' | 'needs' | 'after'>;

/** How long a task will take, ms: the 95th percentile of its measured runs, or its declared estimate before five of them. */
function expected(task: Placed, frame: Frame): { readonly ms: number; readonly how: string } {
  const measured = measuredDuration(frame.durations, task.id);
  if (measured === undefined) return { ms: task.estimateMs, how: 'by its estimate' };
  return { ms: measured, how: `by its last ${frame.durations[task.id]?.length ?? 0} runs` };
}

/** When the first task of a sequence would start that does not fit; undefined when all do. */
function firstMisfit(sequence: readonly Placed[], frame: Frame): EpochMs | undefined {
  let start = frame.now;
  for (const task of sequence) {
    const { ms } = expected(task, frame);
    if (start >= frame.lastStart || start + ms + task.undoMs > frame.closesAt) return start;
    start += ms;
  }
  return undefined;
}

function causeOf(task: Placed, sequence: readonly Placed[], frame: Frame): string {
  const before = sequence.slice(0, sequence.indexOf(task)).reduce((sum, each) => sum + expected(each, frame).ms, 0);
  const start = frame.now + before;
  if (start >= frame.lastStart)
    return `it could start at ${utcOf(start)}, and nothing starts after ${utcOf(frame.lastStart)}`;
  const { ms, how } = expected(task, frame);
  const undo = task.undoMs > 0 ? ` and up to ${formatSpan(task.undoMs)} to undo` : '';
  const left = formatSpan(Math.max(0, frame.closesAt - start));
  const others = sequence.length > 1 ? ', beside the tasks that go first' : '';
  return `it takes ${formatSpan(ms)} ${how}${undo}; ${left} are left until ${utcOf(frame.closesAt)}${others}`;
}

/**
 * Which of the tasks fit, each with its undo, one after the other in the order given. Room is given to those that tell how
 * the platform is (after all others) first, then by priority, so that a long task of little weight never pushes out the
 * health check. What needs a task that does not fit does not fit either.
 */
export function fitTasks<T extends Placed>(
  ordered: readonly T[],
  frame: Frame,
): { readonly fitting: readonly T[]; readonly misfits: readonly Misfit[] } {
  const decided = new Map<string, true | string>();
  const chosen = (extra: T) => ordered.filter((task) => task === extra || decided.get(task.id) === true);
  const decideOn = (task: T): void => {
    if (decided.has(task.id)) return;
    for (const other of ordered) if (task.needs.includes(other.id)) decideOn(other);
    const lacking = task.needs.find((id) => typeof decided.get(id) === 'string');
    if (lacking !== undefined) {
      decided.set(task.id, `it needs ${lacking}, which does not fit any more`);
      return;
    }
    const sequence = chosen(task);
    decided.set(task.id, firstMisfit(sequence, frame) === undefined ? true : causeOf(task, sequence, frame));
  };
  const weight = (task: T) => (task.after === 'all' ? 0 : 1 + ['high', 'medium', 'low'].indexOf(task.priority));
  for (const task of ordered.toSorted((a, b) => weight(a) - weight(b))) decideOn(task);
  const misfits = ordered.flatMap(({ id }) => {
    const cause = decided.get(id);
    return typeof cause === 'string' ? [{ id, cause }] : [];
  });
  return { fitting: ordered.filter((task) => decided.get(task.id) === true), misfits };
}
