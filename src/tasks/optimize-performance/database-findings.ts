import type { Finding } from '../../domain/finding/finding.ts';
import { formatBytes, formatCount, formatShare } from '../../domain/quantities.ts';
import type { TunedDatabase } from '../../observation/database/tuning.ts';
import type { IndexEntry, SequenceEntry, TunedTable } from '../../ports/database.ts';
import type { Inputs } from './inputs.ts';

const mebibyte = 2 ** 20;
/** Names that REINDEX CONCURRENTLY gives to what it builds and what it replaces (PostgreSQL, "REINDEX"). */
const carcass = /_cc(new|old)\d*$/;

const named = (database: string, { schema, name }: { readonly schema: string; readonly name: string }) =>
  `${schema}.${name} in ${database}`;

/** Everything in one database that a reader may have to act on; nothing of it is changed here. */
export function databaseFindings({ name, survey }: TunedDatabase, inputs: Inputs): readonly Finding[] {
  const { tables, indexes, sequences } = survey;
  const least = inputs['least-size'] * mebibyte;
  return [
    ...indexes.filter(({ valid, building }) => !valid && !building).map((index) => invalidIndex(name, index)),
    ...duplicates(indexes, least).map(([kept, extra]) => duplicateIndex(name, kept, extra)),
    ...tables.flatMap((table) => tableBloat(name, table, inputs, least)),
    ...indexes.flatMap((index) => indexBloat(name, index, inputs, least)),
    ...tables.filter(({ options }) => options.autovacuum_enabled === 'false').map((table) => switchedOff(name, table)),
    ...sequences.flatMap((sequence) => sequenceFinding(name, sequence, inputs)),
  ];
}

const invalidIndex = (database: string, index: IndexEntry): Finding => ({
  code: 'invalid-index',
  severity: 'warn',
  subject: `index ${named(database, index)}`,
  title: carcass.test(index.name)
    ? 'a failed REINDEX CONCURRENTLY left an index behind'
    : 'an index is invalid: writes keep it up, and no query uses it',
  evidence: `${formatBytes(index.bytes)}, of table ${index.table}; nobody is building it`,
  next: carcass.test(index.name)
    ? `drop it: \`drop index concurrently\`, then rebuild the index that it was for`
    : 'drop it and build it again: `reindex index concurrently`',
});

/** Pairs of valid indexes that are the same; the one that holds a rule, else the one that is used more, is kept. */
function duplicates(
  indexes: readonly IndexEntry[],
  least: number,
): readonly (readonly [kept: IndexEntry, extra: IndexEntry])[] {
  const same = Map.groupBy(
    indexes.filter(({ valid }) => valid),
    ({ sameAs }) => sameAs,
  );
  return [...same.values()].flatMap((group) => {
    const [kept, ...extra] = group.toSorted(
      (a, b) => Number(b.holdsRule) - Number(a.holdsRule) || b.scans - a.scans || (a.name < b.name ? -1 : 1),
    );
    return kept === undefined
      ? []
      : extra.filter(({ holdsRule, bytes }) => !holdsRule && bytes >= least).map((one) => [kept, one] as const);
  });
}

const duplicateIndex = (database: string, kept: IndexEntry, extra: IndexEntry): Finding => ({
  code: 'duplicate-index',
  severity: 'info',
  subject: `index ${named(database, extra)}`,
  title: `the index is the same as ${kept.name}`,
  evidence: `${formatBytes(extra.bytes)}, used ${formatCount(extra.scans)} times; ${kept.name} ${formatCount(kept.scans)} times`,
  next: '`drop index concurrently`, once its owner agrees (optimize-system does it after approval)',
});

/** How much of it is estimated to be empty, where that is worth a line. */
function emptyOf(
  { bytes, neededBytes }: Pick<TunedTable, 'bytes' | 'neededBytes'>,
  inputs: Inputs,
  least: number,
): string | undefined {
  if (neededBytes === undefined || bytes === 0) return undefined;
  const empty = bytes - neededBytes;
  if (empty < least || empty / bytes < inputs['bloat-share']) return undefined;
  const bound = formatShare(inputs['bloat-share']);
  return `about ${formatBytes(empty)} of ${formatBytes(bytes)} (${formatShare(empty / bytes)}, named from ${bound} on), by the widths of its columns`;
}

function tableBloat(database: string, table: TunedTable, inputs: Inputs, least: number): readonly Finding[] {
  const found = emptyOf(table, inputs, least);
  if (found === undefined) return [];
  return [
    {
      code: 'table-bloat',
      severity: 'info',
      subject: `table ${named(database, table)}`,
      title: 'much of the table is estimated to be empty',
      evidence: found,
      next: 'new rows take that place again; only `pg_repack` or `vacuum full` (locks it) give it back to the disk',
    },
  ];
}

function indexBloat(database: string, index: IndexEntry, inputs: Inputs, least: number): readonly Finding[] {
  const found = index.valid && !index.building ? emptyOf(index, inputs, least) : undefined;
  if (found === undefined) return [];
  return [
    {
      code: 'index-bloat',
      severity: 'info',
      subject: `index ${named(database, index)}`,
      title: 'much of the index is estimated to be empty',
      evidence: `${found}; of table ${index.table}`,
      next: '`reindex index concurrently`, while no transaction is old: it waits for all of them (optimize-system does it after approval)',
    },
  ];
}

const switchedOff = (database: string, table: TunedTable): Finding => ({
  code: 'autovacuum-off',
  severity: 'warn',
  subject: `table ${named(database, table)}`,
  title: 'autovacuum is switched off for the table',
  evidence: `${formatCount(table.deadRows)} dead of ${formatCount(table.liveRows + table.deadRows)} rows`,
  next: '`alter table … reset (autovacuum_enabled)`, if whoever loaded it has finished',
});

function sequenceFinding(database: string, sequence: SequenceEntry, inputs: Inputs): readonly Finding[] {
  const { lastValue, bound, cycles } = sequence;
  const used = bound <= 0 ? 0 : lastValue / bound;
  if (cycles || used < inputs['sequence-warn']) return [];
  const bad = used >= inputs['sequence-fail'];
  return [
    {
      code: 'sequence-near-end',
      severity: bad ? 'fail' : 'warn',
      subject: `sequence ${named(database, sequence)}`,
      title: 'the sequence comes to its end; then every insert that uses it fails',
      evidence: `${formatCount(lastValue)} of ${formatCount(bound)} (${formatShare(used)}, ${formatShare(bad ? inputs['sequence-fail'] : inputs['sequence-warn'])} is the bound)`,
      next: 'change its column to bigint in a planned migration; with an integer column, `alter sequence … as bigint` alone does not help',
    },
  ];
}
