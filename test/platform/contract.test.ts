/** The contract of every daily task that takes steps, on the sandbox, under exactly its generated manifest. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AnyTask } from '../../src/tasks/contract.ts';
import { loadAllTasks, loadTask } from '../../src/tasks/registry.ts';
import { twiceContract } from '../contracts/task/applying.ts';
import { killedContract } from '../contracts/task/killed.ts';
import type { MakeScene } from '../contracts/task/scenes.ts';
import { realScenes, workConfiguration } from './contract/real-scene.ts';
import { realWork } from './contract/worlds.ts';
import { sandboxPlatform, TestIdentity } from './servers/identity.ts';

/** On a quiet machine the whole file takes about four minutes. */
const long = 900_000;

test('every daily task that takes steps has its work here', async () => {
  const daily = (await loadAllTasks()).filter(({ windows, steps }) => windows.includes('daily') && steps.length > 0);
  expect(Object.keys(realWork).sort()).toEqual(daily.map(({ id }) => id).sort());
});

describe.each(Object.entries(realWork))('%s, on the sandbox', (id, work) => {
  let identity: TestIdentity;
  let make: MakeScene;
  beforeAll(async () => {
    const task = (await loadTask(id)) as AnyTask;
    const configuration = workConfiguration(await sandboxPlatform(), work);
    identity = await TestIdentity.of(task, configuration);
    make = await realScenes(task, work, configuration, identity);
  }, long);
  afterAll(async () => {
    await work.remove();
    await identity?.close();
  }, long);
  const scene = () => make();

  twiceContract(scene, long);
  killedContract(scene, long);
});
