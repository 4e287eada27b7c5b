import { calendarOf } from '../../src/domain/configuration/windows.ts';
import type { Ports } from '../../src/ports/index.ts';
import type { StepContext } from '../../src/steps/executor.ts';
import { configured } from '../configured.ts';
import { testNow } from '../tasks/environment.ts';

/** What a step's execution is handed, with these ports and a clock that stands still. */
export function stepContext(ports: Partial<Ports>, signal = new AbortController().signal): StepContext {
  const configuration = configured();
  const { platform, thresholds } = configuration;
  return {
    ports: ports as Ports,
    platform,
    thresholds,
    calendar: calendarOf(configuration),
    now: testNow,
    signal,
    pause: async () => undefined,
    progress: () => undefined,
    planId: '6f1f6c2e-0000-4000-8000-000000000001',
  };
}
