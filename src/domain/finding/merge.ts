import { formatCount } from '../quantities.ts';
import { verdictsByWeight } from '../verdict.ts';
import { type Finding, verdictOf } from './finding.ts';

/** So many pieces of evidence are shown in one line. */
const shownEvidence = 3;

/**
 * One finding for each code and subject, in the order of their first: what several pods of a Deployment show is one thing to
 * act on. The worst gives severity, title and next; the evidence of up to three stands side by side, the others are counted.
 */
export function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  const groups = Map.groupBy(findings, ({ code, subject }) => JSON.stringify([code, subject]));
  return [...groups.values()].map((group) => merged(group as [Finding, ...Finding[]]));
}

function merged(group: readonly [Finding, ...Finding[]]): Finding {
  if (group.length === 1) return group[0];
  const worst = group.reduce((one, other) => (weightOf(other) > weightOf(one) ? other : one));
  const evidence = [...new Set([worst.evidence, ...group.map((finding) => finding.evidence)])];
  const rest = evidence.length - shownEvidence;
  const more = rest > 0 ? [`and ${formatCount(rest)} more`] : [];
  return { ...worst, evidence: [...evidence.slice(0, shownEvidence), ...more].join('; ') };
}

const weightOf = (finding: Finding): number => verdictsByWeight.indexOf(verdictOf([finding]));
