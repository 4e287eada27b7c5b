import { parse, stringify } from 'yaml';
import type { Played, Stage, World } from '../stage.ts';

/** What the scene leaves to be judged. */
export interface RefusedBeside {
  readonly run: Played;
  readonly before: World;
  readonly after: World;
}

/** The folder below `out/` of its run. */
export const besideId = 'scene-refused-beside';
const open = 'maintenance-corrective-window';

/** Two gates in a window: the environment of one lets whoever asked approve, and the plan of the other waits and is approved. */
export async function refusedBeside(stage: Stage): Promise<RefusedBeside> {
  const before = stage.world();
  try {
    const { opened, ended } = stage.start({
      workflow: 'prepare',
      event: { name: 'workflow_dispatch', inputs: {} },
      rewrite: (path, text) => (path.endsWith('maintenance.yml') ? withRestart(text) : text),
      id: besideId,
    });
    // with its beginning a run has every gate protected
    await opened;
    await stage.control.environment(open, { preventSelfReview: false });
    const run = await ended;
    return { run, before, after: stage.world() };
  } finally {
    await stage.control.environment(open, { preventSelfReview: true });
  }
}

/** The configuration with a corrective task in the window as well, about another workload. */
function withRestart(text: string): string {
  const usual = parse(text) as { tasks: Record<string, object> };
  const restart = { ...usual.tasks['restart-workload'], target: 'deployment/monitoring-stack', windows: ['daily'] };
  return stringify({ ...usual, tasks: { ...usual.tasks, 'restart-workload': restart } });
}
