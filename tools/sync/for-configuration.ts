import { describeErrors, readConfiguration } from '../../src/domain/configuration/read.ts';
import { loadAllTasks } from '../../src/tasks/registry.ts';
import { dryRunManifest } from './dry-run.ts';
import { identitiesOf } from './identity.ts';
import { identityManifest, namespaceManifest } from './rbac.ts';

/**
 * Everything that a cluster administrator applies for a configuration, as one YAML text: namespace, then the identity of
 * each environment, and `maintenance-dry-run`. Throws with every error of the configuration.
 */
export async function manifestsFor(text: string, file: string): Promise<string> {
  const tasks = await loadAllTasks();
  const read = readConfiguration(text, file, Object.fromEntries(tasks.map((task) => [task.id, task.inputs])));
  if ('errors' in read) throw new Error(describeErrors(read.errors));
  const { platform } = read.configuration;
  return [
    namespaceManifest(),
    ...identitiesOf(tasks).map((identity) => identityManifest(identity, platform)),
    dryRunManifest(platform),
  ].join('---\n');
}
