import type { Configuration } from '../domain/configuration/configuration.ts';
import type { TaskEntry } from '../domain/report/schema.ts';
import type { AnyTask } from '../tasks/contract.ts';
import { loadAllTasks } from '../tasks/registry.ts';
import { loadConfiguration } from './configuration-file.ts';
import type { Process } from './process.ts';

/** All tasks, and the checkout's configuration of them. */
export interface Catalogue {
  readonly tasks: readonly AnyTask[];
  readonly configuration: Configuration;
  /** Title and type of a task for the report; of one that does not exist, its id. */
  readonly describe: (id: string) => Pick<TaskEntry, 'title' | 'type'>;
}

/** Load the tasks and read the configuration. Throws a ConfigurationError that names every mistake. */
export async function openCatalogue(self: Process): Promise<Catalogue> {
  const tasks = await loadAllTasks();
  const inputs = Object.fromEntries(tasks.map((task) => [task.id, task.inputs]));
  return {
    tasks,
    configuration: loadConfiguration(self.environment.workspace, inputs),
    describe: (id) => {
      const task = tasks.find((known) => known.id === id);
      return { title: task?.title ?? id, type: task?.type ?? 'preventive' };
    },
  };
}
