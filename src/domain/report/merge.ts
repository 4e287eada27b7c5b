import { worst } from '../verdict.ts';
import { windowVerdict } from './build.ts';
import type { Report, TaskEntry } from './schema.ts';

/**
 * One report of a run whose jobs each wrote their own (plan, the gates, in that order): what was applied takes the place of
 * what was planned; findings and approvals of all are kept, each once. Where the later job did not come to its end (it was
 * refused, had no time, was put back, …), what the plan job found stands beside it: nothing has shown that it is better.
 * Throws a RangeError on none.
 */
export function mergeReports(reports: readonly Report[]): Report {
  const [first, ...rest] = reports;
  if (first === undefined) throw new RangeError('there is no report to merge');
  return rest.reduce(merged, first);
}

function merged(earlier: Report, later: Report): Report {
  const planned = Map.groupBy(earlier.tasks, placeOf);
  const again = new Set(later.tasks.map(placeOf));
  const left = earlier.tasks.filter((task) => !again.has(placeOf(task)));
  const tasks = [
    ...left.map((task) => notApplied(task, later)),
    ...later.tasks.map((task) => noBetter(task, planned.get(placeOf(task)) ?? [])),
  ];
  const settled = new Set(later.tasks.filter(isSettled).map(({ id }) => id));
  const findings = [
    ...earlier.findings.filter(({ task }) => !settled.has(task)),
    ...later.findings.filter(({ state }) => state !== 'fixed'),
  ];
  const seen = new Set<string>();
  const once = findings.filter(({ fingerprint }) => !seen.has(fingerprint) && seen.add(fingerprint));
  const advisories = [...new Set([earlier.advisory, later.advisory].filter((text) => text !== undefined))];
  const refusal = later.refusal ?? earlier.refusal;
  const withheld = sumOf(earlier.withheld, later.withheld);
  return {
    ...earlier,
    mode: later.mode,
    startedAt: firstOf(earlier.startedAt, later.startedAt),
    finishedAt: lastOf(earlier.finishedAt, later.finishedAt),
    verdict: worst([
      later.verdict,
      windowVerdict(tasks),
      ...(withheld === undefined ? [] : [earlier.verdict]),
      ...once.map(({ severity }) => (severity === 'info' ? 'pass' : severity)),
    ]),
    ...(advisories.length === 0 ? {} : { advisory: advisories.join('; ') }),
    ...(withheld === undefined ? {} : { withheld }),
    notes: [...new Set([...earlier.notes, ...later.notes])],
    ...(refusal === undefined ? {} : { refusal }),
    findings: once,
    tasks,
    approvals: [...earlier.approvals, ...later.approvals],
  };
}

const placeOf = ({ id, phase }: Pick<TaskEntry, 'id' | 'phase'>): string => `${phase} ${id}`;

/** It looked again, and came to its end: what it says holds, also where it is better than what was there before. */
const isSettled = ({ status }: Pick<TaskEntry, 'status'>): boolean => status === 'done' || status === 'nothing-to-do';

/** A later entry that is no better than what was planned, unless it came to its end. */
function noBetter(task: TaskEntry, planned: readonly TaskEntry[]): TaskEntry {
  if (isSettled(task)) return task;
  return { ...task, verdict: worst([...planned.map(({ verdict }) => verdict), task.verdict]) };
}

/** Counts of what is not shown; absent where everything is. */
function sumOf(one: Report['withheld'], other: Report['withheld']): Report['withheld'] {
  if (one === undefined || other === undefined) return one ?? other;
  return { fail: one.fail + other.fail, unknown: one.unknown + other.unknown, warn: one.warn + other.warn };
}

const firstOf = (...instants: readonly [string, string]): string => instants.toSorted()[0] ?? instants[0];
const lastOf = (...instants: readonly [string, string]): string => instants.toSorted()[1] ?? instants[1];

/** A plan whose gate's job was refused before it read it: planned, and not applied. */
function notApplied(task: TaskEntry, { mode, refusal }: Report): TaskEntry {
  if (task.status !== 'planned' || mode !== 'apply' || refusal === undefined) return task;
  return { ...task, status: 'refused', cause: `${refusal.rule}: ${refusal.state}` };
}
