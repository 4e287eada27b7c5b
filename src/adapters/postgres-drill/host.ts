import type { Clock } from '../../ports/clock.ts';

/** What a drill needs of the machine that it runs on; handed in by the runtime. */
export interface DrillHost {
  /** Where throw-away folders are made: the runner's folder for temporary files. */
  readonly folder: string;
  /** Thirty-two hex digits that nobody can guess. */
  readonly secret: () => string;
  readonly clock: Clock;
}
