import { type Finding, fingerprintOf } from '../finding/finding.ts';
import { mergeFindings } from '../finding/merge.ts';
import type { ReportedFinding, TaskEntry } from '../report/schema.ts';
import type { Verdict } from '../verdict.ts';
import type { KnownFinding, StateDocuments } from './documents.ts';

const keptFindings = 2000;

/** Who looked, how far it came, and what it found. */
export interface Looked {
  readonly id: string;
  readonly status: TaskEntry['status'];
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** Findings with what earlier runs knew of them, and what to remember for the next. */
export interface Compared {
  readonly findings: readonly ReportedFinding[];
  readonly known: StateDocuments['findings'];
}

const lookedEverywhere = new Set<TaskEntry['status']>(['done', 'nothing-to-do', 'planned', 'refused']);

/**
 * Tell new, persisting and fixed findings apart. A finding of an earlier run is fixed only when its task looked again,
 * to the end and at everything: a task that could not check something, or did not run, leaves what is known as it is.
 */
export function compareFindings(known: StateDocuments['findings'], outcomes: readonly Looked[], at: string): Compared {
  const present = new Map<string, ReportedFinding>();
  for (const { id, findings } of outcomes) {
    for (const finding of mergeFindings(findings)) {
      const fingerprint = fingerprintOf(id, finding);
      const before = Object.hasOwn(known, fingerprint) ? known[fingerprint] : undefined;
      present.set(fingerprint, {
        ...finding,
        fingerprint,
        task: id,
        state: before ? 'persisting' : 'new',
        firstSeen: before?.firstSeen ?? at,
      });
    }
  }
  const looked = new Set(outcomes.filter(sawAll).map(({ id }) => id));
  const gone = Object.values(known).filter((finding) => !present.has(finding.fingerprint));
  const fixed = gone.filter((finding) => looked.has(finding.task) && finding.severity !== 'info');
  const unseen = gone.filter((finding) => !looked.has(finding.task));
  const remembered = [...unseen, ...[...present.values()].map(rememberedOf)].slice(-keptFindings);
  return {
    findings: [...present.values(), ...fixed.map(fixedOf)],
    known: Object.fromEntries(remembered.map((finding) => [finding.fingerprint, finding])),
  };
}

/** A verdict alone does not tell: `fail` outweighs that something beside it could not be checked. */
const sawAll = ({ status, verdict, findings }: Looked): boolean =>
  lookedEverywhere.has(status) && verdict !== 'unknown' && findings.every(({ severity }) => severity !== 'unknown');

const rememberedOf = (finding: ReportedFinding): KnownFinding => ({
  fingerprint: finding.fingerprint,
  task: finding.task,
  code: finding.code,
  title: finding.title,
  subject: finding.subject,
  severity: finding.severity,
  firstSeen: finding.firstSeen,
});

const fixedOf = (finding: KnownFinding): ReportedFinding => ({
  ...finding,
  severity: 'info',
  evidence: 'no longer found',
  next: 'nothing',
  state: 'fixed',
});
