import type { Configuration } from '../../../src/domain/configuration/configuration.ts';
import type { Ports } from '../../../src/ports/index.ts';
import type { AnyTask } from '../../../src/tasks/contract.ts';
import type { Scene } from '../../contracts/task-scene.ts';
import type { World } from '../../contracts/world.ts';

/** What a task is given to do on the sandbox, and how it is seen what became of it. */
export interface RealWork {
  /** Over the sandbox's `platform`: the work alone, so that nothing else of the living platform is due meanwhile. */
  readonly platform?: (usual: Configuration['platform']) => Partial<Configuration['platform']>;
  readonly inputs: Readonly<Record<string, string>>;
  /** Puts the work there, whatever was left of the work before. */
  readonly lay: () => Promise<void>;
  readonly changes: World['changes'];
  readonly state?: () => Promise<unknown>;
  /** What reversible steps change. */
  readonly subjects?: () => Promise<unknown>;
  /** Ports that stand in for what is reached from inside the sandbox alone, besides those of the sandbox. */
  readonly ports?: () => Promise<Partial<Ports>>;
  /** The task that is tried, where a run of the work's own task comes first: what follows from that run. */
  readonly follows?: (scene: Scene) => Promise<AnyTask>;
  /** Takes everything away again. */
  readonly remove: () => Promise<unknown>;
}
