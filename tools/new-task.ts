/**
 * `npm run new-task -- <id>`: scaffold a task that compiles, passes the contract suite, and appears everywhere it must. It
 * looks at the pods of the platform and finds nothing to do, until you say otherwise.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scaffold } from './scaffold.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [id = ''] = process.argv.slice(2);

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

if (!/^[a-z]+(-[a-z]+)+$/.test(id))
  fail(
    `usage: npm run new-task -- <verb-object>, in lower-case words joined by hyphens, such as rotate-logs; "${id}" is not one`,
  );
if (existsSync(join(root, 'src', 'tasks', id))) fail(`src/tasks/${id} exists already`);

for (const [path, content] of scaffold(id)) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(`wrote ${path}`);
}
const sync = spawnSync(process.execPath, [join(root, 'tools', 'sync.ts')], { cwd: root, stdio: 'inherit' });
process.exitCode = sync.status ?? 1;
console.log(
  `Next: say in src/tasks/${id}/index.ts what it is for, then observe, plan and verify; \`npm run check\` names what is missing.`,
);
