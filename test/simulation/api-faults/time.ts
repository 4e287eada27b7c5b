import { jest } from '@jest/globals';

/** So many turns of the event loop in which nothing moved: everybody waits for a moment to come. */
const quietTurns = 4;
/** More turns than any run takes: it never ends. */
const mostTurns = 200_000;

const unchanged = ['nextTick', 'setImmediate', 'clearImmediate', 'queueMicrotask'] as const;

/** Whether somebody is at work, so that time must stand still. */
export interface Work {
  readonly busy: boolean;
}

/** Time that passes only while nobody is at work. */
export class PassingTime implements Disposable {
  readonly #work: Work;

  constructor(work: Work, startsAt: number) {
    this.#work = work;
    jest.useFakeTimers({ now: startsAt, doNotFake: [...unchanged] });
  }

  /** Let time pass until the work has ended. Rejects when it never does. */
  async pass<T>(work: Promise<T>): Promise<T> {
    let ended = false;
    const over = () => {
      ended = true;
    };
    work.then(over, over);
    let quiet = 0;
    for (let turn = 0; !ended; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      quiet = this.#work.busy ? 0 : quiet + 1;
      if (turn > mostTurns) throw new Error('it never ends');
      if (quiet < quietTurns || ended) continue;
      if (jest.getTimerCount() === 0) throw new Error('everybody waits for something that never comes');
      jest.advanceTimersToNextTimer();
      quiet = 0;
    }
    return work;
  }

  [Symbol.dispose](): void {
    jest.useRealTimers();
  }
}
