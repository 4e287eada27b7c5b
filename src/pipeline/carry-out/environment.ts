import type { Calendar } from '../../domain/calendar/window.ts';
import type { Platform } from '../../domain/configuration/platform.ts';
import type { Thresholds } from '../../domain/configuration/thresholds.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import type { Reserved } from '../../domain/plan/reserved.ts';
import type { StepKind } from '../../domain/step/kinds.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ports } from '../../ports/index.ts';
import type { Journal } from '../../ports/journal.ts';
import type { StepExecutor } from '../../steps/executor.ts';

/** Everything that carrying out a task needs besides the task: handed in, so that simulation can stand for all of it. */
export interface Environment {
  readonly ports: Ports;
  readonly platform: Platform;
  readonly thresholds: Thresholds;
  /** The windows that open by themselves (enabled ones), and the blackouts. */
  readonly calendar: Calendar;
  readonly clock: Clock;
  /** Fires on SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  readonly progress: (text: string) => void;
  readonly executor: <K extends StepKind>(kind: K) => Promise<StepExecutor<K>>;
  readonly changing: Changing;
  /** What approved plans of the same opening change; absent: nothing. */
  readonly reserved?: readonly Reserved[];
}

/** The guard's last word: a refusal, or the moment (monotonic, ms) of the reading that lets the first step be taken. */
export type LastWord = { readonly refused: Refusal } | { readonly readAt: number };

/** What only changing the platform needs; plan mode has none of it, and writes nothing. */
export type Changing =
  | { readonly mode: 'plan' }
  | {
      readonly mode: 'apply';
      readonly journal: Journal;
      /** Run URL, attempt and job: who writes the journal. */
      readonly run: string;
      /** Whether the Lease is held, renewed if it is due; asked before every step. */
      readonly holdsLease: () => Promise<boolean>;
      /** No step starts that could not end before this moment, epoch ms. */
      readonly closesAt: number;
      /** Names this application of the plan; absent: run and digest do. */
      readonly planId?: string;
      /** Asked once, immediately before the first step, with the journal open: the guard's second reading, and the approval spent. */
      readonly beforeFirstStep?: () => Promise<LastWord>;
    };
