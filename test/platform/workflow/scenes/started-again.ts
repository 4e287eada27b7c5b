import { onlySomeJobs } from '../../../../sandbox/act/some-jobs.ts';
import { increase, type Played, type Stage, type World } from '../stage.ts';

/** What the scene leaves to be judged. */
export interface StartedAgain {
  readonly first: Played;
  readonly attempts: Readonly<Record<string, Played>>;
  readonly before: World;
  readonly after: World;
}

/** A run that was rejected, started again in each of the ways that GitHub has, and approved every time. */
export async function startedAgain(stage: Stage): Promise<StartedAgain> {
  const before = stage.world();
  const first = await stage.play({ workflow: 'dispatch', event: increase, review: 'reject' });
  const plan = await stage.planOf(first.runId);
  const outputs = { plan: { adaptive: plan.digest, 'adaptive-artifact': String(plan.artifact) } };
  const again = { workflow: 'dispatch', event: increase, rerunOf: first.runId, again: true } as const;
  const only =
    (...jobs: string[]) =>
    (text: string): string =>
      onlySomeJobs(text, { jobs, outputs });
  const attempts = {
    'this job': await stage.play({ ...again, asRun: only('adaptive') }),
    'failed jobs': await stage.play({ ...again, asRun: only('adaptive', 'close') }),
    'protection switched off in between': await stage.play({
      ...again,
      asRun: only('adaptive'),
      review: 'unprotected',
    }),
    'all jobs': await stage.play({ ...again, asRun: only('plan', 'adaptive') }),
  };
  return { first, attempts, before, after: stage.world() };
}
