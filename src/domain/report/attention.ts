import type { Report, ReportedFinding } from './schema.ts';

/**
 * What needs a person, in the report's order. The same fact found by several tasks (same subject, same title) is one thing:
 * the finding with the most evidence stands for it.
 */
export function attentionOf(report: Pick<Report, 'findings'>): readonly ReportedFinding[] {
  const facts = new Map<string, ReportedFinding>();
  for (const finding of report.findings) {
    if (finding.severity === 'info' || finding.state === 'fixed') continue;
    const fact = JSON.stringify([finding.subject, finding.title, finding.severity]);
    const known = facts.get(fact);
    if (known === undefined || finding.evidence.length > known.evidence.length) facts.set(fact, finding);
  }
  return [...facts.values()];
}
