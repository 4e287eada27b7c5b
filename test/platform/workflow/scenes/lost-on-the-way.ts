import { onlySomeJobs } from '../../../../sandbox/act/some-jobs.ts';
import { increase, type Played, type Stage, type World } from '../stage.ts';

/** What the scene leaves to be judged. */
export interface LostOnTheWay {
  /** Number of the reviewer's comment. */
  readonly comment: number;
  /** The comment's own run, of which the job that applies never came. */
  readonly lost: Played;
  readonly afterLost: World;
  /** Watching after it, and once more before what it has started has begun. */
  readonly watched: readonly [first: Played, second: Played];
  /** What each of them has started. */
  readonly started: readonly (readonly Started[])[];
  /** What was started, and the same a second time. */
  readonly applied: Played;
  readonly again: Played;
  readonly last: Played;
  readonly before: World;
  readonly afterApplied: World;
  readonly after: World;
}

interface Started {
  readonly workflow: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** An accepted comment whose run is lost before the plan is applied; watching starts it again, and nobody comments anew. */
export async function lostOnTheWay(stage: Stage): Promise<LostOnTheWay> {
  const { control, play } = stage;
  const before = stage.world();
  const planned = await play({ workflow: 'dispatch', event: increase, gate: 'issue' });
  const { document } = await stage.planOf(planned.runId);
  const { id: comment } = await control.comment(document.issue ?? 0, 'reviewer', 'approve {digits}');
  const again = { gate: 'issue', again: true } as const;
  const lost = await play({
    ...again,
    workflow: 'approve',
    event: await control.commentEvent(comment),
    asRun: (text) => onlySomeJobs(text, { jobs: ['check'], outputs: {} }),
  });
  const afterLost = stage.world();
  const watch = async (): Promise<readonly [run: Played, started: readonly Started[]]> => {
    const known = (await control.dispatches()).length;
    const run = await play({ ...again, workflow: 'watch', event: { name: 'schedule' } });
    return [run, (await control.dispatches()).slice(known).map(({ workflow, inputs }) => ({ workflow, inputs }))];
  };
  const [first, started] = await watch();
  const [second, startedAgain] = await watch();
  const event = { name: 'workflow_dispatch', inputs: { comment: `${comment}` } } as const;
  const applied = await play({ ...again, workflow: 'approve', event, by: 'admin', id: 'scene-lost-on-the-way' });
  const afterApplied = stage.world();
  const twice = await play({ ...again, workflow: 'approve', event, by: 'admin' });
  const [last, startedLast] = await watch();
  return {
    comment,
    lost,
    afterLost,
    watched: [first, second],
    started: [started, startedAgain, startedLast],
    applied,
    again: twice,
    last,
    before,
    afterApplied,
    after: stage.world(),
  };
}
