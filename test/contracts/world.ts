import type { Configuration } from '../../src/domain/configuration/configuration.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Cluster } from '../../src/ports/cluster.ts';
import type { Ports } from '../../src/ports/index.ts';

/**
 * A small platform with something to do for one task: of fakes, made by `test/tasks/<id>/world.ts`, always the same; or the
 * sandbox (`test/platform/contract`).
 */
export interface World {
  readonly ports: Partial<Ports>;
  /** Everything that was changed so far, whoever asked for it, in the words of the fake. */
  readonly changes: () => readonly string[] | Promise<readonly string[]>;
  /** What lasts, for a task whose steps are taken in every run (probes); absent: a second run takes no step at all. */
  readonly state?: () => unknown;
  /** What reversible steps change, for a task that has them: equal before anything was taken and after it was put back. */
  readonly subjects?: () => unknown;
  /** Of the sandbox: its time, its configuration, and the cluster that journal and Lease are kept in. Absent: all is fake. */
  readonly real?: { readonly clock: Clock; readonly maintenance: Cluster; readonly configuration: Configuration };
  /** The section `platform` of the configuration; absent: the guide's names. */
  readonly platform?: unknown;
  /** As an action gives them. */
  readonly inputs?: Readonly<Record<string, string>>;
}

/** Makes a fresh world. */
export type MakeWorld = () => Promise<World>;
