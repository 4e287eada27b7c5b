import { ownedRule } from '../owner/owner.ts';
import type { TaskEntry } from '../report/schema.ts';
import type { ClaimedTask, TaskStatus } from '../state/documents.ts';
import { atLeast } from '../verdict.ts';

/** How a task ended, as far as others depend on it. */
export type Ended = Pick<ClaimedTask, 'status' | 'verdict' | 'owned'>;

/** Ended in a way on which others can build; `planned` is that of a dry run. */
const built: ReadonlySet<TaskStatus> = new Set(['done', 'nothing-to-do', 'planned']);

/** How a task ended, of its entry in a report: refused because of its owners alone is told apart from every other refusal. */
export function endedAs({ status, verdict, plan }: Pick<TaskEntry, 'status' | 'verdict' | 'plan'>): Ended {
  const refusals = plan?.refusals ?? [];
  const owned =
    status === 'refused' &&
    plan?.steps.length === 0 &&
    refusals.length > 0 &&
    refusals.every(({ rule }) => rule === ownedRule);
  return { status, verdict, ...(owned ? { owned } : {}) };
}

/**
 * Why a task that ended so does not let go on what needs it; undefined when it does: done, nothing to do (planned, in a dry
 * run) or left to its owners, with a verdict better than unknown.
 */
export function whyUnmet(need: string, { status, verdict, owned }: Ended): string | undefined {
  const ended = built.has(status) || (status === 'refused' && owned === true);
  return ended && !atLeast(verdict, 'unknown') ? undefined : `it needs ${need}, which ended ${status} (${verdict})`;
}
