import type { Opening } from '../calendar/window.ts';
import { claimOf } from '../state/claims.ts';
import type { ClaimedTask } from '../state/documents.ts';
import type { StepKind } from '../step/kinds.ts';
import { windowNames } from '../task/declaration.ts';
import { type Frame, fitTasks } from './fit.ts';
import { whyUnmet } from './met-need.ts';
import { orderTasks } from './order.ts';
import type { Assignment, CatalogueTask, Situation } from './situation.ts';

type NotDue = Assignment['notDue'][number];

/** Steps that look: they change nothing that stays. A task with no others can look without them. */
const probes: ReadonlySet<StepKind> = new Set<StepKind>(['probe-network', 'probe-database-write']);

/** After these a task of the same opening is not taken again; others are part of what a later run goes on with. */
const ended: ReadonlySet<ClaimedTask['status']> = new Set([
  'done',
  'nothing-to-do',
  'refused',
  'failed',
  'rolled-back',
  'frozen',
]);

/** What an opening's earlier runs, and those of the openings that it absorbs, have already brought about. */
export function earlierResults(situation: Situation, openings: readonly Opening[]): Record<string, ClaimedTask> {
  const claims = situation.state?.claims ?? [];
  const results: Record<string, ClaimedTask> = {};
  for (const { id } of openings.toReversed()) {
    for (const [task, result] of Object.entries(claimOf(claims, id)?.tasks ?? {})) {
      if (ended.has(result.status)) results[task] = result;
    }
  }
  return results;
}

/** The tasks of some windows that run without approval. */
function ungated(situation: Situation, windows: readonly string[]): readonly CatalogueTask[] {
  return situation.catalogue.filter(
    (task) => task.type === 'preventive' && task.windows.some((window) => windows.includes(window)),
  );
}

/** The tasks of some windows that need approval; they are planned by `prepare` and run in jobs of their own. */
export function gated(situation: Situation, windows: readonly string[]): readonly CatalogueTask[] {
  return situation.catalogue.filter(
    (task) => task.type !== 'preventive' && task.windows.some((window) => windows.includes(window)),
  );
}

const deferred = (id: string, cause: string): NotDue => ({ id, status: 'deferred', verdict: 'warn', cause });
const noneBlind = { lookOnly: [], notDue: [] } as const;
const skipped = (id: string, cause: string): NotDue => ({ id, status: 'skipped', verdict: 'unknown', cause });

function switchedOff(situation: Situation, tasks: readonly CatalogueTask[]): readonly NotDue[] {
  const { tasks: settings } = situation.configuration;
  return tasks
    .filter(({ id }) => Object.hasOwn(settings, id) && settings[id]?.enabled === false)
    .map(({ id }) => ({
      id,
      status: 'skipped',
      verdict: 'not-applicable',
      cause: `switched off (tasks.${id}.enabled in .github/maintenance.yml)`,
    }));
}

function unmetNeed(
  task: CatalogueTask,
  candidates: ReadonlySet<string>,
  earlier: Readonly<Record<string, ClaimedTask>>,
): string | undefined {
  for (const need of task.needs) {
    if (candidates.has(need)) continue;
    const result = Object.hasOwn(earlier, need) ? earlier[need] : undefined;
    if (result === undefined) return `it needs ${need}, which is not part of this opening or is switched off`;
    const why = whyUnmet(need, result);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** Tasks whose needs are met or may still be, and those that are skipped; what needs a skipped one is skipped too. */
function withNeeds(
  tasks: readonly CatalogueTask[],
  earlier: Readonly<Record<string, ClaimedTask>>,
): { readonly kept: readonly CatalogueTask[]; readonly skips: readonly NotDue[] } {
  const skips: NotDue[] = [];
  let kept = tasks;
  for (;;) {
    const ids = new Set(kept.map(({ id }) => id));
    const fallen = kept.flatMap((task) => {
      const cause = unmetNeed(task, ids, earlier);
      return cause === undefined ? [] : [skipped(task.id, cause)];
    });
    if (fallen.length === 0) return { kept, skips };
    skips.push(...fallen);
    kept = kept.filter((task) => !fallen.some(({ id }) => id === task.id));
  }
}

/** Whether a task may change the platform: it has steps that are no probes. */
export const mayChange = ({ steps }: Pick<CatalogueTask, 'steps'>): boolean => steps.some((kind) => !probes.has(kind));

/** Without state nothing is changed: tasks that change something are deferred, and those that need them; probes are left out. */
function withoutState(ordered: readonly CatalogueTask[]): Pick<Assignment, 'lookOnly' | 'notDue'> {
  const notDue = new Map<string, NotDue>();
  for (const task of ordered) {
    const need = task.needs.find((id) => notDue.has(id));
    if (mayChange(task))
      notDue.set(task.id, deferred(task.id, 'nothing is changed while the state in the cluster cannot be read'));
    else if (need !== undefined) notDue.set(task.id, deferred(task.id, `it needs ${need}, which is deferred`));
  }
  const looking = ordered.filter(({ id, steps }) => steps.length > 0 && !notDue.has(id));
  return { lookOnly: looking.map(({ id }) => id), notDue: [...notDue.values()] };
}

/** What the workflow of the largest of some windows has steps for: its own tasks and those of every smaller one. */
function withSmaller(windows: readonly string[]): readonly string[] {
  return windowNames.slice(0, Math.max(-1, ...windowNames.map((name, at) => (windows.includes(name) ? at : -1))) + 1);
}

/**
 * Which tasks of some windows are due within a frame of time, in order, and why the others are not. Whenever one of them
 * changes workloads, those that tell how the platform is afterwards (they come after all others) are due as well: although
 * a smaller window, which is not open, is theirs, and although they have looked at an earlier run of the opening.
 */
export function assign(
  situation: Situation,
  windows: readonly string[],
  frame: Frame,
  earlier: Readonly<Record<string, ClaimedTask>>,
): Assignment {
  const looking = ungated(situation, withSmaller(windows)).filter(({ after }) => after === 'all');
  const again = new Set(looking.map(({ id }) => id));
  const before = Object.fromEntries(Object.entries(earlier).filter(([id]) => !again.has(id)));
  const own = ungated(situation, windows);
  const watched = assignAmong(situation, [...own.filter(({ id }) => !again.has(id)), ...looking], frame, before);
  const changesWorkloads = own.some((task) => task.changesWorkloads && watched.due.includes(task.id));
  return changesWorkloads ? watched : assignAmong(situation, own, frame, earlier);
}

function assignAmong(
  situation: Situation,
  tasks: readonly CatalogueTask[],
  frame: Frame,
  earlier: Readonly<Record<string, ClaimedTask>>,
): Assignment {
  const all = orderTasks(tasks);
  const off = switchedOff(situation, all);
  const open = all.filter(({ id }) => !off.some((each) => each.id === id) && !Object.hasOwn(earlier, id));
  const { kept, skips } = withNeeds(open, earlier);
  const blind = situation.state === undefined && situation.trigger.mode === 'apply' ? withoutState(kept) : noneBlind;
  const { fitting, misfits } = fitTasks(
    kept.filter(({ id }) => !blind.notDue.some((each) => each.id === id)),
    frame,
  );
  const due = fitting.map(({ id }) => id);
  const late = misfits.map(({ id, cause }) => deferred(id, cause));
  const lookOnly = blind.lookOnly.filter((id) => due.includes(id));
  return { due, lookOnly, notDue: [...off, ...skips, ...blind.notDue, ...late], earlier };
}
