import type { Finding } from '../../domain/finding/finding.ts';
import type { Measurement } from '../../domain/measurement.ts';
import type { Draft, NotChecked, Refusal } from '../../domain/plan/plan.ts';
import { counted, formatCount, formatShare } from '../../domain/quantities.ts';
import type { PlanContext } from '../contract.ts';
import { databaseFindings, serverFindings, standbyFindings } from './findings.ts';
import { type Held, horizonFindings, horizonUnseen } from './findings-horizon.ts';
import { leftByWindow, leftFindings } from './findings-left.ts';
import { rightsFindings } from './findings-rights.ts';
import { transactionNumbers, usedShare, wraparoundFindings } from './findings-wraparound.ts';
import type { inputs as declared, Inputs } from './inputs.ts';
import { deadShareOf, type Need, needsOf } from './need.ts';
import type { DatabaseObservation, ObservedPrimary, Seen } from './observe.ts';
import { stepFor } from './step.ts';
import { type Fitted, fitting } from './time-box.ts';

/** A vacuum for every table that needs one and that we may work on, worst first, as many as the time box and the window hold. */
export function plan(observation: DatabaseObservation, context: PlanContext<typeof declared>): Draft {
  const seen = observation.measurements;
  const { primary } = seen;
  if (primary === undefined) return withoutPrimary(seen);
  const needs = needsOf(primary, context.inputs, context.now);
  const { now, closesAt } = context;
  const fitted = fitting(
    needs.filter((need) => need.table.mayMaintain),
    context.inputs,
    closesAt === undefined ? undefined : closesAt - now,
  );
  const { chosen } = fitted;
  const deferred = leftByWindow(fitted, context);
  return {
    steps: chosen.map((need) => stepFor(need, primary.instance.server, context.inputs)),
    refusals: [],
    notChecked: notChecked(primary),
    findings: [
      ...standingFindings(seen, primary, needs, context.inputs, context.platform.database.name),
      ...horizonFindings(primary.horizon, heldBefore(chosen), context.inputs, false),
      ...leftFindings(fitted, context.inputs, context),
    ],
    measurements: measurementsOf(primary),
    result: resultOf(primary, fitted, context.inputs),
    ...(deferred === undefined ? {} : { deferred }),
  };
}

/** What does not depend on whether anything is vacuumed. */
export function standingFindings(
  seen: Seen,
  primary: ObservedPrimary,
  needs: readonly Need[],
  inputs: Inputs,
  platformDatabase: string,
): readonly Finding[] {
  const { instance, databases } = primary;
  return [
    ...serverFindings(seen),
    ...wraparoundFindings(databases, inputs),
    ...databaseFindings(databases, instance.user),
    ...rightsFindings(needs, primary, platformDatabase),
    ...horizonUnseen(instance.server, instance.user, primary.horizonTrouble, instance.readsStatistics),
  ];
}

/** The dead rows that are to be removed, by database: what a holder of the horizon may keep. */
function heldBefore(needs: readonly Need[]): readonly Held[] {
  const groups = Map.groupBy(
    needs.filter((need) => need.vacuum),
    (need) => need.database,
  );
  return [...groups].map(([database, group]) => ({
    database,
    tables: group.length,
    rows: group.reduce((sum, need) => sum + need.table.deadRows, 0),
  }));
}

/** What a standby is, and where to go instead; nothing is vacuumed unless exactly one server takes writes. */
function withoutPrimary(seen: Seen): Draft {
  const { servers } = seen;
  const refusals = servers.primaries.length > 1 ? [severalPrimaries(seen)] : standbyRefusals(seen);
  return {
    steps: [],
    refusals,
    notChecked: [{ subject: 'database', why: 'no single primary was reached' }],
    findings: [...serverFindings(seen), ...standbyFindings(seen)],
    measurements: [],
    result: servers.standbys.length > 0 ? 'no primary: a standby cannot be vacuumed' : 'no server could be asked',
  };
}

function standbyRefusals(seen: Seen): readonly Refusal[] {
  return standbyFindings(seen).map(({ subject, evidence, next }) => ({
    subject,
    rule: 'a standby cannot be vacuumed: it repeats what its primary does',
    state: evidence,
    next,
  }));
}

const severalPrimaries = ({ servers }: Seen): Refusal => ({
  subject: 'database',
  rule: 'nothing is changed while more than one server takes writes',
  state: `${servers.primaries.map((instance) => instance.server).join(', ')} are all primaries`,
  next: 'fence all but one, then run this again',
});

function notChecked(primary: ObservedPrimary): readonly NotChecked[] {
  return primary.databases.flatMap(({ entry, trouble }) => {
    if (trouble) return [{ subject: `tables of database ${entry.name}`, why: trouble.cause }];
    return entry.allowsConnections && !entry.mayConnect
      ? [{ subject: `tables of database ${entry.name}`, why: 'our role may not connect' }]
      : [];
  });
}

/** Numbers that are kept for trends. */
export function measurementsOf(primary: ObservedPrimary): readonly Measurement[] {
  return primary.databases.flatMap(({ entry, survey }) => {
    const subject = `database ${entry.name}`;
    const measured: Measurement[] = [
      {
        name: 'transaction-numbers-used',
        subject,
        value: usedShare(entry),
        unit: 'share',
        comparedWith: { what: 'autovacuum_freeze_max_age', value: primary.instance.freezeMaxAge / transactionNumbers },
      },
    ];
    if (entry.bytes !== undefined) measured.push({ name: 'database-size', subject, value: entry.bytes, unit: 'bytes' });
    if (survey) {
      const value = survey.tables.reduce((sum, table) => sum + table.deadRows, 0);
      measured.push({ name: 'dead-rows', subject, value, unit: 'count' });
    }
    return measured;
  });
}

/** How many tables could be looked at, in all databases. */
export function tableCount(primary: ObservedPrimary): number {
  return primary.databases.reduce((sum, { survey }) => sum + (survey?.tables.length ?? 0), 0);
}

function resultOf(primary: ObservedPrimary, { chosen, left }: Fitted, inputs: Inputs): string {
  const all = counted(tableCount(primary), 'table');
  if (left.length > 0 && chosen.length === 0)
    return `${counted(left.length, 'table')} of ${all} left: no time in this window`;
  if (chosen.length === 0) return nothingToDo(primary, all, inputs);
  const dead = chosen.filter((need) => need.vacuum).reduce((sum, need) => sum + need.table.deadRows, 0);
  const rest = left.length > 0 ? `; ${left.length} more left for another time` : '';
  return `${chosen.length} of ${all} to be worked on, ${counted(dead, 'dead row')}${rest}`;
}

function nothingToDo(primary: ObservedPrimary, all: string, inputs: Inputs): string {
  const [worst] = primary.databases
    .flatMap(({ survey }) => survey?.tables ?? [])
    .filter((table) => table.deadRows > 0)
    .sort((a, b) => b.deadRows - a.deadRows);
  const most = worst
    ? `most: ${worst.schema}.${worst.name} with ${counted(worst.deadRows, 'dead row')}, ${formatShare(deadShareOf(worst))}`
    : 'no dead rows';
  const bounds = `acts from ${formatShare(inputs['dead-share'])} and ${formatCount(inputs['dead-rows'])} rows`;
  return `nothing to do in ${all} (${most}; ${bounds})`;
}
