import type { Configuration } from '../domain/configuration/configuration.ts';
import type { TaskEntry } from '../domain/report/schema.ts';
import type { AnyTask } from '../tasks/contract.ts';
import { loadAllTasks } from '../tasks/registry.ts';
import { ConfigurationError, loadConfiguration } from './configuration-file.ts';
import type { Process } from './process.ts';
import { withholdWherePublic } from './withholding.ts';

/** All tasks, and the checkout's configuration of them. */
export interface Catalogue {
  readonly tasks: readonly AnyTask[];
  readonly configuration: Configuration;
  /** Title and type of a task for the report; of one that does not exist, its id. */
  readonly describe: (id: string) => Pick<TaskEntry, 'title' | 'type'>;
}

/** Load the tasks and read the configuration. Throws a ConfigurationError that names every mistake. */
export async function openCatalogue(self: Process): Promise<Catalogue> {
  const declared = await loadAllTasks();
  const inputs = Object.fromEntries(declared.map((task) => [task.id, task.inputs]));
  const configuration = loadConfiguration(self.environment.workspace, inputs);
  await withholdWherePublic(self, configuration.reports);
  const tasks = declared.map((task) => ({ ...task, windows: windowsOf(task, configuration) }));
  return {
    tasks,
    configuration,
    describe: (id) => {
      const task = tasks.find((known) => known.id === id);
      return { title: task?.title ?? id, type: task?.type ?? 'preventive' };
    },
  };
}

/** The windows of a task: where it needs approval, those that the configuration names. */
function windowsOf({ id, type, windows }: AnyTask, { tasks }: Configuration): AnyTask['windows'] {
  const chosen = Object.hasOwn(tasks, id) ? tasks[id]?.windows : undefined;
  if (chosen === undefined) return windows;
  if (type !== 'preventive') return chosen;
  throw new ConfigurationError(
    `.github/maintenance.yml: tasks.${id}.windows: ${id} needs no approval, so its windows are those of its workflow: ${windows.join(', ')}`,
  );
}
