import type { Step } from '../../src/domain/step/step.ts';
import type { Changing, Environment } from '../../src/pipeline/carry-out/environment.ts';
import { type Taken, takeSteps } from '../../src/pipeline/carry-out/take-steps.ts';
import { stillClock, testNow } from '../tasks/environment.ts';
import { planOf, type ScaledWorld } from './scaled-world.ts';

/** What taking steps needs to know of the run. */
export type Applying = Extract<Changing, { mode: 'apply' }>;

/** What may be otherwise when steps are taken. */
export interface Otherwise extends Partial<Applying> {
  readonly signal?: AbortSignal;
  readonly executor?: Environment['executor'];
  readonly clock?: Environment['clock'];
}

/** Take the steps of a plan in a world, as "run 1" does, which holds the Lease for an hour. */
export function take(world: ScaledWorld, steps: readonly Step[], otherwise: Otherwise = {}): Promise<Taken> {
  const { signal, executor = world.executor, clock = stillClock(), ...rest } = otherwise;
  const context = world.context(signal);
  const environment = { ...context, clock, executor } as unknown as Environment;
  const changing: Applying = {
    mode: 'apply',
    journal: world.journal(),
    run: 'run 1',
    holdsLease: async () => true,
    closesAt: testNow + 3_600_000,
    ...rest,
  };
  return takeSteps(planOf(steps), environment, changing, context);
}
