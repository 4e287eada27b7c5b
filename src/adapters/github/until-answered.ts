import type { Clock } from '../../ports/clock.ts';
import { PortError } from '../../ports/port-error.ts';
import { isPassing } from './errors.ts';

const mostTries = 4;
const firstPauseMs = 500;

/** Ask for something to read until it is answered: at most four times, while the forge is busy, stumbles or cannot be reached. */
export async function untilAnswered<T>(
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
  ask: () => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof PortError && isPassing(error)) || tries >= mostTries) throw error;
    }
    await clock.sleep(firstPauseMs * 2 ** (tries - 1), signal);
  }
}
