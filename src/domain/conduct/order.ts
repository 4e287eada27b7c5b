import type { CatalogueTask } from './situation.ts';

const priorities = ['high', 'medium', 'low'] as const;

type Ordered = Pick<CatalogueTask, 'id' | 'priority' | 'needs' | 'after'>;

function predecessors(task: Ordered, tasks: readonly Ordered[]): readonly string[] {
  const after = task.after === 'all' ? tasks.filter((other) => other.after !== 'all').map(({ id }) => id) : task.after;
  return [...task.needs, ...after].filter((id) => id !== task.id);
}

/**
 * Tasks in the order in which they run: after everything they need or come after, as far as that is among them; otherwise
 * by priority, then as given. Throws when they wait for each other in a circle, naming them: declarations are at fault.
 */
export function orderTasks<T extends Ordered>(tasks: readonly T[]): readonly T[] {
  const waiting = new Map(tasks.map((task) => [task.id, task]));
  const ordered: T[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter((task) => !predecessors(task, tasks).some((id) => waiting.has(id)));
    const next = ready.toSorted((a, b) => priorities.indexOf(a.priority) - priorities.indexOf(b.priority))[0];
    if (next === undefined) throw new Error(`tasks wait for each other in a circle: ${[...waiting.keys()].join(', ')}`);
    ordered.push(next);
    waiting.delete(next.id);
  }
  return ordered;
}
