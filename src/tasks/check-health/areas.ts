import type { Finding } from '../../domain/finding/finding.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { type AnyCheck, type JudgeContext, type Judged, verdictOfArea } from './check.ts';
import { checks } from './checks/all.ts';
import type { HealthObservation, SeenArea } from './observe.ts';

/** An area, judged. */
export interface JudgedArea extends Judged {
  readonly area: string;
}

/** Judge every area by what was seen of it. */
export function judgeAreas({ measurements }: HealthObservation, context: JudgeContext): readonly JudgedArea[] {
  return checks.map((check) => ({ area: check.area, ...judgeArea(check, measurements.areas[check.area], context) }));
}

function judgeArea(check: AnyCheck, seen: SeenArea | undefined, context: JudgeContext): Judged {
  if (seen !== undefined && 'value' in seen) return check.judge(seen.value, context);
  const finding: Finding = {
    code: `${check.area.replaceAll(' ', '-')}-not-checked`,
    severity: 'unknown',
    subject: check.area,
    title: `${check.area} could not be checked`,
    evidence: seen?.trouble.message ?? 'it was not looked at',
    next: seen?.trouble.next ?? 'look at the cause and run the task again',
  };
  return { findings: [finding], measurements: [], line: `${check.area} not seen` };
}

/** What every area amounts to; those that the configuration leaves out count nowhere. */
export function verdictsOf(areas: readonly JudgedArea[]): readonly AreaVerdict[] {
  return areas.flatMap(({ area, leftOut, ...judged }) =>
    leftOut === undefined ? [{ area, verdict: verdictOfArea(judged) }] : [],
  );
}

/** An area and what it amounts to. */
export interface AreaVerdict {
  readonly area: string;
  readonly verdict: Verdict;
}

/** `9 of 11 areas healthy; fail: database; unknown: dns` */
export function summaryOf(verdicts: readonly AreaVerdict[]): string {
  const healthy = verdicts.filter(({ verdict }) => verdict === 'pass').length;
  const others = (['fail', 'unknown', 'warn'] as const).flatMap((word) => {
    const names = verdicts.filter(({ verdict }) => verdict === word).map(({ area }) => area);
    return names.length === 0 ? [] : [`${word}: ${names.join(', ')}`];
  });
  return [`${healthy} of ${verdicts.length} areas healthy`, ...others].join('; ');
}
