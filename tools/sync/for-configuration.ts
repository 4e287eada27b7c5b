import { describeErrors, readConfiguration } from '../../src/domain/configuration/read.ts';
import { loadAllTasks } from '../../src/tasks/registry.ts';
import { dryRunManifest } from './dry-run.ts';
import { identityManifest, namespaceManifest } from './rbac.ts';

/**
 * Everything that a cluster administrator applies for a configuration, as one YAML text: namespace, then the identities
 * `maintenance-plan`, `maintenance-preventive` and `maintenance-dry-run`. Throws with every error of the configuration.
 */
export async function manifestsFor(text: string, file: string): Promise<string> {
  const tasks = await loadAllTasks();
  const read = readConfiguration(text, file, Object.fromEntries(tasks.map((task) => [task.id, task.inputs])));
  if ('errors' in read) throw new Error(describeErrors(read.errors));
  const { platform } = read.configuration;
  const preventive = tasks.filter((task) => task.type === 'preventive');
  return [
    namespaceManifest(),
    identityManifest({ name: 'maintenance-plan', tasks, changes: false }, platform),
    identityManifest({ name: 'maintenance-preventive', tasks: preventive, changes: true }, platform),
    dryRunManifest(platform),
  ].join('---\n');
}
