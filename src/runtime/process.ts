import type { Report } from '../domain/report/schema.ts';
import type { ActionEnvironment } from './action-environment.ts';
import type { Handover } from './handover.ts';
import type { Redactor } from './redactor.ts';
import type { Stdout } from './stdout.ts';

/** What every action's process has: who it is, where it writes, and when it is asked to stop. */
export interface Process {
  readonly environment: ActionEnvironment;
  readonly redactor: Redactor;
  readonly stdout: Stdout;
  readonly handover: Handover;
  /** Fires on SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  /** When this process began, epoch ms. */
  readonly startedAt: number;
}

/** Who writes the journal and holds the Lease: run URL, attempt and job. */
export function runWord(run: Report['run'], job: string): string {
  return `${run.url} attempt ${run.attempt} job ${job}`;
}
