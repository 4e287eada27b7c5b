import type { Finding, Severity } from '../../domain/finding/finding.ts';
import { verdictOf } from '../../domain/finding/finding.ts';
import type { Measurement } from '../../domain/measurement.ts';
import { type Verdict, worst } from '../../domain/verdict.ts';
import type { Trouble } from '../../observation/trouble.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { PlanContext } from '../contract.ts';
import type { Inputs } from './inputs.ts';

/** What checks are handed to look with. */
export type HealthContext = TaskContext<'cluster' | 'database' | 'cache' | 'metrics' | 'certificates' | 'objectStore'>;

/** What checks are judged by; nothing that differs between two evaluations. */
export type JudgeContext = Pick<PlanContext<never>, 'platform' | 'thresholds' | 'calendar' | 'now'> & {
  readonly inputs: Inputs;
};

/** What an area amounts to. */
export interface Judged {
  readonly findings: readonly Finding[];
  readonly measurements: readonly Measurement[];
  /** One line: `4 of 4 nodes ready`. */
  readonly line: string;
  /** Set where the configuration leaves the area out: it is not looked at, which is said, and counts nowhere. */
  readonly leftOut?: string;
}

/** One area: what is seen of it, and what that means. Each is looked at by itself, whatever became of the others. */
export interface Check<O> {
  readonly area: string;
  readonly observe: (context: HealthContext, inputs: Inputs) => Promise<O>;
  /** Pure. */
  readonly judge: (seen: O, context: JudgeContext) => Judged;
}

/** A check of whatever, as the list holds it. */
// biome-ignore lint/suspicious/noExplicitAny: what is seen is tied together inside the check, and of no interest outside
export type AnyCheck = Check<any>;

/** Define a check; gives the compiler the type of what is seen. */
export function defineCheck<O>(check: Check<O>): Check<O> {
  return check;
}

/** The finding for something that could not be looked at. */
export function notSeen(code: string, trouble: Trouble, title: string, next: string): Finding {
  const { subject, message } = trouble;
  return { code, severity: 'unknown', subject, title, evidence: message, next: trouble.next ?? next };
}

/** Most findings that one area shows. */
const maxFindings = 50;

const weight: Readonly<Record<Severity, number>> = { fail: 0, unknown: 1, warn: 2, info: 3 };

/** The worst first, and a bounded number of them: the rest is one finding that says how many and how bad. */
export function boundedFindings(area: string, findings: readonly Finding[], next: string): readonly Finding[] {
  const sorted = findings.toSorted((a, b) => weight[a.severity] - weight[b.severity]);
  const rest = sorted.slice(maxFindings);
  const [worstOfRest] = rest;
  if (worstOfRest === undefined) return sorted;
  return [
    ...sorted.slice(0, maxFindings),
    {
      code: `more-${area.replaceAll(' ', '-')}`,
      severity: worstOfRest.severity,
      subject: area,
      title: `there are ${rest.length} more like these`,
      evidence: `${findings.length} findings, the worst ${maxFindings} are shown`,
      next,
    },
  ];
}

/** What an area's findings amount to. */
export function verdictOfArea({ findings }: Pick<Judged, 'findings'>): Verdict {
  return worst(['pass', verdictOf(findings)]);
}
