import type { JsonObject } from '../../../src/domain/json.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { parseInputs } from '../../../src/domain/task/inputs.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { AnyTask } from '../../../src/tasks/contract.ts';
import { loadTask } from '../../../src/tasks/registry.ts';
import type { MakeWorld, World } from '../../contracts/world.ts';
import type { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';

/** A run of the product that has something to do: one task of the registry in its window, on its own small platform. */
export interface Scenario {
  readonly task: string;
  readonly window: 'daily' | 'weekly';
  /** When it is woken, ISO 8601. */
  readonly at: string;
  /** Its platform; absent: that of the task's contract. */
  readonly makeWorld?: MakeWorld;
  /** Its server gives no more entries of a list at a time; absent: as many as are asked for. */
  readonly pageSize?: number;
}

/** A scenario with a fresh platform. */
export interface Scene {
  readonly scenario: Scenario;
  readonly task: AnyTask;
  readonly inputs: JsonObject;
  readonly world: World;
  readonly fake: FakeCluster;
  readonly clock: Clock;
}

/** Make the platform, and beside it the namespace that Lease, journal and state are kept in. */
export async function sceneOf(scenario: Scenario, clock: Clock): Promise<Scene> {
  const loaded = await loadTask(scenario.task);
  if (loaded === undefined) throw new TypeError(`there is no task ${scenario.task}`);
  // it runs alone: what it needs has been done, or there would be nothing to see
  const task: AnyTask = { ...loaded, needs: [] };
  const usual = (await import(`../../tasks/${scenario.task}/world.ts`)) as { makeWorld: MakeWorld };
  const world = await (scenario.makeWorld ?? usual.makeWorld)();
  const parsed = parseInputs(task.inputs, world.inputs ?? {});
  if ('errors' in parsed) throw new TypeError(JSON.stringify(parsed.errors));
  const fake = world.ports.cluster as FakeCluster;
  for (const name of ['kube-system', 'rooivalk-maintenance']) fake.add(resources.namespaces, { metadata: { name } });
  return { scenario, task, inputs: parsed.inputs as JsonObject, world, fake, clock };
}
