/**
 * `npm run rbac -- [file]`: print the manifests for one's own configuration (default `.github/maintenance.yml`): namespace,
 * then the identities `maintenance-plan` and `maintenance-preventive`. Pipe it to \`kubectl apply -f -\`.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONFIGURATION_FILE, describeErrors, readConfiguration } from '../src/domain/configuration/read.ts';
import { loadAllTasks } from '../src/tasks/registry.ts';
import { identityManifest, namespaceManifest } from './sync/rbac.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [given] = process.argv.slice(2);
const file = given ?? join(root, CONFIGURATION_FILE);
const tasks = await loadAllTasks();
const read = readConfiguration(
  readFileSync(file, 'utf8'),
  given ?? CONFIGURATION_FILE,
  Object.fromEntries(tasks.map((task) => [task.id, task.inputs])),
);
if ('errors' in read) {
  console.error(describeErrors(read.errors));
  process.exitCode = 2;
} else {
  const { platform } = read.configuration;
  const preventive = tasks.filter((task) => task.type === 'preventive');
  const documents = [
    namespaceManifest(),
    identityManifest({ name: 'maintenance-plan', tasks, changes: false }, platform),
    identityManifest({ name: 'maintenance-preventive', tasks: preventive, changes: true }, platform),
  ];
  process.stdout.write(documents.join('---\n'));
}
