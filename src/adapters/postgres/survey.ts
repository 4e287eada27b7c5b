import type { DatabaseEntry, Instance, OldestRelation, TableEntry, TableSurvey } from '../../ports/database.ts';
import { codeOf } from './errors.ts';
import type { Session } from './session.ts';
import { capped, epochMs, known } from './text.ts';

/** What the server is. */
export async function readInstance(session: Session, server: string): Promise<Instance> {
  const [row] = await session.query<Omit<Instance, 'server' | 'role' | 'majorVersion'> & { standby: boolean }>(`
    select ${capped(`split_part(current_setting('server_version'), ' ', 1)`)} as version,
           pg_is_in_recovery() as standby,
           ${epochMs('pg_postmaster_start_time()')} as "startedAt",
           current_user::text as "user",
           rolsuper as superuser,
           pg_has_role('pg_read_all_stats', 'USAGE') as "readsStatistics",
           current_setting('autovacuum_freeze_max_age')::int as "freezeMaxAge",
           current_setting('autovacuum_multixact_freeze_max_age')::int as "multixactFreezeMaxAge"
      from pg_roles where rolname = current_user`);
  if (row === undefined) throw new Error('no row of the role itself');
  const { standby, ...facts } = row;
  const primary = standby ? await readPrimary(session) : undefined;
  const systemIdentifier = await readSystemIdentifier(session);
  return {
    ...facts,
    server,
    majorVersion: session.majorVersion,
    role: standby ? 'standby' : 'primary',
    ...(primary === undefined ? {} : { primary }),
    ...(systemIdentifier === undefined ? {} : { systemIdentifier }),
  };
}

/** Where a standby receives from; `primary_conninfo` is never read, because it may hold a password. */
export async function readPrimary(session: Session): Promise<string | undefined> {
  const [row] = await session.query<{ primary: string | null }>(
    `select ${capped('sender_host')} || ':' || sender_port as primary from pg_stat_wal_receiver where sender_host is not null`,
  );
  return row?.primary ?? undefined;
}

async function readSystemIdentifier(session: Session): Promise<string | undefined> {
  try {
    const [row] = await session.query<{ id: string }>(`select system_identifier::text as id from pg_control_system()`);
    return row?.id;
  } catch (error) {
    if (codeOf(error) === '42501') return undefined;
    throw error;
  }
}

/** All databases; sizes only of those that we may connect to or whose statistics we may read. */
export async function readDatabases(session: Session): Promise<readonly DatabaseEntry[]> {
  const rows = await session.query<DatabaseEntry>(`
    select ${capped('d.datname')} as name,
           ${capped('pg_get_userbyid(d.datdba)')} as owner,
           case when has_database_privilege(d.oid, 'CONNECT') or pg_has_role('pg_read_all_stats', 'USAGE')
                then pg_database_size(d.oid)::float8 end as bytes,
           d.datallowconn as "allowsConnections",
           d.datallowconn and has_database_privilege(d.oid, 'CONNECT') as "mayConnect",
           age(d.datfrozenxid)::int as "transactionAge",
           case when d.datminmxid = '0' then 0 else mxid_age(d.datminmxid)::int end as "multixactAge"
      from pg_database d order by d.datname`);
  return rows.map(known);
}

/** Before version 17 the owner vacuums (of the table, or of the database); since then MAINTAIN does. */
const mayMaintain = (majorVersion: number): string =>
  majorVersion >= 17
    ? `has_table_privilege(c.oid, 'MAINTAIN') or pg_has_role(d.datdba, 'USAGE')`
    : `pg_has_role(c.relowner, 'USAGE') or pg_has_role(d.datdba, 'USAGE')`;

const pagesToBytes = `* current_setting('block_size')::float8`;
const ageOf = (alias: string) =>
  `case when coalesce(${alias}.relfrozenxid, '0') = '0' then 0 else age(${alias}.relfrozenxid) end`;
const multixactAgeOf = (alias: string) =>
  `case when coalesce(${alias}.relminmxid, '0') = '0' then 0 else mxid_age(${alias}.relminmxid) end`;

/**
 * Sizes are the catalogue's page counts (as of the last vacuum or analyze): pg_total_relation_size() would wait behind an
 * ACCESS EXCLUSIVE lock, and looking must not hang on the very table that is stuck. For the same reason partitions are read
 * from pg_inherits and not by pg_partition_tree().
 */
const tablesSql = (majorVersion: number): string => `
  select c.oid::int8::float8 as oid,
         ${capped('n.nspname')} as schema,
         ${capped('c.relname')} as name,
         case c.relkind when 'm' then 'materialized-view' when 'p' then 'partitioned' else 'table' end as kind,
         ${capped('pg_get_userbyid(c.relowner)')} as owner,
         coalesce(r.rolsuper, false) as "ownedBySuperuser",
         (${mayMaintain(majorVersion)}) as "mayMaintain",
         (greatest(c.relpages, 0) + coalesce(t.relpages, 0) + coalesce(x.pages, 0)) ${pagesToBytes} as bytes,
         pg_stat_get_live_tuples(c.oid)::float8 as "liveRows",
         pg_stat_get_dead_tuples(c.oid)::float8 as "deadRows",
         pg_stat_get_mod_since_analyze(c.oid)::float8 as "changedRows",
         greatest(${ageOf('c')}, ${ageOf('t')})::int as "transactionAge",
         greatest(${multixactAgeOf('c')}, ${multixactAgeOf('t')})::int as "multixactAge",
         ${epochMs('pg_stat_get_last_vacuum_time(c.oid)')} as "lastVacuum",
         ${epochMs('pg_stat_get_last_autovacuum_time(c.oid)')} as "lastAutovacuum",
         ${epochMs('pg_stat_get_last_analyze_time(c.oid)')} as "lastAnalyze",
         ${epochMs('pg_stat_get_last_autoanalyze_time(c.oid)')} as "lastAutoanalyze"
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_database d on d.datname = current_database()
    left join pg_roles r on r.oid = c.relowner
    left join pg_class t on t.oid = c.reltoastrelid
    left join (select i.indrelid, sum(k.relpages) as pages from pg_index i join pg_class k on k.oid = i.indexrelid
                group by i.indrelid) x on x.indrelid = c.oid
   where c.relkind in ('r', 'm', 'p') and c.relpersistence <> 't'
     and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
   order by n.nspname, c.relname`;

const partitionsSql = `
  select i.inhparent::int8::float8 as parent, i.inhrelid::int8::float8 as child
    from pg_inherits i join pg_class p on p.oid = i.inhparent where p.relkind = 'p'`;

const oldestSql = `
  select ${capped(`o.nspname || '.' || o.relname`)} as name, o.age::int as "transactionAge",
         case when o.relpersistence = 't' then 'temporary' when o.nspname in ('pg_catalog', 'information_schema')
              then 'catalog' else 'table' end as what
    from (select n.nspname, coalesce(m.relname, c.relname) as relname, c.relpersistence, age(c.relfrozenxid) as age
            from pg_class c
            left join pg_class m on m.reltoastrelid = c.oid
            join pg_namespace n on n.oid = coalesce(m.relnamespace, c.relnamespace)
           where c.relkind in ('r', 'm', 't') and c.relfrozenxid <> '0'
           order by age(c.relfrozenxid) desc limit 1) o`;

/** All tables of the session's database. */
export async function readTables(session: Session): Promise<TableSurvey> {
  const rows = await session.query<TableEntry>(tablesSql(session.majorVersion));
  const pairs = await session.query<{ parent: number; child: number }>(partitionsSql);
  const [oldest] = await session.query<OldestRelation>(oldestSql);
  const tables = withPartitions(rows.map(known), pairs);
  return oldest === undefined ? { tables } : { tables, oldest };
}

/** Give every partitioned table the sums of its leaves, at whatever depth, and when the newest of them was analyzed. */
export function withPartitions(
  tables: readonly TableEntry[],
  pairs: readonly { readonly parent: number; readonly child: number }[],
): readonly TableEntry[] {
  if (pairs.length === 0) return tables;
  const byOid = new Map(tables.map((table) => [table.oid, table]));
  const children = Map.groupBy(pairs, (pair) => pair.parent);
  const leavesOf = (oid: number): readonly TableEntry[] =>
    (children.get(oid) ?? []).flatMap(({ child }) => {
      const table = byOid.get(child);
      if (table === undefined) return [];
      return table.kind === 'partitioned' ? leavesOf(child) : [table];
    });
  return tables.map((table) => (table.kind === 'partitioned' ? summed(table, leavesOf(table.oid)) : table));
}

function summed(table: TableEntry, leaves: readonly TableEntry[]): TableEntry {
  const sum = (of: (leaf: TableEntry) => number) => leaves.reduce((total, leaf) => total + of(leaf), 0);
  const newest = Math.max(0, ...leaves.map((leaf) => Math.max(leaf.lastAnalyze ?? 0, leaf.lastAutoanalyze ?? 0)));
  return {
    ...table,
    bytes: sum((leaf) => leaf.bytes),
    liveRows: sum((leaf) => leaf.liveRows),
    deadRows: 0,
    changedRows: sum((leaf) => leaf.changedRows),
    ...(newest > 0 ? { partitionsAnalyzed: newest } : {}),
  };
}
