import type { Configuration } from '../domain/configuration/configuration.ts';
import { calendarOf } from '../domain/configuration/windows.ts';
import type { Changing, Environment } from '../pipeline/carry-out/environment.ts';
import { loadStep } from '../steps/registry.ts';
import type { AnyTask } from '../tasks/contract.ts';
import { systemClock } from './clock.ts';
import type { Process } from './process.ts';
import type { OpenPlatform } from './wiring/platform.ts';

/** What a task is carried out with on this machine: its ports, the configuration, the clock, and where its progress is shown. */
export async function taskEnvironment(
  self: Process,
  configuration: Configuration,
  platform: OpenPlatform,
  task: AnyTask,
  changing: Changing,
): Promise<Environment> {
  return {
    ports: await platform.ports(task.ports),
    platform: configuration.platform,
    thresholds: configuration.thresholds,
    calendar: calendarOf(configuration),
    clock: systemClock,
    signal: self.signal,
    progress: (text) => self.stdout.print(text),
    executor: loadStep,
    changing,
  };
}
