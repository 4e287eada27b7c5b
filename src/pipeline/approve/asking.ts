import type { PlanDocument } from '../../domain/approval/document.ts';
import type { Denial } from '../../domain/approval/guard/judgement.ts';
import type { Here } from '../../domain/approval/here.ts';
import type { Calendar } from '../../domain/calendar/window.ts';
import type { Digest } from '../../domain/json.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import type { Report } from '../../domain/report/schema.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Forge } from '../../ports/forge.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Spent } from '../../ports/spent.ts';

/** What the job can say of itself. */
export interface Asking {
  readonly forge: Forge;
  readonly spent: Spent;
  readonly clock: Clock;
  /** The job's id in its workflow file. */
  readonly job: string;
  /** URL, attempt and job of this run. */
  readonly run: string;
  readonly calendar: Calendar;
  /** Whether the digits must be in the reviewer's comment. */
  readonly digestInComment: boolean;
  /** The checkout's file at a path, as text: the workflow that the job is written in. */
  readonly file: (path: string) => string;
  /** By which code and configuration, and on which cluster and databases, the plan would be applied here. */
  readonly here: (document: PlanDocument) => Promise<Omit<Here, 'repositoryId' | 'commit'>>;
  /** Our own rendering of a plan as the body of an issue; undefined when it cannot be shown whole. */
  readonly render: (document: PlanDocument) => string | undefined;
  readonly progress: (text: string) => void;
}

/** What the guard of a gate says. */
export type Admission =
  | { readonly refusal: Denial; readonly document?: PlanDocument; readonly approvals: Report['approvals'] }
  | {
      readonly document: PlanDocument;
      readonly digest: Digest;
      readonly approvals: Report['approvals'];
      /** The second reading, and the approval used: called once, under the Lease, immediately before the first step. */
      readonly lastWord: () => Promise<Refusal | undefined>;
      /** What was not enforced, for the report. */
      readonly advisory?: string;
    };

/** The name of the job that plans, as people and the forge see it. */
export const planJobName = 'Plan';
/** The file in which configuration is looked for, and whose last change has requesters. */
export const configurationFile = '.github/maintenance.yml';
/** The one file of a plan's artifact. */
export const planFile = 'plan.json';

/** What is said when something that the guard has to know could not be read: then nothing is applied. */
export function unread(error: unknown): Denial {
  const known = error instanceof PortError ? error : undefined;
  return {
    name: 'evidence',
    subject: known?.subject ?? 'the guard’s evidence',
    rule: 'what the guard judges by can be read',
    state: known?.message ?? 'it could not be read',
    next: known?.next ?? 'nothing was changed; start a new run when the forge and the platform answer again',
  };
}
