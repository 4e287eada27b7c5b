import { counted, formatCount, formatShare } from '../../domain/quantities.ts';
import { stepKinds } from '../../domain/step/kinds.ts';
import type { StepOf } from '../../domain/step/step.ts';
import type { Inputs } from './inputs.ts';
import { deadShareOf, type Need } from './need.ts';
import { type Chosen, slackMs } from './time-box.ts';

/** A table is copyable, and not the same one in two databases. */
export function tableSubject(need: Pick<Need, 'database' | 'table'>): string {
  return `table ${need.table.schema}.${need.table.name} in database ${need.database}`;
}

/** The step that gives a table what it needs. */
export function stepFor(need: Chosen, server: string, inputs: Inputs): StepOf<'vacuum-table'> {
  const { database, table, vacuum, analyze, freeze, timeoutMs: statementTimeoutMs } = need;
  const last = vacuum ? table.lastVacuum : table.lastAnalyze;
  const subject = tableSubject(need);
  return {
    id: `vacuum-table ${database} ${table.schema}.${table.name}`,
    kind: 'vacuum-table',
    subject,
    from: {
      deadRows: table.deadRows,
      changedRows: table.changedRows,
      lastDone: last === undefined ? null : new Date(last).toISOString(),
    },
    to: vacuum ? { deadRows: 0, changedRows: 0 } : { changedRows: 0 },
    parameters: {
      server,
      database,
      schema: table.schema,
      table: table.name,
      oid: table.oid,
      vacuum,
      analyze,
      freeze,
      lockTimeoutMs: inputs['lock-timeout'],
      statementTimeoutMs,
    },
    why: whyOf(need, inputs),
    risk: 'reads and writes beside the applications, throttled; gives way to whoever waits for the table',
    undo: `cannot be undone: ${stepKinds['vacuum-table'].cannotBeUndone}`,
    deadlineMs: statementTimeoutMs + slackMs,
  };
}

function whyOf({ reason, table }: Need, inputs: Inputs): string {
  switch (reason) {
    case 'wraparound':
      return `its oldest row is ${counted(table.transactionAge, 'transaction')} old (${counted(table.multixactAge, 'multixact')}); frozen from ${formatShare(inputs['freeze-share'])} of autovacuum_freeze_max_age`;
    case 'dead-rows':
      return `${counted(table.deadRows, 'dead row')}, ${formatShare(deadShareOf(table))} (acts from ${formatShare(inputs['dead-share'])} and ${formatCount(inputs['dead-rows'])} rows)`;
    case 'statistics':
      return table.lastAnalyze === undefined && table.lastAutoanalyze === undefined
        ? `no statistics were ever collected of ${counted(table.liveRows, 'row')}`
        : `${counted(table.changedRows, 'row')} changed since its statistics were collected (acts from ${formatShare(inputs['changed-share'])})`;
  }
}
