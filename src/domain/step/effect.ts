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

/** What was kept of a trouble: the end of a log, the events of a pod. Hostile text, bounded by whoever kept it. */
export interface KeptEvidence {
  /** `logs of pod/api-gateway-5d8f, container gateway`. */
  readonly what: string;
  readonly lines: readonly string[];
}

/** A step that was taken, with what came of it. */
export interface AppliedStep {
  readonly step: Step;
  /** `skipped`: its precondition no longer held, harmlessly (the table is gone, the pod was replaced), or it is for later. */
  readonly outcome: 'done' | 'failed' | 'skipped';
  readonly effect?: Effect;
  /** Why it failed or was skipped. */
  readonly cause?: string;
  /** What was kept when it failed. */
  readonly kept?: readonly KeptEvidence[];
  readonly durationMs: number;
}
