import type { UndoneStep } from '../step/undone.ts';
import { type JournalContent, progressOf } from './journal.ts';

/**
 * What became of the steps that somebody began to put back before, as the journal has it: the run itself, or a recovery that
 * was cut off before it could say so. The last step first, as they are put back; how long it took is not known (0 ms).
 */
export function putBackEarlier(content: Pick<JournalContent, 'plan' | 'records'>): readonly UndoneStep[] {
  const progress = progressOf(content);
  const written = new Set(content.records.filter((record) => record.progress === 'undoing').map(({ step }) => step));
  return [...content.plan.steps].reverse().flatMap((step): UndoneStep[] => {
    const ended = progress.get(step.id);
    if (ended === 'undone') return [{ step, outcome: written.has(step.id) ? 'done' : 'not-needed', durationMs: 0 }];
    if (ended === 'held' || ended === 'frozen') return [{ step, outcome: ended, cause: foundEarlier, durationMs: 0 }];
    return [];
  });
}

const foundEarlier = 'as an earlier look found it';
