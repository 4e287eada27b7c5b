import { beginsAt, type OptionValues, shareFor, type Threshold } from '../../domain/database/table-options.ts';
import { formatCount } from '../../domain/quantities.ts';
import type { StepOf } from '../../domain/step/step.ts';
import type { SeenTuning, TunedDatabase } from '../../observation/database/tuning.ts';
import type { ServerSettings, TunedTable } from '../../ports/database.ts';
import type { Inputs } from './inputs.ts';

type Primary = NonNullable<SeenTuning['primary']>;

/** A table on which autovacuum would begin late, with the options that let it begin in time. */
export interface LateTable {
  readonly database: string;
  readonly table: TunedTable;
  readonly to: OptionValues;
  /** Changed rows at which autovacuum begins now, and would begin. */
  readonly beginsAt: number;
  readonly wouldBeginAt: number;
}

const vacuumShare = 'autovacuum_vacuum_scale_factor';
const analyzeShare = 'autovacuum_analyze_scale_factor';

/** The tables on which autovacuum begins later than asked for, the largest first. What somebody has set for one stays. */
export function lateTables({ settings, databases }: Primary, inputs: Inputs): readonly LateTable[] {
  const found = databases.flatMap((database) =>
    database.survey.tables.flatMap((table) => lateTable(database, table, settings, inputs)),
  );
  return found.sort((a, b) => b.table.liveRows - a.table.liveRows);
}

function lateTable(
  { name }: TunedDatabase,
  table: TunedTable,
  settings: ServerSettings,
  inputs: Inputs,
): readonly LateTable[] {
  if (table.options.autovacuum_enabled === 'false') return [];
  const mostRows = inputs['changed-rows'];
  const vacuum: Threshold = { rows: settings.vacuumThreshold, share: settings.vacuumScaleFactor };
  const analyze: Threshold = { rows: settings.analyzeThreshold, share: settings.analyzeScaleFactor };
  const wanted = [
    [vacuumShare, shareFor(mostRows, table.liveRows, vacuum)],
    [analyzeShare, shareFor(mostRows, table.liveRows, analyze)],
  ] as const;
  const own = wanted.flatMap(([option, share]) =>
    share === undefined || table.options[option] !== undefined ? [] : [[option, String(share)] as const],
  );
  if (own.length === 0) return [];
  const to = Object.fromEntries(own);
  const share = Number(to[vacuumShare] ?? table.options[vacuumShare] ?? vacuum.share);
  return [
    {
      database: name,
      table,
      to,
      beginsAt: beginsAt({ ...vacuum, share: Number(table.options[vacuumShare] ?? vacuum.share) }, table.liveRows),
      wouldBeginAt: beginsAt({ ...vacuum, share }, table.liveRows),
    },
  ];
}

/** The step that lets autovacuum begin in time on one table. */
export function tableStep(late: LateTable, { server }: Primary, inputs: Inputs): StepOf<'set-table-options'> {
  const { database, table, to } = late;
  const { schema, name, oid, liveRows } = table;
  const subject = `table ${schema}.${name} in ${database}`;
  return {
    id: `set-table-options ${database} ${schema}.${name}`,
    kind: 'set-table-options',
    subject,
    from: Object.fromEntries(Object.keys(to).map((option) => [option, null])),
    to,
    parameters: { server, database, schema, table: name, oid, lockTimeoutMs: inputs['lock-timeout'] },
    why: `of ${formatCount(liveRows)} rows ${formatCount(late.beginsAt)} may change before autovacuum begins; then ${formatCount(late.wouldBeginAt)}`,
    risk: 'autovacuum comes to this table more often, for a shorter time each',
    undo: 'the options are reset, at once',
    deadlineMs: inputs['lock-timeout'] + 30_000,
    unit: subject,
    independent: true,
  };
}
