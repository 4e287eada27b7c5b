/** The contract of every daily task that takes steps, on the sandbox, under exactly its generated manifest. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Configuration } from '../../src/domain/configuration/configuration.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import type { AnyTask } from '../../src/tasks/contract.ts';
import { loadAllTasks, loadTask } from '../../src/tasks/registry.ts';
import { twiceContract } from '../contracts/task/applying.ts';
import { killedContract } from '../contracts/task/killed.ts';
import { Scene } from '../contracts/task-scene.ts';
import type { World } from '../contracts/world.ts';
import { realWork } from './contract/worlds.ts';
import { sandboxPlatform, TestIdentity } from './servers/identity.ts';

/** On a quiet machine the whole file takes about four minutes. */
const long = 900_000;

test('every daily task that takes steps has its work here', async () => {
  const daily = (await loadAllTasks()).filter(({ windows, steps }) => windows.includes('daily') && steps.length > 0);
  expect(Object.keys(realWork).sort()).toEqual(daily.map(({ id }) => id).sort());
});

describe.each(Object.entries(realWork))('%s, on the sandbox', (id, work) => {
  let task: AnyTask;
  let configuration: Configuration;
  let identity: TestIdentity;
  let world: World;
  beforeAll(async () => {
    task = (await loadTask(id)) as AnyTask;
    const usual = await sandboxPlatform();
    configuration = { ...usual, platform: { ...usual.platform, ...work.platform } };
    identity = await TestIdentity.of(task, configuration);
    world = {
      ports: await identity.ports(configuration),
      changes: work.changes,
      ...(work.state === undefined ? {} : { state: work.state }),
      real: { clock: systemClock, maintenance: identity.cluster, configuration },
      inputs: work.inputs,
    };
  }, long);
  afterAll(async () => {
    await work.remove();
    await identity?.close();
  }, long);

  const scene = async (): Promise<Scene> => {
    await work.lay();
    return new Scene(task, world);
  };

  twiceContract(scene, long);
  killedContract(scene, long);
});
