import { attentionOf } from '../../domain/report/attention.ts';
import type { Report, ReportedFinding } from '../../domain/report/schema.ts';

/** One annotation on a run. */
export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
}

/** GitHub shows at most ten of a level and step. */
const mostOfALevel = 10;

/**
 * The annotations of a report, most important first, within GitHub's limits: `fail` and `unknown` are errors, `warn` is a
 * warning; what does not fit is counted in the last one of its level.
 */
export function annotationsOf(report: Report): readonly Annotation[] {
  const open = attentionOf(report);
  const errors = open.filter((finding) => finding.severity === 'fail' || finding.severity === 'unknown');
  const warnings = open.filter((finding) => finding.severity === 'warn');
  return [...within(errors, 'error'), ...within(warnings, 'warning')];
}

function within(findings: readonly ReportedFinding[], level: Annotation['level']): readonly Annotation[] {
  const fits = findings.length <= mostOfALevel;
  const shown = (fits ? findings : findings.slice(0, mostOfALevel - 1)).map((finding) => ({
    level,
    title: `${finding.severity}: ${finding.subject}`,
    message: `${finding.title} (${finding.evidence}). Next: ${finding.next}`,
  }));
  if (fits) return shown;
  const rest = findings.length - shown.length;
  return [
    ...shown,
    { level, title: `${rest} more`, message: `${rest} more findings of this weight stand in the job summary.` },
  ];
}
