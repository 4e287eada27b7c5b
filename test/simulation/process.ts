import type { Clock } from '../../src/ports/clock.ts';
import { PortError, type PortErrorCode } from '../../src/ports/port-error.ts';
import type { Tape } from './tape.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What can happen to a call. */
export type Fate =
  | 'well'
  | 'fails'
  | 'answer-lost'
  | 'late'
  | 'twice'
  | 'slow'
  | 'unhurried'
  | 'killed-before'
  | 'killed-after'
  | 'killed-late'
  | 'frozen'
  | 'clock-jumps'
  | 'person'
  | 'cancelled';

/** What a request does when it reaches the world. `late`: nobody waits for it any more. */
export type Effect<T> = (late: boolean) => Promise<T>;

/** How often each happens, per mille. */
export type Fates = Readonly<Partial<Record<Fate, number>>>;

/** Everything goes wrong sometimes. */
export const stormy: Fates = {
  fails: 25,
  'answer-lost': 15,
  late: 10,
  twice: 15,
  slow: 30,
  'killed-before': 6,
  'killed-after': 6,
  'killed-late': 4,
  frozen: 8,
  'clock-jumps': 2,
  person: 15,
  cancelled: 4,
};

/** Nothing goes wrong. */
export const calm: Fates = {};

/** Nothing goes wrong, and no two requests take the same time. */
export const unhurried: Fates = { unhurried: 999 };

/** What processes of one world share. */
export interface Surroundings {
  readonly time: VirtualTime;
  readonly tape: Tape;
  /** One line for each thing that happens, in order. */
  readonly trace: string[];
  /** A person changes something on the platform. */
  readonly person: () => Promise<void>;
}

/** The machine that processes of one job run on, with its clock. */
export interface Host {
  /** By how much its wall clock is ahead, ms. */
  skewMs: number;
}

const failures: readonly PortErrorCode[] = ['busy', 'unreachable', 'failed'];
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
/** From less than a Lease lasts to longer than any Lease and deadline: whoever thaws after that was taken for dead. */
const frozenMinutes = [1, 45] as const;
/** A request that nobody waits for any more is carried out within this: the API server is told to give up with us, s. */
const latestS = 12;
/** Further than any window is open, ms. */
const jumpMs = 2 * 3_600_000;

/**
 * A process of ours. Everything that it asks of the world goes through {@link call}, where the tape decides what becomes
 * of it. A dead process waits for ever; a frozen one goes on much later, as if nothing had been.
 */
export class Process {
  readonly name: string;
  readonly abort = new AbortController();
  readonly host: Host;
  #dead = false;
  #frozenUntil = 0;
  readonly #fates: Fates;
  readonly #around: Surroundings;

  constructor(name: string, around: Surroundings, fates: Fates, host: Host = { skewMs: 0 }) {
    this.name = name;
    this.host = host;
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
  async call<T>(what: string, effect: Effect<T>): Promise<T> {
    await this.#awake();
    const fate = this.#around.tape.pick<Fate>('well', this.#fates);
    if (fate !== 'well') this.#note(`${what} (${fate})`);
    const answer = await this.#meet(fate, what, effect);
    if (fate === 'well') this.#note(what);
    return answer;
  }

  #meet<T>(fate: Fate, what: string, effect: Effect<T>): Promise<T> {
    switch (fate) {
      case 'killed-before':
        return this.#kill();
      case 'killed-late':
        this.#later(effect);
        return this.#kill();
      case 'late':
        this.#later(effect);
        return this.#fails(what, 'timeout');
      case 'frozen':
        return this.#freeze(what, effect);
      case 'fails':
        return this.#fails(what);
      case 'twice':
        return this.#twice(effect);
      default:
        return this.#happens(fate, what, effect);
    }
  }

  /** It takes effect now, whatever happens around it. */
  async #happens<T>(fate: Fate, what: string, effect: Effect<T>): Promise<T> {
    const { time, tape } = this.#around;
    if (fate === 'person') await this.#around.person();
    if (fate === 'cancelled') this.abort.abort();
    if (fate === 'clock-jumps') this.host.skewMs += jumpMs;
    if (fate === 'unhurried') await time.sleep(tape.between(0, 999));
    if (fate === 'slow') await time.sleep(tape.between(1, 14) * 1000);
    await time.sleep(20);
    // what was sent arrives, whatever has become of its process meanwhile; the answer waits until somebody can read it
    const answer = await effect(this.#dead);
    await this.#awake();
    if (fate === 'killed-after') return this.#kill();
    if (fate === 'answer-lost') throw this.#error(what, 'timeout');
    return answer;
  }

  /** It was sent, and nobody waits for it any more. */
  #later(effect: Effect<unknown>): void {
    const { time, tape } = this.#around;
    void time
      .sleep(tape.between(1, latestS * 10) * 100)
      .then(() => effect(true))
      .catch(() => undefined);
  }

  /** Something on the way repeats it; the answer is that of either. */
  async #twice<T>(effect: Effect<T>): Promise<T> {
    const { time, tape } = this.#around;
    await time.sleep(20);
    const answers = await Promise.allSettled([effect(false), time.sleep(20).then(() => effect(false))]);
    await this.#awake();
    const [first, second] = answers;
    const answer = tape.between(0, 1) === 0 ? first : second;
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  }

  async #fails(what: string, code?: PortErrorCode): Promise<never> {
    const { time, tape } = this.#around;
    await time.sleep(20);
    throw this.#error(what, code ?? failures[tape.between(0, failures.length - 1)] ?? 'failed');
  }

  /** The process stands still; it goes on with its answer, or finds its connection gone, and the request sent or not. */
  async #freeze<T>(what: string, effect: Effect<T>): Promise<T> {
    const { time, tape } = this.#around;
    const sent = tape.between(0, 2);
    const answer = sent === 0 ? undefined : await effect(false).catch(() => undefined);
    this.#frozenUntil = time.now + tape.between(...frozenMinutes) * 60_000;
    await this.#awake();
    this.#note('goes on');
    if (sent === 2 && answer !== undefined) return answer;
    throw this.#error(what, 'timeout');
  }

  #error(what: string, code: PortErrorCode): PortError {
    return new PortError({ code, subject: what, message: `${what}: ${code}` });
  }

  /** Time as this process sees it. */
  clock(): Clock {
    const { time } = this.#around;
    return {
      now: () => time.now + this.host.skewMs,
      monotonic: () => time.now,
      sleep: async (ms, signal) => {
        await time.sleep(ms, signal);
        await this.#awake();
      },
    };
  }
}
