import type { Draft } from '../../../src/domain/plan/plan.ts';
import type { Step } from '../../../src/domain/step/step.ts';
import type { Scene } from '../task-scene.ts';

/** Makes a fresh world for each test. */
export type MakeScene = () => Promise<Scene>;

/** What lasts in a world. */
export const lasting = async ({ world }: Scene): Promise<unknown> => (world.state ?? world.changes)();

/** The steps that the world as it is gives. */
export async function stepsOf(scene: Scene): Promise<readonly Step[]> {
  return (await drafted(scene)).draft.steps;
}

/** Observation and draft of the world as it is. */
export async function drafted(scene: Scene) {
  const { task, inputs } = scene;
  const observation = await task.observe(scene.context() as never, inputs as never);
  const draft: Draft = task.plan(observation, scene.planContext());
  return { task, inputs, observation, draft };
}
