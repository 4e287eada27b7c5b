import type { Finding } from '../finding/finding.ts';
import type { TaskOutcome } from './outcome.ts';
import type { TaskEntry } from './schema.ts';

/** How the platform's health differs after a window's changes from what it was before them. */
export interface HealthChange {
  /** Found after the changes and not before them. */
  readonly appeared: readonly Finding[];
  /** Found before the changes and not after them; nothing where not everything could be looked at after them. */
  readonly disappeared: readonly Finding[];
  /** Everything could be looked at after the changes. */
  readonly isWhole: boolean;
}

const bad = (finding: Finding): boolean => finding.severity !== 'info';
const keyOf = ({ code, subject }: Finding): string => JSON.stringify([code, subject]);

/**
 * Compare the health before and after a window's changes: by what was found, since a number alone hides that one trouble
 * took another's place. Undefined when it was not looked at both times, to the end.
 */
export function healthChange(outcomes: readonly TaskOutcome[]): HealthChange | undefined {
  const looked = (phase: string) => outcomes.find(({ entry }) => entry.phase === phase && entry.status !== 'cancelled');
  const [before, after] = [looked('before'), looked('after')];
  if (before === undefined || after === undefined) return undefined;
  const known = new Set(before.findings.map(keyOf));
  const present = new Set(after.findings.map(keyOf));
  const isWhole = after.findings.every(({ severity }) => severity !== 'unknown');
  const gone = before.findings.filter((finding) => bad(finding) && !present.has(keyOf(finding)));
  return {
    appeared: after.findings.filter((finding) => bad(finding) && !known.has(keyOf(finding))),
    disappeared: isWhole ? gone : [],
    isWhole,
  };
}

/**
 * The entries that say how the platform is now: a look before the changes is a baseline, and counts no more once the same was
 * looked at after them, everywhere and to the end.
 */
export function withoutBaseline<E extends Pick<TaskEntry, 'id' | 'phase' | 'status' | 'verdict'>>(
  entries: readonly E[],
): readonly E[] {
  const again = new Set(
    entries
      .filter(({ phase, status, verdict }) => phase === 'after' && status !== 'cancelled' && verdict !== 'unknown')
      .map(({ id }) => id),
  );
  return entries.filter(({ id, phase }) => phase !== 'before' || !again.has(id));
}

/** The comparison as one sentence for the report's notes. */
export function describeHealthChange({ appeared, disappeared, isWhole }: HealthChange): string {
  if (isWhole && appeared.length + disappeared.length === 0)
    return 'health after the changes is what it was before them';
  const said = (findings: readonly Finding[]) =>
    findings.map(({ subject, title }) => `${subject}: ${title}`).join('; ');
  const parts = [
    ...(appeared.length === 0 ? [] : [`worse after the changes: ${said(appeared)}`]),
    ...(disappeared.length === 0 ? [] : [`better after the changes: ${said(disappeared)}`]),
    ...(isWhole ? [] : ['not everything could be looked at after the changes']),
  ];
  return parts.join('. ');
}
