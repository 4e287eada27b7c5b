import type { Configuration } from '../../../src/domain/configuration/configuration.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import type { AnyTask } from '../../../src/tasks/contract.ts';
import { Scene } from '../../contracts/task-scene.ts';
import type { TestIdentity } from '../servers/identity.ts';
import type { RealWork } from './real-work.ts';

/** The configuration of the sandbox with the work in it. */
export function workConfiguration(usual: Configuration, { platform }: RealWork): Configuration {
  return { ...usual, platform: { ...usual.platform, ...platform?.(usual.platform) } };
}

/** Makes scenes on the sandbox, each with the work laid anew: the task acts, and keeps its journal, as the identity. */
export async function realScenes(
  task: AnyTask,
  work: RealWork,
  configuration: Configuration,
  identity: TestIdentity,
): Promise<() => Promise<Scene>> {
  const world = {
    ports: { ...(await identity.ports(configuration)), ...(await work.ports?.()) },
    changes: work.changes,
    ...(work.state === undefined ? {} : { state: work.state }),
    ...(work.subjects === undefined ? {} : { subjects: work.subjects }),
    real: { clock: systemClock, maintenance: identity.cluster, configuration },
    inputs: work.inputs,
  };
  return async () => {
    await work.lay();
    const scene = new Scene(task, world);
    if (work.follows === undefined) return scene;
    return new Scene(await work.follows(scene), { ...world, inputs: {} });
  };
}
