import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const banner = '// Written by `npm run sync`. Do not edit.\n';

/** Ids of the tasks: the folders of src/tasks that have an index. */
export function taskIds(root: string): readonly string[] {
  const folder = join(root, 'src', 'tasks');
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'index.ts')))
    .sort();
}

/** Step kinds that have an execution. */
export function stepFiles(root: string): readonly string[] {
  const notKinds = new Set(['executor.ts', 'registry.ts']);
  return readdirSync(join(root, 'src', 'steps'))
    .filter((name) => name.endsWith('.ts') && !notKinds.has(name))
    .map((name) => name.slice(0, -3))
    .sort();
}

/** `src/tasks/registry.ts`: how to load each task, one chunk of the bundle each. */
export function taskRegistry(ids: readonly string[]): string {
  const lines = ids.map((id) => `  '${id}': () => import('./${id}/index.ts'),`);
  return `${banner}import type { AnyTask } from './contract.ts';

/** Loads a task by its id; ids are looked up here, never imported by name. */
export const taskLoaders: Readonly<Record<string, () => Promise<{ readonly default: AnyTask }>>> = {
${lines.join('\n')}
};

/** Load a task; undefined when there is none of that id. */
export async function loadTask(id: string): Promise<AnyTask | undefined> {
  return Object.hasOwn(taskLoaders, id) ? (await taskLoaders[id]?.())?.default : undefined;
}

/** Load every task, in the order of their ids. */
export async function loadAllTasks(): Promise<readonly AnyTask[]> {
  return Promise.all(Object.values(taskLoaders).map(async (load) => (await load()).default));
}
`;
}

/** `src/steps/registry.ts`: how to load the execution of each step kind. The compiler refuses a kind without one. */
export function stepRegistry(kinds: readonly string[]): string {
  const lines = kinds.map((kind) => `  '${kind}': async () => (await import('./${kind}.ts')).default,`);
  return `${banner}import type { StepKind } from '../domain/step/kinds.ts';
import type { StepExecutor } from './executor.ts';

type Loaders = { readonly [K in StepKind]: () => Promise<unknown> };

const loaders: Loaders = {
${lines.join('\n')}
};

/** Load the execution of a step kind. */
export async function loadStep<K extends StepKind>(kind: K): Promise<StepExecutor<K>> {
  return (await loaders[kind]()) as StepExecutor<K>;
}
`;
}
