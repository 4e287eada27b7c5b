import type { Step } from './step.ts';

/** What became of a step that was to be put back. */
export interface UndoneStep {
  readonly step: Step;
  /**
   * `done`: the world shows what was there before. `not-needed`: it had not taken effect. `stays`: it has no way back, as
   * its plan said. `held`: it must not be rolled back. `frozen`: somebody has changed its subject since. `failed`: it could
   * not be put back, or whether it was cannot be told.
   */
  readonly outcome: 'done' | 'not-needed' | 'stays' | 'held' | 'frozen' | 'failed';
  readonly text?: string;
  readonly cause?: string;
  readonly durationMs: number;
}

/** Whether a step was left as it is, for a person to decide about. */
export function isKept({ outcome }: Pick<UndoneStep, 'outcome'>): boolean {
  return outcome === 'frozen' || outcome === 'held';
}
