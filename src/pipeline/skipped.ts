import type { TaskOutcome } from '../domain/report/outcome.ts';
import type { Phase } from '../domain/report/schema.ts';
import type { TaskDeclaration } from '../domain/task/declaration.ts';

/** The outcome of a task whose need was not met: nothing was looked at, so nothing is known. */
export function skippedOutcome(
  task: Pick<TaskDeclaration, 'id' | 'title' | 'type'>,
  phase: Phase,
  cause: string,
): TaskOutcome {
  const { id, title, type } = task;
  const entry = {
    id,
    title,
    type,
    phase,
    verdict: 'unknown',
    status: 'skipped',
    cause,
    result: '',
    notChecked: [],
    applied: [],
    undone: [],
    measurements: [],
    durationMs: 0,
  } as const;
  return { entry: { ...entry, notChecked: [], applied: [], undone: [], measurements: [] }, findings: [] };
}
