/** The contract of every task that takes steps, on the sandbox, under exactly its generated manifest. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AnyTask } from '../../src/tasks/contract.ts';
import { loadAllTasks, loadTask } from '../../src/tasks/registry.ts';
import { twiceContract } from '../contracts/task/applying.ts';
import { KillTally } from '../contracts/task/kill-tally.ts';
import { killedContract } from '../contracts/task/killed.ts';
import { firstAndLast, killedRecoveryContract } from '../contracts/task/killed-recovery.ts';
import type { MakeScene } from '../contracts/task/scenes.ts';
import { undoContract } from '../contracts/task/undo.ts';
import { furtherShapes, type Shape } from './contract/further-shapes.ts';
import { realScenes, workConfiguration } from './contract/real-scene.ts';
import { realWork } from './contract/worlds.ts';
import { sandboxPlatform, TestIdentity } from './servers/identity.ts';

/** Rolling back two steps, killed at every place, took 337 s on two cores that others worked on too. */
const long = 900_000;

/** Its steps read a bucket and change nothing on the platform; test/platform/drill.test.ts kills what it starts. */
const elsewhere = new Set(['validate-backups']);

test('every task that takes steps has its work here', async () => {
  const changing = (await loadAllTasks()).filter(({ id, steps }) => steps.length > 0 && !elsewhere.has(id));
  expect(Object.keys(realWork).sort()).toEqual(changing.map(({ id }) => id).sort());
});

/** Recoveries wait until nothing can be on its way any more: one task of each kind of change is enough here, the fakes show all. */
const recoveryKilled = new Set(['increase-capacity', 'apply-security-updates', 'renew-certificates']);

const tally = new KillTally();
afterAll(() => {
  process.stderr.write(`${tally.text()}\n`);
});

/** Makes scenes of a task's work, under exactly its manifest. */
function scenesOf({ id, work }: Pick<Shape, 'id' | 'work'>): MakeScene {
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
  return () => make();
}

describe.each(Object.entries(realWork))('%s, on the sandbox', (id, work) => {
  const scene = scenesOf({ id, work });
  twiceContract(scene, long);
  killedContract(scene, long, (chosen) => tally.add(id, chosen));
  if (recoveryKilled.has(id))
    killedRecoveryContract(scene, long, (chosen) => tally.add(`recovery of ${id}`, chosen), firstAndLast);
  if (work.subjects !== undefined) undoContract(scene, long);
});

describe.each(furtherShapes)('$name, on the sandbox', (shape) => {
  killedContract(scenesOf(shape), long, (chosen) => tally.add(shape.name, chosen));
});
