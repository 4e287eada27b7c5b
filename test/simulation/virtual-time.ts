import type { Clock } from '../../src/ports/clock.ts';
import { PortError } from '../../src/ports/port-error.ts';

interface Wake {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
  /** Listen no more: Node keeps a combined signal, and all it reaches, while somebody listens to it. */
  readonly forget: () => void;
}

const cancelled = (): PortError =>
  new PortError({ code: 'cancelled', subject: 'run', message: 'the run was cancelled' });

/** Time that passes only when everybody waits: hours in milliseconds, and always in the same order. */
export class VirtualTime {
  #now: number;
  #order = 0;
  #waiting: Wake[] = [];
  #held = 0;

  constructor(start: number) {
    this.#now = start;
  }

  get now(): number {
    return this.#now;
  }

  /** Resolves when so much time has passed, or rejects when the signal fires first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(cancelled());
    return new Promise((resolve, reject) => {
      const stopped = () => {
        this.#waiting = this.#waiting.filter((each) => each !== wake);
        reject(cancelled());
      };
      const forget = () => signal?.removeEventListener('abort', stopped);
      const wake: Wake = { at: this.#now + Math.max(0, ms), order: this.#order, wake: resolve, forget };
      this.#order += 1;
      this.#waiting.push(wake);
      signal?.addEventListener('abort', stopped, { once: true });
    });
  }

  /** Stand still while something really happens elsewhere. */
  async during<T>(happens: () => Promise<T>): Promise<T> {
    this.#held += 1;
    try {
      return await happens();
    } finally {
      this.#held -= 1;
    }
  }

  /** The world is over: nobody who still waits ever wakes. */
  end(): void {
    for (const { forget } of this.#waiting) forget();
    this.#waiting = [];
  }

  /** A clock on this time. */
  clock(): Clock {
    return { now: () => this.#now, monotonic: () => this.#now, sleep: (ms, signal) => this.sleep(ms, signal) };
  }

  /** Let time pass until the work has ended. Rejects when it can never end: nobody waits for a time any more. */
  async pass(work: Promise<unknown>): Promise<void> {
    let ended = false;
    let failure: unknown;
    work.then(
      () => {
        ended = true;
      },
      (error) => {
        ended = true;
        failure = error ?? new Error('it failed');
      },
    );
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (ended) break;
      if (this.#held > 0) continue;
      const next = this.#waiting.toSorted((a, b) => a.at - b.at || a.order - b.order)[0];
      if (next === undefined) throw new Error('everybody waits for something that never comes');
      this.#waiting = this.#waiting.filter((each) => each !== next);
      this.#now = next.at;
      next.forget();
      next.wake();
    }
    if (failure !== undefined) throw failure;
  }
}
