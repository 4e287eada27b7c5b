import { setTimeout as sleep } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import { taskLoaders } from '../../../../src/tasks/registry.ts';
import type { Played, SceneRun, Stage, World } from '../stage.ts';

/** What the scene leaves to be judged. */
export interface ApprovedEarly {
  readonly planned: Played;
  /** The right words of somebody who may only read, before those of the reviewer. */
  readonly byReader: Played;
  /** The reviewer's comment, before the window opens. */
  readonly early: Played;
  readonly beforeOpening: World;
  /** The first tick of the window, and the next one after the plan was applied. */
  readonly ticks: readonly [first: Played, second: Played];
  /** Number of the reviewer's comment. */
  readonly comment: number;
  /** What each tick has started: workflow and inputs. */
  readonly started: readonly (readonly Started[])[];
  readonly applied: Played;
  readonly before: World;
  readonly after: World;
}

interface Started {
  readonly workflow: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** The folders below `out/` of the run that plans and of the one that applies. */
export const plannedId = 'scene-planned-early';
export const appliedId = 'scene-approved-early';
/** Long enough to plan and to answer two comments before the window opens, on two cores that others share. */
const aheadMs = 3 * 60_000;
const minuteMs = 60_000;
/** Beside the task that needs an approval: one for the window itself. */
const enabled = ['increase-capacity', 'optimize-caches'];

/**
 * A plan whose issue is the gate, approved before its window opens; nobody is awake when it does. What it costs the database
 * is unknown, and the reviewer has read that.
 */
export async function approvedEarly(stage: Stage): Promise<ApprovedEarly> {
  const { control, play } = stage;
  const before = stage.world();
  const opensAt = Math.ceil((Date.now() + aheadMs) / minuteMs) * minuteMs;
  const rewrite = (path: string, text: string): string =>
    path.endsWith('maintenance.yml') ? later(text, opensAt) : text;
  const first: SceneRun = { workflow: 'prepare', event: { name: 'workflow_dispatch', inputs: {} }, rewrite };
  const planned = await play({ ...first, gate: 'issue', id: plannedId });
  const again = { gate: 'issue', again: true } as const;
  const { document } = await stage.planOf(planned.runId);
  const comments = document.issue ?? 0;
  const say = async (by: 'reader' | 'reviewer'): Promise<readonly [id: number, run: Played]> => {
    const { id } = await control.comment(comments, by, 'approve {digits}');
    return [id, await play({ ...again, workflow: 'approve', event: await control.commentEvent(id) })];
  };
  const [, byReader] = await say('reader');
  const [comment, early] = await say('reviewer');
  const beforeOpening = stage.world();
  await sleep(Math.max(0, opensAt - Date.now()) + 1_000);
  const tick = async (): Promise<readonly [run: Played, started: readonly Started[]]> => {
    const known = (await control.dispatches()).length;
    const run = await play({ ...again, workflow: 'daily', event: { name: 'schedule' } });
    return [run, (await control.dispatches()).slice(known).map(({ workflow, inputs }) => ({ workflow, inputs }))];
  };
  const [firstTick, started] = await tick();
  const inputs = { comment: String(started[0]?.inputs.comment ?? comment) };
  const event = { name: 'workflow_dispatch', inputs } as const;
  const applied = await play({ ...again, workflow: 'approve', event, by: 'admin', id: appliedId });
  const [secondTick, startedAgain] = await tick();
  const ticks = [firstTick, secondTick] as const;
  return {
    planned,
    byReader,
    early,
    beforeOpening,
    ticks,
    comment,
    started: [started, startedAgain],
    applied,
    before,
    after: stage.world(),
  };
}

/** The configuration with a window that opens later, few tasks in it, and a database that nobody reaches. */
function later(text: string, opensAt: number): string {
  const usual = parse(text) as { platform: object; windows: Record<string, object>; tasks: Record<string, object> };
  const others = Object.keys(taskLoaders).filter((id) => !enabled.includes(id));
  return stringify({
    ...usual,
    platform: { ...usual.platform, database: { port: 5433 } },
    windows: { ...usual.windows, daily: { start: new Date(opensAt).toISOString().slice(11, 16) } },
    tasks: { ...usual.tasks, ...Object.fromEntries(others.map((id) => [id, { enabled: false }])) },
    'lead-time': '15m',
  });
}
