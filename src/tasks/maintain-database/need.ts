import type { Instance, TableEntry } from '../../ports/database.ts';
import type { Inputs } from './inputs.ts';
import type { ObservedPrimary } from './observe.ts';

/** What a table needs, and how badly. */
export interface Need {
  readonly database: string;
  readonly table: TableEntry;
  /** Most urgent first: what the others would be done for as well. */
  readonly reason: 'wraparound' | 'dead-rows' | 'statistics';
  readonly vacuum: boolean;
  readonly analyze: boolean;
  readonly freeze: boolean;
}

/** Share of a table's rows that is dead. */
export function deadShareOf(table: Pick<TableEntry, 'liveRows' | 'deadRows'>): number {
  const all = table.liveRows + table.deadRows;
  return all === 0 ? 0 : table.deadRows / all;
}

/** Share of `autovacuum_freeze_max_age` that the table's oldest row has used up; of its sibling for multixacts, if that is more. */
export function freezeShareOf(table: TableEntry, instance: Instance): number {
  return Math.max(table.transactionAge / instance.freezeMaxAge, table.multixactAge / instance.multixactFreezeMaxAge);
}

/** Whether so many rows are dead that the table is vacuumed for them. */
export function hasDeadRows(table: TableEntry, inputs: Inputs): boolean {
  return table.deadRows >= inputs['dead-rows'] && deadShareOf(table) >= inputs['dead-share'];
}

/** What a table needs; undefined when nothing. */
export function needOf(
  database: string,
  table: TableEntry,
  instance: Instance,
  inputs: Inputs,
  now: number,
): Need | undefined {
  const statistics = needsStatistics(table, inputs, now);
  if (table.kind !== 'partitioned') {
    const freeze = freezeShareOf(table, instance) >= inputs['freeze-share'];
    if (freeze || hasDeadRows(table, inputs)) {
      return { database, table, reason: freeze ? 'wraparound' : 'dead-rows', vacuum: true, analyze: true, freeze };
    }
  }
  return statistics
    ? { database, table, reason: 'statistics', vacuum: false, analyze: true, freeze: false }
    : undefined;
}

function needsStatistics(table: TableEntry, inputs: Inputs, now: number): boolean {
  const collected = Math.max(table.lastAnalyze ?? 0, table.lastAutoanalyze ?? 0);
  if (collected === 0) return table.liveRows >= inputs['dead-rows'];
  if (table.kind === 'partitioned') {
    return now - collected >= inputs['statistics-age'] && (table.partitionsAnalyzed ?? 0) > collected;
  }
  const share = table.changedRows / Math.max(1, table.liveRows);
  return table.changedRows >= inputs['dead-rows'] && share >= inputs['changed-share'];
}

const weight: Readonly<Record<Need['reason'], number>> = { wraparound: 0, 'dead-rows': 1, statistics: 2 };

/** Every table that needs something, worst first, whether or not we may do it. */
export function needsOf(primary: ObservedPrimary, inputs: Inputs, now: number): readonly Need[] {
  const { instance } = primary;
  const needs = primary.databases.flatMap(({ entry, survey }) =>
    (survey?.tables ?? []).flatMap((table) => needOf(entry.name, table, instance, inputs, now) ?? []),
  );
  const amount = (need: Need): number => {
    if (need.reason === 'wraparound') return freezeShareOf(need.table, instance);
    return need.reason === 'dead-rows' ? need.table.deadRows : need.table.changedRows;
  };
  return needs.sort((a, b) => weight[a.reason] - weight[b.reason] || amount(b) - amount(a) || order(a, b));
}

const order = (a: Need, b: Need): number =>
  JSON.stringify([a.database, a.table.schema, a.table.name]) <
  JSON.stringify([b.database, b.table.schema, b.table.name])
    ? -1
    : 1;

/** With its share of I/O, PostgreSQL gets through about this much a second; a small table costs its session. */
const bytesPerMs = 20_000;
const leastMs = 500;

/** How long a table will take, by its size. */
export function estimateMs(table: TableEntry): number {
  return leastMs + Math.round(table.bytes / bytesPerMs);
}
