import type { Refusal } from '../plan/plan.ts';
import { type JournalContent, needsUndo } from '../state/journal.ts';
import type { OpenJournal } from './situation.ts';

/** What a decision needs of an open journal. One that no run of ours wrote is closed by nobody but recovery, or a person. */
export function openJournalOf(open: JournalContent): OpenJournal {
  return { run: open.run, task: open.task, reversible: open.authenticity === 'broken' || needsUndo(open) };
}

/**
 * Why nothing new begins while a journal is open, whoever wrote it: what would be planned now is no plan of the platform as
 * it will be. From outside, a run that is at work and one that was cut off look alike, so both are named.
 */
export function comesFirst({ run, task, reversible }: OpenJournal): Omit<Refusal, 'subject'> {
  return {
    rule: 'an open journal comes first',
    state: `${run} began ${task} and has not ended it`,
    next: reversible
      ? 'let that run end; if it is over, let job recover undo what it left: gh workflow run watch.yml'
      : 'let that run end; if it is over, the next run in apply mode closes the journal',
  };
}
