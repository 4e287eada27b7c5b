import type { Clock } from '../ports/clock.ts';
import { PortError } from '../ports/port-error.ts';

/** The machine's clock. The only place where the product reads it. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const cancelled = () => {
        clearTimeout(timer);
        reject(new PortError({ code: 'cancelled', subject: 'run', message: 'the wait was cut short' }));
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', cancelled);
        resolve();
      }, ms);
      if (signal?.aborted) cancelled();
      else signal?.addEventListener('abort', cancelled, { once: true });
    }),
};
