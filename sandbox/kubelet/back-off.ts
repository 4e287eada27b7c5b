/** How long a container that keeps ending, or an image that cannot be pulled, is left alone. */

const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;
/** After so long without trouble the next failure counts as the first. */
const FORGET_MS = 600_000;

/**
 * Doubling waits. They begin at 1 s and end at 60 s, which a real kubelet does with the feature gate
 * ReduceDefaultCrashLoopBackOffDecay; the older 10 s to 300 s would only make the sandbox slow. As there, the first
 * restart is immediate.
 */
export class BackOff {
  #failures = 0;

  /** The wait before the next attempt, in milliseconds, after one that lasted `ranMs`. */
  next(ranMs: number): number {
    if (ranMs >= FORGET_MS) this.#failures = 0;
    const wait = this.#failures === 0 ? 0 : Math.min(LONGEST_MS, FIRST_MS * 2 ** (this.#failures - 1));
    this.#failures++;
    return wait;
  }
}
