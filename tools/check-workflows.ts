/**
 * `node tools/check-workflows.ts`: actionlint and zizmor (pedantic, offline) over our workflows, the templates and the
 * actions. What is suppressed has its reason in `.github/zizmor.yml` and `.github/actionlint.yaml`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../sandbox/toolchain/cache.ts';
import { createProgress, ensure, tool } from '../sandbox/toolchain/index.ts';

/** What one tool had to say about a checkout. */
export interface WorkflowCheck {
  readonly tool: 'actionlint' | 'zizmor';
  readonly passed: boolean;
  /** Its own words, with paths relative to the checkout. */
  readonly output: string;
}

function filesIn(checkout: string, folder: string, ending: RegExp): string[] {
  const path = join(checkout, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function run(name: WorkflowCheck['tool'], checkout: string, args: readonly string[]): WorkflowCheck {
  const { status, stdout, stderr, error } = spawnSync(tool(name), args, {
    cwd: checkout,
    encoding: 'utf8',
    // Neither a token nor a configuration of the developer's changes what is found.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' },
  });
  if (error !== undefined) throw new Error(`${name} could not be started: ${error.message}`);
  return { tool: name, passed: status === 0, output: `${stdout}${stderr}`.trim() };
}

/** Checks a checkout's workflows, templates and actions. Nothing to check is a failure: then the paths are wrong. */
export function checkWorkflows(checkout: string): WorkflowCheck[] {
  const workflows = ['.github/workflows', 'templates'].flatMap((folder) => filesIn(checkout, folder, /\.ya?ml$/));
  if (workflows.length === 0) throw new Error(`There is no workflow in ${checkout}: nothing was checked.`);
  const root = existsSync(join(checkout, 'action.yml')) ? ['action.yml'] : [];
  const actions = [...root, ...filesIn(checkout, 'actions', /(^|\/)action\.ya?ml$/)];
  const settings = join(checkout, '.github', 'zizmor.yml');
  const config = existsSync(settings) ? ['--config', settings] : ['--no-config'];
  return [
    run('actionlint', checkout, ['-no-color', '-shellcheck=', '-pyflakes=', ...workflows]),
    run('zizmor', checkout, [
      '--pedantic',
      '--offline',
      '--no-progress',
      '--format=plain',
      ...config,
      ...workflows,
      ...actions,
    ]),
  ];
}

if (import.meta.main) {
  const progress = createProgress(process.stderr);
  try {
    await ensure(['actionlint', 'zizmor'], progress);
    const checks = checkWorkflows(CHECKOUT);
    for (const { tool: name, passed, output } of checks) {
      if (!passed) console.error(`${name}:\n${output}\n`);
      console.log(`${passed ? '✓' : '✗'} ${name}`);
    }
    process.exitCode = checks.every(({ passed }) => passed) ? 0 : 1;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  } finally {
    progress.close();
  }
}
