// Written by `npm run sync`. Do not edit.
import type { AnyTask } from './contract.ts';

/** Loads a task by its id; ids are looked up here, never imported by name. */
export const taskLoaders: Readonly<Record<string, () => Promise<{ readonly default: AnyTask }>>> = {
  'analyze-capacity': () => import('./analyze-capacity/index.ts'),
  'apply-security-updates': () => import('./apply-security-updates/index.ts'),
  'check-health': () => import('./check-health/index.ts'),
  'clean-temporary-files': () => import('./clean-temporary-files/index.ts'),
  'increase-capacity': () => import('./increase-capacity/index.ts'),
  'maintain-database': () => import('./maintain-database/index.ts'),
  'monitor-performance': () => import('./monitor-performance/index.ts'),
  'optimize-caches': () => import('./optimize-caches/index.ts'),
  'optimize-performance': () => import('./optimize-performance/index.ts'),
  'renew-certificates': () => import('./renew-certificates/index.ts'),
  'restart-workload': () => import('./restart-workload/index.ts'),
  'rightsize-resources': () => import('./rightsize-resources/index.ts'),
  'rotate-logs': () => import('./rotate-logs/index.ts'),
  'validate-backups': () => import('./validate-backups/index.ts'),
  'validate-certificates': () => import('./validate-certificates/index.ts'),
};

/** Load a task; undefined when there is none of that id. */
export async function loadTask(id: string): Promise<AnyTask | undefined> {
  return Object.hasOwn(taskLoaders, id) ? (await taskLoaders[id]?.())?.default : undefined;
}

/** Load every task, in the order of their ids. */
export async function loadAllTasks(): Promise<readonly AnyTask[]> {
  return Promise.all(Object.values(taskLoaders).map(async (load) => (await load()).default));
}
