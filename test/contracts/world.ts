import type { Ports } from '../../src/ports/index.ts';

/** A small platform of fakes with something to do for one task; `test/tasks/<id>/world.ts` makes it, always the same. */
export interface World {
  readonly ports: Partial<Ports>;
  /** Everything that was changed so far, whoever asked for it, in the words of the fake. */
  readonly changes: () => readonly string[];
  /** What lasts, for a task whose steps are taken in every run (probes); absent: a second run takes no step at all. */
  readonly state?: () => unknown;
  /** What reversible steps change, for a task that has them: equal before anything was taken and after it was put back. */
  readonly subjects?: () => unknown;
  /** The section `platform` of the configuration; absent: the guide's names. */
  readonly platform?: unknown;
  /** As an action gives them. */
  readonly inputs?: Readonly<Record<string, string>>;
}

/** Makes a fresh world. */
export type MakeWorld = () => Promise<World>;
