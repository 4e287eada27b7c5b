import type { Finding } from '../../domain/finding/finding.ts';
import type { AnyTask } from '../../tasks/contract.ts';
import type { Stopped } from './stopped.ts';
import type { Taken } from './take-steps.ts';

/** What a reader is told of a plan that did not come to its end, by how it ended. */
const endings: Readonly<Record<Stopped['status'], Pick<Finding, 'severity' | 'title' | 'next'>>> = {
  deferred: { severity: 'warn', title: 'not all steps were taken', next: 'the next opening goes on with it' },
  cancelled: {
    severity: 'unknown',
    title: 'not all steps were taken',
    next: 'look at the cause and run the task again',
  },
  failed: { severity: 'unknown', title: 'not all steps were taken', next: 'look at the cause and run the task again' },
  refused: { severity: 'warn', title: 'nothing was changed', next: 'plan again, and have it approved' },
  'rolled-back': {
    severity: 'fail',
    title: 'a step failed, and what was changed is as it was before',
    next: 'look at the cause before the next attempt',
  },
  frozen: {
    severity: 'fail',
    title: 'a step failed, and what was changed was left as it is',
    next: 'decide about the subject by hand; nothing of ours touches it any more',
  },
};

/** Stopping before the end is something a person has to know. */
export function stoppedFinding(task: AnyTask, { stopped }: Taken): readonly Finding[] {
  if (!stopped) return [];
  return [{ code: `steps-${stopped.status}`, subject: task.id, evidence: stopped.cause, ...endings[stopped.status] }];
}
