import { existsSync } from 'node:fs';
import { describe } from '@jest/globals';
import { loadTask, taskLoaders } from '../../src/tasks/registry.ts';
import { type TaskSubject, taskContract } from './task.contract.ts';
import type { MakeWorld } from './world.ts';

/** The task and its world; a task without one is not proved, and fails. */
async function load(id: string): Promise<TaskSubject> {
  const task = await loadTask(id);
  const file = new URL(`../tasks/${id}/world.ts`, import.meta.url);
  if (task === undefined || !existsSync(file)) {
    throw new Error(
      `The contract of ${id} needs a world: write test/tasks/${id}/world.ts, which exports makeWorld (test/contracts/world.ts): a small platform of fakes in which ${id} has something to do`,
    );
  }
  const { makeWorld } = (await import(file.href)) as { makeWorld: MakeWorld };
  return { task, makeWorld };
}

describe('every task of the registry, on fakes', () => {
  for (const id of Object.keys(taskLoaders)) taskContract(id, () => load(id));
});
