import type { Configuration } from '../domain/configuration/configuration.ts';
import { calendarOf } from '../domain/configuration/windows.ts';
import type { Closing } from '../pipeline/conduct/close-journal.ts';
import { loadStep } from '../steps/registry.ts';
import { systemClock } from './clock.ts';
import type { Process } from './process.ts';
import type { OpenPlatform } from './wiring/platform.ts';

/** How this process settles and undoes steps of whichever task: every port, each loaded at its first use. */
export async function settlingWith(
  self: Process,
  configuration: Configuration,
  platform: OpenPlatform,
): Promise<Pick<Closing, 'executor' | 'context' | 'clock'>> {
  return {
    clock: systemClock,
    executor: async (step) => (await loadStep(step.kind)) as unknown as never,
    context: {
      ports: await platform.allPorts(),
      platform: configuration.platform,
      thresholds: configuration.thresholds,
      calendar: calendarOf(configuration),
      now: systemClock.now(),
      signal: self.signal,
      pause: (ms) => systemClock.sleep(ms, self.signal),
      progress: (text) => self.stdout.print(text),
    },
  };
}
