import type { TaskStatus } from '../domain/state/documents.ts';
import { atLeast, type Verdict } from '../domain/verdict.ts';

/** How a task ended, as far as others depend on it. */
export interface Ended {
  readonly status: TaskStatus;
  readonly verdict: Verdict;
}

const met = new Set<TaskStatus>(['done', 'nothing-to-do', 'planned', 'refused']);

/**
 * Which need of a task is not met, with the chain of causes; undefined when all are. Met by done, nothing-to-do (planned, in
 * a dry run) or refused, each with a verdict better than unknown. A needed task that is not of this window is not waited for.
 */
export function unmetNeed(
  needs: readonly string[],
  ended: ReadonlyMap<string, Ended>,
  ofThisWindow: ReadonlySet<string>,
): string | undefined {
  for (const need of needs) {
    const how = ended.get(need);
    if (how === undefined) {
      if (ofThisWindow.has(need)) return `it needs ${need}, which has not run`;
      continue;
    }
    if (!met.has(how.status)) return `it needs ${need}, which was ${how.status}`;
    if (atLeast(how.verdict, 'unknown')) return `it needs ${need}, which ended ${how.verdict}`;
  }
  return undefined;
}
