import type { Finding } from '../finding/finding.ts';
import type { LeftStep } from './documents.ts';
import { type JournalContent, progressOf } from './journal.ts';

const kept = 100;
/** A report may be lost with the job that wrote it: for so long after the first, later ones tell it as well, ms. */
const toldForMs = 24 * 3_600_000;

/** What is left with the steps of a journal that were left as they are: durable before the journal is closed. */
export function rememberLeft(
  left: readonly LeftStep[],
  content: Pick<JournalContent, 'run' | 'task' | 'plan' | 'records'>,
  at: string,
): readonly LeftStep[] {
  const progress = progressOf(content);
  const now = content.plan.steps.flatMap((step): readonly LeftStep[] => {
    const how = progress.get(step.id);
    if (how !== 'frozen' && how !== 'held') return [];
    return [{ run: content.run, task: content.task, step: step.id, subject: step.subject, how, at }];
  });
  return now.length === 0 ? left : [...left, ...now].slice(-kept);
}

/** What reports still tell: what no report has told yet, and for a day what one has. */
export function leftToTell(left: readonly LeftStep[], now: number): readonly LeftStep[] {
  return left.filter(({ toldAt }) => toldAt === undefined || now - Date.parse(toldAt) < toldForMs);
}

/**
 * The same after a report at `now` (epoch ms) that was made from `read`: those are first told now, and what nobody needs any
 * more is gone. A step that was left since then is in no report yet.
 */
export function toldLeft(left: readonly LeftStep[], read: readonly LeftStep[], now: number): readonly LeftStep[] {
  const at = new Date(now).toISOString();
  const told = new Set(read.map(nameOf));
  return leftToTell(left, now).map((each) => (told.has(nameOf(each)) ? { ...each, toldAt: each.toldAt ?? at } : each));
}

const nameOf = ({ run, task, step, at }: LeftStep): string => JSON.stringify([run, task, step, at]);

/** One finding for each step that was left; those that the report's own tasks tell of are not told twice. */
export function findingsOfLeft(left: readonly LeftStep[], toldHere: ReadonlySet<string>): readonly Finding[] {
  return left
    .filter(({ step }) => !toldHere.has(step))
    .map(({ run, task, step, subject, how, at }) => ({
      code: 'left-as-it-is',
      severity: 'fail',
      subject,
      title:
        how === 'held'
          ? 'a step failed, and its workload must not be rolled back: it was left as it is'
          : 'somebody changed it while maintenance was under way: it was left as it is',
      evidence: `"${step}" of ${task} (${run}, ${at})`,
      next: 'decide about it by hand; nothing of ours touches it any more',
    }));
}
