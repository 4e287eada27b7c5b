import type { Job } from '../job/job.ts';
import type { CatalogueTask } from './situation.ts';

/** A plan for this opening that was made ahead and approved; its job applies it, or has. */
export interface PlanAhead {
  /** Where it was planned. */
  readonly run: string;
  readonly tasks: readonly string[];
  /** What its steps change: ungated tasks of the opening leave that alone. */
  readonly subjects: readonly string[];
  /** Its job has come to an end. */
  readonly ended: boolean;
}

/** What is known of the plans ahead; `unknown`: the forge could not be asked, and why. */
export type PlansAhead = readonly PlanAhead[] | { readonly unknown: string };

type Placed = Pick<CatalogueTask, 'id' | 'needs' | 'after' | 'steps'>;

/**
 * The job beside the plans that were approved for its opening: their subjects are reserved, and a task that comes after one
 * of theirs waits for a later tick while that has not ended. When the forge cannot be asked, nothing that changes anything
 * is due: it might void what somebody has approved. What needs a task that waits, waits as well. The claim stays open then,
 * so that a later tick goes on.
 */
export function besideAhead(job: Job, ahead: PlansAhead, catalogue: readonly Placed[]): Job {
  const later = new Map<string, string>();
  // in the order of the job, in which what is needed comes first
  for (const id of job.due) {
    const task = catalogue.find((known) => known.id === id);
    const cause = task && (causeToWait(task, ahead) ?? needsWaiting(task, later));
    if (cause !== undefined) later.set(id, cause);
  }
  const deferred = [...later].map(([id, cause]) => ({ id, status: 'deferred', verdict: 'warn', cause }) as const);
  const reserved =
    'unknown' in ahead
      ? []
      : ahead.flatMap(({ subjects, tasks }) => subjects.map((subject) => ({ subject, by: tasks.join(', ') })));
  return {
    ...job,
    due: job.due.filter((id) => !later.has(id)),
    notDue: [...job.notDue, ...deferred],
    continues: job.continues || deferred.length > 0,
    ...(reserved.length === 0 ? {} : { reserved }),
    notes: [...job.notes, ...notesOf(ahead)],
  };
}

function needsWaiting({ needs }: Placed, later: ReadonlyMap<string, string>): string | undefined {
  const need = needs.find((id) => later.has(id));
  return need && `it needs ${need}, which is deferred`;
}

function causeToWait({ steps, needs, after }: Placed, ahead: PlansAhead): string | undefined {
  if ('unknown' in ahead) {
    return steps.length === 0 ? undefined : `which plans are approved for this opening is not known: ${ahead.unknown}`;
  }
  const before = [...needs, ...(after === 'all' ? [] : after)];
  const open = ahead.find(({ ended, tasks }) => !ended && tasks.some((task) => before.includes(task)));
  return open && `it comes after ${open.tasks.join(', ')}, whose approved plan has not ended (${open.run})`;
}

function notesOf(ahead: PlansAhead): readonly string[] {
  if ('unknown' in ahead) return [`the forge could not be asked for approved plans: ${ahead.unknown}`];
  return ahead.map(({ tasks, run, ended }) => `approved ahead: ${tasks.join(', ')} (${run})${ended ? ', ended' : ''}`);
}
