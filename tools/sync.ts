/**
 * `npm run sync`: write everything that comes from the declarations. `npm run sync -- --check` writes nothing and names
 * what is stale. Works without a build and without what it writes: the registries come first.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnyTask } from '../src/tasks/contract.ts';
import { stepFiles, stepRegistry, taskIds, taskRegistry } from './sync/registry.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const checking = process.argv.includes('--check');
const stale: string[] = [];

function put(path: string, content: string): void {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return;
  stale.push(path);
  if (checking) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const ids = taskIds(root);
put('src/tasks/registry.ts', taskRegistry(ids));
put('src/steps/registry.ts', stepRegistry(stepFiles(root)));

const tasks = await Promise.all(
  ids.map(async (id) => ((await import(`../src/tasks/${id}/index.ts`)) as { default: AnyTask }).default),
);
const { outputs } = await import('./sync/outputs.ts');
for (const [path, content] of outputs(tasks, readFileSync(join(root, 'README.md'), 'utf8'), root)) put(path, content);

if (stale.length === 0) console.log(`All files written from ${ids.length} declarations are up to date.`);
else if (checking) {
  console.error(`Stale: ${stale.join(', ')}\nRun \`npm run sync\` and commit what it writes.`);
  process.exitCode = 1;
} else console.log(`Written: ${stale.join(', ')}`);
