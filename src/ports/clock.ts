/** Time and waiting, handed in so that tests and simulation decide it. */
export interface Clock {
  /** Wall clock, epoch ms. */
  now(): number;
  /** Monotonic, ms from an arbitrary start. */
  monotonic(): number;
  /** Resolves after `ms`, or rejects with a `cancelled` PortError when the signal fires first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
