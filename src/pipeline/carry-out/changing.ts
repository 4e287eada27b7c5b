import type { Job } from '../../domain/job/job.ts';
import type { AnyTask } from '../../tasks/contract.ts';
import type { LeaseKeeper } from '../lease-keeper.ts';
import type { Maintenance } from '../maintenance.ts';
import type { Changing } from './environment.ts';

/** Who changes something in a job, and by what. */
export interface ChangingJob {
  readonly job: Pick<Job, 'mode' | 'leaseHolder' | 'lookOnly' | 'closesAt'>;
  readonly maintenance: Pick<Maintenance, 'journal'>;
  readonly keeper: (holder: string) => Pick<LeaseKeeper, 'holds'>;
  /** Run URL, attempt and job. */
  readonly run: string;
}

/**
 * What a task may do in a job: look, or change something until so long before the end that all of it can still be put
 * back. A step that ends with the window would leave its undo to outlast it.
 */
export function changingIn(
  { job, maintenance, keeper, run }: ChangingJob,
  task: Pick<AnyTask, 'id' | 'undoMs'>,
): Changing {
  if (job.mode === 'plan' || job.leaseHolder === undefined || job.lookOnly.includes(task.id)) return { mode: 'plan' };
  const kept = keeper(job.leaseHolder);
  return {
    mode: 'apply',
    journal: maintenance.journal,
    run,
    holdsLease: () => kept.holds(),
    closesAt: Date.parse(job.closesAt) - task.undoMs,
  };
}
