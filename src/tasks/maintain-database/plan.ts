import type { Finding } from '../../domain/finding/finding.ts';
import type { Measurement } from '../../domain/measurement.ts';
import type { Draft, NotChecked, Refusal } from '../../domain/plan/plan.ts';
import { counted, formatCount, formatShare } from '../../domain/quantities.ts';
import type { PlanContext } from '../contract.ts';
import { databaseFindings, serverFindings, standbyFindings } from './findings.ts';
import { type Held, horizonFindings, horizonUnseen } from './findings-horizon.ts';
import { rightsFindings } from './findings-rights.ts';
import { transactionNumbers, usedShare, wraparoundFindings } from './findings-wraparound.ts';
import type { inputs as declared, Inputs } from './inputs.ts';
import { deadShareOf, fitting, type Need, needsOf } from './need.ts';
import type { DatabaseObservation, ObservedPrimary, Seen } from './observe.ts';
import { stepFor } from './step.ts';

/** A vacuum for every table that needs one and that we may work on, worst first, as many as the time box holds. */
export function plan(observation: DatabaseObservation, context: PlanContext<typeof declared>): Draft {
  const seen = observation.measurements;
  const { primary } = seen;
  if (primary === undefined) return withoutPrimary(seen);
  const needs = needsOf(primary, context.inputs, context.now);
  const { chosen, left } = fitting(
    needs.filter((need) => need.table.mayMaintain),
    context.inputs,
  );
  return {
    steps: chosen.map((need) => stepFor(need, primary.instance.server, context.inputs)),
    refusals: [],
    notChecked: notChecked(primary),
    findings: [
      ...standingFindings(seen, primary, needs, context.inputs, context.platform.database.name),
      ...horizonFindings(primary.horizon, heldBefore(chosen), context.inputs, false),
      ...leftFindings(left, chosen.length, context.inputs),
    ],
    measurements: measurementsOf(primary),
    result: resultOf(primary, chosen, left, context.inputs),
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

function leftFindings(left: number, chosen: number, inputs: Inputs): readonly Finding[] {
  if (left === 0) return [];
  return [
    {
      code: 'tables-left',
      severity: 'info',
      subject: 'database',
      title: 'not every table in need fits into the time box',
      evidence: `${counted(left, 'table')} left, ${chosen} planned (time box ${inputs['time-box'] / 60_000} min, by their sizes)`,
      next: 'the next opening goes on with them; raise `time-box` if they do not become fewer',
    },
  ];
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

function resultOf(primary: ObservedPrimary, chosen: readonly Need[], left: number, inputs: Inputs): string {
  const all = counted(tableCount(primary), 'table');
  if (chosen.length === 0) return nothingToDo(primary, all, inputs);
  const dead = chosen.filter((need) => need.vacuum).reduce((sum, need) => sum + need.table.deadRows, 0);
  const rest = left > 0 ? `; ${left} more do not fit into the time box` : '';
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
