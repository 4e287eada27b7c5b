import type { Finding } from '../finding/finding.ts';
import type { Measurement } from '../measurement.ts';
import type { Step } from './step.ts';

/** What a step's execution had to say. */
export interface Effect {
  /** What happened, one line: `512 MB → 31 MB`. */
  readonly text: string;
  readonly measurements: readonly Measurement[];
  readonly findings: readonly Finding[];
}

/** A step that was taken, with what came of it. */
export interface AppliedStep {
  readonly step: Step;
  /** `skipped`: its precondition no longer held, harmlessly (the table is gone, the pod was replaced). */
  readonly outcome: 'done' | 'failed' | 'skipped';
  readonly effect?: Effect;
  /** Why it failed or was skipped. */
  readonly cause?: string;
  readonly durationMs: number;
}
