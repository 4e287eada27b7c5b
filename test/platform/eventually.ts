import { setTimeout as sleep } from 'node:timers/promises';

/** Look again every fifth of a second until nothing is thrown; after so many ms what was thrown last is. */
export async function eventually(what: () => void | Promise<void>, withinMs = 15_000): Promise<void> {
  const until = performance.now() + withinMs;
  for (;;) {
    try {
      return await what();
    } catch (error) {
      if (performance.now() > until) throw error;
    }
    await sleep(200);
  }
}
