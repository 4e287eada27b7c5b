import type { Finding } from '../../domain/finding/finding.ts';
import { counted } from '../../domain/quantities.ts';
import type { AppliedStep } from '../../domain/step/effect.ts';
import type { ObservedServers } from '../../observation/database/primary.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { TableEntry } from '../../ports/database.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Done, Verification } from '../contract.ts';
import { type Held, horizonFindings } from './findings-horizon.ts';
import type { Inputs } from './inputs.ts';
import { hasDeadRows, needsOf } from './need.ts';
import { type DatabaseObservation, type ObservedPrimary, observe } from './observe.ts';
import { measurementsOf, standingFindings, tableCount } from './plan.ts';

/** A table that was worked on: before, and as the statistics show it now. */
interface Worked {
  readonly applied: AppliedStep;
  readonly database: string;
  readonly vacuum: boolean;
  readonly before: TableEntry;
  readonly after: TableEntry | undefined;
}

/** Look at everything again: what was vacuumed by the statistics, which dead rows are still there, and who keeps them. */
export async function verify(
  context: TaskContext<'database'>,
  done: Done<DatabaseObservation>,
  inputs: Inputs,
): Promise<Verification> {
  const before = done.observation.measurements.primary;
  const { measurements: seen } = await observe(context);
  const { primary } = seen;
  if (before === undefined || primary === undefined) {
    throw new PortError({
      code: 'unreachable',
      subject: 'database',
      message: `the primary could not be asked again after the steps${causeIn(seen.servers)}`,
      next: 'look at the database, and run the task again',
    });
  }
  const worked = done.applied.flatMap((applied) => workedOn(applied, before, primary));
  const proved = worked.filter(isProved);
  const held = heldAfter(proved, inputs);
  const findings = [
    // what we may not touch has not changed by what we did: judged by all that was in need before
    ...standingFindings(seen, primary, needsOf(before, inputs, context.now), inputs, context.platform.database.name),
    ...horizonFindings(primary.horizon, held, inputs, true),
    ...done.draft.findings.filter((finding) => finding.code === 'tables-left'),
  ];
  return {
    findings: [...findings, ...unexplained(held, findings), ...unseenBefore(done.draft.findings, findings)],
    measurements: measurementsOf(primary),
    result: resultOf(worked, proved, tableCount(before)),
    notChecked: done.draft.notChecked,
  };
}

/** `: ` and why the first silent server did not answer. */
function causeIn({ servers }: ObservedServers): string {
  const [cause] = servers.flatMap((observed) => ('cause' in observed ? [observed.cause] : []));
  return cause === undefined ? '' : `: ${cause}`;
}

/** Tables that could be seen only afterwards: no step was planned for them. */
function unseenBefore(planned: readonly Finding[], now: readonly Finding[]): readonly Finding[] {
  const code = 'tables-not-seen';
  return planned.filter(
    (finding) => finding.code === code && !now.some((each) => each.code === code && each.subject === finding.subject),
  );
}

function workedOn(applied: AppliedStep, before: ObservedPrimary, now: ObservedPrimary): readonly Worked[] {
  if (applied.step.kind !== 'vacuum-table') return [];
  const { database, oid, vacuum } = applied.step.parameters;
  const find = (primary: ObservedPrimary) =>
    primary.databases.find(({ entry }) => entry.name === database)?.survey?.tables.find((table) => table.oid === oid);
  const table = find(before);
  return table === undefined ? [] : [{ applied, database, vacuum, before: table, after: find(now) }];
}

/** Done, by the server's own statistics and not by an answer. */
function isProved({ vacuum, before, after }: Worked): boolean {
  if (after === undefined) return false;
  return vacuum
    ? (after.lastVacuum ?? 0) > (before.lastVacuum ?? 0)
    : (after.lastAnalyze ?? 0) > (before.lastAnalyze ?? 0);
}

/** Dead rows that a vacuum has left, where they are still so many that it would be due again. */
function heldAfter(proved: readonly Worked[], inputs: Inputs): readonly Held[] {
  const kept = proved.filter(({ vacuum, after }) => vacuum && after !== undefined && hasDeadRows(after, inputs));
  return [...Map.groupBy(kept, (entry) => entry.database)].map(([database, group]) => ({
    database,
    tables: group.length,
    rows: group.reduce((sum, { after }) => sum + (after?.deadRows ?? 0), 0),
  }));
}

/** Dead rows stay and no holder is to be seen: that is said, too. */
function unexplained(held: readonly Held[], findings: readonly Finding[]): readonly Finding[] {
  if (findings.some((finding) => finding.code === 'horizon-held' && finding.title.startsWith('vacuum is held back')))
    return [];
  return held.map(({ database, tables, rows }) => ({
    code: 'dead-rows-stay',
    severity: 'warn',
    subject: `database ${database}`,
    title: 'dead rows are still there after the vacuum, and nobody is to be seen who keeps them',
    evidence: `${counted(rows, 'dead row')} in ${counted(tables, 'table')}`,
    next: 'run the task again: whoever kept them may have ended since',
  }));
}

function resultOf(worked: readonly Worked[], proved: readonly Worked[], all: number): string {
  const removed = proved.reduce((sum, entry) => sum + removedFrom(entry), 0);
  const parts = [`${proved.length} of ${counted(all, 'table')}`];
  const vacuumed = proved.filter(({ vacuum }) => vacuum).length;
  if (vacuumed > 0) parts.push(`${counted(removed, 'dead row')} removed`);
  if (proved.length > vacuumed) parts.push(`statistics of ${counted(proved.length - vacuumed, 'table')} collected`);
  const skipped = worked.filter((entry) => !proved.includes(entry));
  const locked = skipped.filter(({ applied }) => applied.effect?.findings.some(({ code }) => code === 'table-locked'));
  if (locked.length > 0) parts.push(`${counted(locked.length, 'table')} skipped (locked)`);
  const others = skipped.length - locked.length;
  if (others > 0) parts.push(`${counted(others, 'table')} not done`);
  const [first, ...rest] = parts;
  return rest.length === 0 ? `${first}` : `${first}; ${rest.join(', ')}`;
}

const removedFrom = ({ vacuum, before, after }: Worked): number =>
  vacuum ? Math.max(0, before.deadRows - (after?.deadRows ?? before.deadRows)) : 0;
