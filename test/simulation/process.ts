import type { Clock } from '../../src/ports/clock.ts';
import { PortError, type PortErrorCode } from '../../src/ports/port-error.ts';
import type { Tape } from './tape.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What can happen to a call. */
export type Fate =
  | 'well'
  | 'fails'
  | 'answer-lost'
  | 'slow'
  | 'killed-before'
  | 'killed-after'
  | 'frozen'
  | 'person'
  | 'cancelled';

/** How often each happens, per mille. */
export type Fates = Readonly<Partial<Record<Fate, number>>>;

/** Everything goes wrong sometimes. */
export const stormy: Fates = {
  fails: 25,
  'answer-lost': 20,
  slow: 30,
  'killed-before': 6,
  'killed-after': 8,
  frozen: 8,
  person: 15,
  cancelled: 4,
};

/** Nothing goes wrong. */
export const calm: Fates = {};

/** What processes of one world share. */
export interface Surroundings {
  readonly time: VirtualTime;
  readonly tape: Tape;
  /** One line for each thing that happens, in order. */
  readonly trace: string[];
  /** A person changes something on the platform. */
  readonly person: () => void;
}

const failures: readonly PortErrorCode[] = ['busy', 'unreachable', 'failed'];
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
/** Longer than any Lease and deadline: whoever thaws after that has been taken for dead. */
const frozenMs = 45 * 60_000;

/**
 * A process of ours. Everything that it asks of the world goes through {@link call}, where the tape decides what becomes
 * of it. A dead process waits for ever; a frozen one goes on much later, as if nothing had been.
 */
export class Process {
  readonly name: string;
  readonly abort = new AbortController();
  #dead = false;
  #frozenUntil = 0;
  readonly #fates: Fates;
  readonly #around: Surroundings;

  constructor(name: string, around: Surroundings, fates: Fates) {
    this.name = name;
    this.#around = around;
    this.#fates = fates;
  }

  /** It was killed, and nobody hears of it again. */
  get dead(): boolean {
    return this.#dead;
  }

  #note(text: string): void {
    const { time, trace } = this.#around;
    trace.push(`${new Date(time.now).toISOString().slice(11, 19)} ${this.name}: ${text}`);
  }

  async #awake(): Promise<void> {
    if (this.#dead) return never();
    while (this.#around.time.now < this.#frozenUntil)
      await this.#around.time.sleep(this.#frozenUntil - this.#around.time.now);
  }

  #kill<T>(): Promise<T> {
    this.#dead = true;
    return never();
  }

  /** Ask the world for something; `effect` is what it does when the request reaches it. */
  async call<T>(what: string, effect: () => Promise<T>): Promise<T> {
    await this.#awake();
    const { time, tape } = this.#around;
    const fate = tape.pick<Fate>('well', this.#fates);
    if (fate !== 'well') this.#note(`${what} (${fate})`);
    switch (fate) {
      case 'killed-before':
        return this.#kill();
      case 'frozen':
        return this.#freeze(what, effect);
      case 'fails':
        return this.#fails(what);
      case 'person':
        this.#around.person();
        break;
      case 'cancelled':
        this.abort.abort();
        break;
      case 'slow':
        await time.sleep(tape.between(1, 40) * 1000);
        break;
    }
    await time.sleep(20);
    await this.#awake();
    const answer = await effect();
    if (fate === 'killed-after') return this.#kill();
    if (fate === 'answer-lost') throw this.#error(what, 'timeout');
    if (fate === 'well') this.#note(what);
    return answer;
  }

  async #fails(what: string): Promise<never> {
    const { time, tape } = this.#around;
    await time.sleep(20);
    throw this.#error(what, failures[tape.between(0, failures.length - 1)] ?? 'failed');
  }

  /** The request was sent or it was not; the process stands still, and then finds its connection gone. */
  async #freeze<T>(what: string, effect: () => Promise<T>): Promise<T> {
    const { time, tape } = this.#around;
    if (tape.between(0, 1) === 1) await effect().catch(() => undefined);
    this.#frozenUntil = time.now + frozenMs;
    await this.#awake();
    this.#note('goes on');
    throw this.#error(what, 'timeout');
  }

  #error(what: string, code: PortErrorCode): PortError {
    return new PortError({ code, subject: what, message: `${what}: ${code}` });
  }

  /** Time as this process sees it. */
  clock(): Clock {
    const { time } = this.#around;
    return {
      now: () => time.now,
      monotonic: () => time.now,
      sleep: async (ms, signal) => {
        await time.sleep(ms, signal);
        await this.#awake();
      },
    };
  }
}
