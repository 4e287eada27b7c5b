import type { TaskEntry } from '../../domain/report/schema.ts';
import type { UndoneStep } from '../../domain/step/undone.ts';

/** A step that was to be put back, as the report says it. */
export function undoneEntry({ step, outcome, text, cause, durationMs }: UndoneStep): TaskEntry['undone'][number] {
  return {
    step: step.id,
    outcome,
    ...(text === undefined ? {} : { text }),
    ...(cause === undefined ? {} : { cause }),
    durationMs,
  };
}
