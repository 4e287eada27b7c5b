/** Starts parts in the order of their needs, as many at once as can be, and keeps the story of it. */
import type { Part, PartContext } from '../parts/part.ts';
import { type PartStatus, Supervised } from './supervised.ts';

/** How far the sandbox is as a whole. */
export type Phase = 'starting' | 'up' | 'failed';

/** Something that happened, in the order in which it did. */
export type SupervisorEvent =
  | { readonly type: 'part'; readonly part: PartStatus }
  | { readonly type: 'phase'; readonly phase: Phase; readonly reason?: string };

/** The whole as `status` shows it. */
export interface SupervisorStatus {
  readonly phase: Phase;
  readonly parts: readonly PartStatus[];
}

/** Supervises the parts of one sandbox. */
export class Supervisor {
  readonly #supervised: ReadonlyMap<string, Supervised>;
  readonly #listeners = new Set<(event: SupervisorEvent) => void>();
  #history: SupervisorEvent[] = [];
  #phase: Phase = 'starting';
  #round: Promise<void> | undefined;

  constructor(parts: readonly Part[], context: PartContext) {
    const changed = (part: PartStatus): void => this.#tell({ type: 'part', part });
    this.#supervised = new Map(parts.map((part) => [part.name, new Supervised(part, context, changed)]));
  }

  get status(): SupervisorStatus {
    return { phase: this.#phase, parts: [...this.#supervised.values()].map(({ status }) => status) };
  }

  /** Starts all that is neither running nor done. While that goes on, further calls join it. */
  startAll(): Promise<void> {
    this.#round ??= this.#startAll().finally(() => {
      this.#round = undefined;
    });
    return this.#round;
  }

  /** Starts one part (not what it needs). */
  start(name: string): Promise<void> {
    return this.#find(name).start();
  }

  /** Stops one part until it is started again. */
  stop(name: string): Promise<void> {
    return this.#find(name).stop();
  }

  /** Calls `listener` with all events of the current (or last) round so far and with each that follows. */
  follow(listener: (event: SupervisorEvent) => void): () => void {
    for (const event of this.#history) listener(event);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #startAll(): Promise<void> {
    this.#history = [];
    this.#setPhase('starting');
    const starts = new Map<string, Promise<boolean>>();
    const begin = (supervised: Supervised): Promise<boolean> => {
      const { name } = supervised.part;
      const known = starts.get(name);
      if (known) return known;
      const started = this.#startOne(supervised, begin);
      starts.set(name, started);
      return started;
    };
    await Promise.all([...this.#supervised.values()].map(begin));
    const failed = this.status.parts.filter(({ state }) => state === 'failed').map(({ name }) => name);
    if (failed.length === 0) this.#setPhase('up');
    else this.#setPhase('failed', `${failed.join(', ')} did not start`);
  }

  /** Resolves to whether the part is there for those that need it. */
  async #startOne(supervised: Supervised, begin: (supervised: Supervised) => Promise<boolean>): Promise<boolean> {
    const { part } = supervised;
    const { state } = supervised.status;
    if (state === 'ready' || state === 'done') return true;
    const reason = part.absent?.();
    if (reason) {
      supervised.setAbsent(reason);
      return false;
    }
    // Called by way of a microtask so that a part is in the map before those that need it ask for it.
    await Promise.resolve();
    const missing: string[] = [];
    for (const need of part.needs) {
      const needed = this.#supervised.get(need);
      if (!needed || !(await begin(needed))) missing.push(need);
    }
    if (missing.length > 0) {
      supervised.setAbsent(`it needs ${missing.join(', ')}`);
      return false;
    }
    return supervised.start().then(
      () => true,
      () => false,
    );
  }

  #find(name: string): Supervised {
    const found = this.#supervised.get(name);
    if (!found)
      throw new Error(`The sandbox has no part "${name}". Its parts: ${[...this.#supervised.keys()].join(', ')}.`);
    return found;
  }

  #setPhase(phase: Phase, reason?: string): void {
    this.#phase = phase;
    this.#tell({ type: 'phase', phase, ...(reason ? { reason } : {}) });
  }

  #tell(event: SupervisorEvent): void {
    this.#history.push(event);
    // The story of restarts goes on for as long as the sandbox is up; only its end is of use.
    if (this.#history.length > 1000) this.#history.splice(0, 500);
    for (const listener of this.#listeners) listener(event);
  }
}
