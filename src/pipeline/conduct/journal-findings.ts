import type { Finding } from '../../domain/finding/finding.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import type { JournalContent } from '../../domain/state/journal.ts';
import { isKept, type UndoneStep } from '../../domain/step/undone.ts';

/** Whose the journal is, for the run that tells: a process of its own may have been killed. */
const whose = (open: JournalContent, teller: string): string => (open.run === teller ? 'this run' : 'an earlier run');

/** A run ended in the middle of a task, and nothing had to be put back (`warn`) or that still has to be done (`fail`). */
export function cutOff(open: JournalContent, teller: string, severity: 'warn' | 'fail', evidence: string): Finding {
  return {
    code: 'run-cut-off',
    severity,
    subject: open.task,
    title: `${whose(open, teller)} was cut off in the middle of this task`,
    evidence: `${evidence} (${open.run})`,
    next:
      severity === 'fail' ? 'run the recovery job: gh workflow run watch.yml' : `nothing: ${open.task} plans afresh`,
  };
}

/** A journal that nobody touches, because somebody else wrote it. */
export function notAuthentic(open: JournalContent): Finding {
  return {
    code: 'journal-not-authentic',
    severity: 'fail',
    subject: open.task,
    title: 'the journal is not what a run of ours wrote, so nothing is changed',
    evidence: `its message authentication code is missing or another one (${open.run})`,
    next: `compare it with the run that it names: ${kubectl('rooivalk-maintenance')`get configmap journal -o yaml`}`,
  };
}

const outcomeWords: Readonly<Record<UndoneStep['outcome'], string>> = {
  done: 'put back',
  'not-needed': 'had not taken effect',
  stays: 'stays, it has no way back',
  held: 'kept, it must not be rolled back',
  frozen: 'left as it is, somebody has changed it since',
  failed: 'could not be put back',
};

/** What was put back of a run that ended half-way; not `whole`: not all of it yet. `besides`: what else is known of its steps. */
export function undoneFinding(
  open: JournalContent,
  teller: string,
  undone: readonly UndoneStep[],
  whole: boolean,
  besides: readonly string[] = [],
): Finding {
  const kept = undone.filter((step) => isKept(step) || step.outcome === 'failed');
  const said = undone.slice(0, 5).map(({ step, outcome, cause }) => {
    const why = cause === undefined || outcome === 'stays' ? '' : ` (${cause})`;
    return `${step.id}: ${outcomeWords[outcome]}${why}`;
  });
  const evidence = `${[...said, ...besides].join('; ')} (${open.run})`;
  const base = { subject: open.task, evidence };
  if (!whole) {
    return {
      ...base,
      code: 'recovery-not-finished',
      severity: 'fail',
      title: `what ${whose(open, teller)} left half-way could not be put back yet`,
      next: 'look at the cause; the next recovery goes on: gh workflow run watch.yml',
    };
  }
  if (kept.length > 0) {
    return {
      ...base,
      code: 'recovery-froze',
      severity: 'fail',
      title: `${whose(open, teller)} was cut off, and part of what it changed was left as it is`,
      next: `decide by hand about ${kept[0]?.step.subject ?? open.task}; nothing of ours touches it any more`,
    };
  }
  return {
    ...base,
    code: 'run-undone',
    severity: 'warn',
    title: `${whose(open, teller)} was cut off, and what it had left half-way is as it was before`,
    next: `nothing: ${open.task} plans afresh`,
  };
}
