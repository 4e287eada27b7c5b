import type { IndexEntry, SequenceEntry, ServerSettings, TunedTable, TuningSurvey } from '../../ports/database.ts';
import type { Session } from './session.ts';
import { capped, epochMs, known } from './text.ts';

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`;

/** A row's header and its pointer in the page, and a page's own header, bytes (PostgreSQL, "Database Page Layout"). */
const rowOverhead = 28;
const pageOverhead = 24;

/**
 * Needed bytes: rows in full pages of the table's fill factor, each as wide as statistics say its columns are (without
 * padding, so a little too small). Statistics of tables that we may not read are not shown to us; then it is null.
 */
const tablesSql = `
  select c.oid::int8::float8 as oid, ${capped('n.nspname')} as schema, ${capped('c.relname')} as name,
         pg_has_role(c.relowner, 'USAGE') as "mayAlter",
         coalesce((select jsonb_object_agg(o.option_name, o.option_value)
                     from pg_options_to_table(c.reloptions) o), '{}'::jsonb) as options,
         pg_stat_get_live_tuples(c.oid)::float8 as "liveRows", pg_stat_get_dead_tuples(c.oid)::float8 as "deadRows",
         greatest(c.relpages, 0) * b.size as bytes,
         case when w.width is not null and c.reltuples > 0 then
           ceil(c.reltuples * (w.width + ${rowOverhead}) / ((b.size - ${pageOverhead}) * coalesce(
             (select o.option_value::float8 from pg_options_to_table(c.reloptions) o where o.option_name = 'fillfactor'), 100) / 100)
           ) * b.size end as "neededBytes"
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    cross join (select current_setting('block_size')::float8 as size) b
    left join (select schemaname, tablename, sum(avg_width * (1 - null_frac))::float8 as width
                 from pg_stats where not inherited group by 1, 2) w
           on w.schemaname = n.nspname and w.tablename = c.relname
   where c.relkind in ('r', 'm') and c.relpersistence <> 't' and ${ours}
   order by n.nspname, c.relname`;

/** Of an entry of a B-tree its header and pointer, and of a page its special space as well, bytes; its first page is its own. */
const entryOverhead = 12;
const entryAlignment = 8;
const treePageOverhead = 40;
const treeFill = 90;

/**
 * Needed bytes of a B-tree over plain columns: entries in pages of its fill factor, each as wide as statistics say its
 * columns are, padded. Inner pages are left out, so it is a little too small; where equal keys are folded it is too large.
 */
const indexesSql = `
  select c.oid::int8::float8 as oid, ${capped('n.nspname')} as schema, ${capped('c.relname')} as name,
         ${capped('t.relname')} as "table",
         greatest(c.relpages, 0) * b.size as bytes,
         pg_stat_get_numscans(c.oid)::float8 as scans,
         i.indisvalid as valid,
         exists (select from pg_stat_progress_create_index p where p.index_relid = c.oid) as building,
         i.indisunique or i.indisprimary or i.indisexclusion or i.indisreplident as "holdsRule",
         md5(concat_ws('/', i.indrelid, c.relam, i.indkey, i.indclass, i.indcollation, i.indoption, i.indisunique,
             i.indexprs::text, i.indpred::text)) as "sameAs",
         case when w.width is not null and c.reltuples > 0 then
           (1 + ceil(c.reltuples * (${entryOverhead} + ceil(w.width / ${entryAlignment}) * ${entryAlignment})
             / ((b.size - ${treePageOverhead}) * coalesce(
               (select o.option_value::float8 from pg_options_to_table(c.reloptions) o
                 where o.option_name = 'fillfactor'), ${treeFill}) / 100))) * b.size end as "neededBytes"
    from pg_index i
    join pg_class c on c.oid = i.indexrelid
    join pg_class t on t.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_am m on m.oid = c.relam
    cross join (select current_setting('block_size')::float8 as size) b
    left join lateral (
      select case when count(*) = count(s.avg_width)
                  then sum(s.avg_width * (1 - s.null_frac))::float8 end as width
        from pg_attribute a
        left join pg_stats s on s.schemaname = n.nspname and s.tablename = t.relname and s.attname = a.attname
                            and not s.inherited
       where a.attrelid = t.oid and a.attnum = any (i.indkey)) w on m.amname = 'btree' and i.indexprs is null
   where c.relkind = 'i' and t.relpersistence <> 't' and ${ours}
   order by n.nspname, c.relname`;

/** The column that a sequence fills bounds it too: numbers of an integer column end long before those of its sequence. */
const sequencesSql = `
  select ${capped('n.nspname')} as schema, ${capped('c.relname')} as name,
         coalesce(pg_sequence_last_value(c.oid), s.seqstart)::float8 as "lastValue",
         least(s.seqmax, case a.atttypid when 'int2'::regtype then 32767 when 'int4'::regtype then 2147483647
               else s.seqmax end)::float8 as bound,
         s.seqcycle as cycles
    from pg_sequence s
    join pg_class c on c.oid = s.seqrelid
    join pg_namespace n on n.oid = c.relnamespace
    left join pg_depend d on d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
                         and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0
    left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
   where s.seqincrement > 0 and has_sequence_privilege(s.seqrelid, 'SELECT, USAGE') and c.relpersistence <> 't' and ${ours}
   order by n.nspname, c.relname`;

/**
 * Since when use is counted. From version 15 on a database has no such time until somebody resets its statistics; those of the
 * background writer always have one: when the cluster was made, or when a crash or a copy (a new standby) lost them all.
 */
const countedSql = `
  select ${epochMs('greatest(d.stats_reset, b.stats_reset)')} as since
    from pg_stat_bgwriter b left join pg_stat_database d on d.datname = current_database()`;

/** What of the session's database could be tuned. A standby counts the use of its own queries. */
export async function readTuning(session: Session): Promise<TuningSurvey> {
  const tables = await session.query<TunedTable>(tablesSql);
  const indexes = await session.query<IndexEntry>(indexesSql);
  const sequences = await session.query<SequenceEntry>(sequencesSql);
  const [counted] = await session.query<{ since: number | null }>(countedSql);
  const since = counted?.since ?? null;
  return {
    tables: tables.map(known),
    indexes: indexes.map(known),
    sequences,
    ...(since === null ? {} : { countedSince: since }),
  };
}

/** Settings in base units: `pg_settings` counts some in pages, some in kilobytes. */
export async function readSettings(session: Session): Promise<ServerSettings> {
  const bytes = (name: string) => `pg_size_bytes(current_setting('${name}'))::float8`;
  const [row] = await session.query<ServerSettings & { hitShare: number | null }>(`
    select ${bytes('shared_buffers')} as "sharedBuffersBytes",
           ${bytes('effective_cache_size')} as "effectiveCacheSizeBytes",
           ${bytes('work_mem')} as "workMemBytes",
           ${bytes('maintenance_work_mem')} as "maintenanceWorkMemBytes",
           current_setting('max_connections')::int as "maxConnections",
           current_setting('autovacuum_vacuum_threshold')::float8 as "vacuumThreshold",
           current_setting('autovacuum_vacuum_scale_factor')::float8 as "vacuumScaleFactor",
           current_setting('autovacuum_analyze_threshold')::float8 as "analyzeThreshold",
           current_setting('autovacuum_analyze_scale_factor')::float8 as "analyzeScaleFactor",
           (select sum(blks_hit)::float8 / nullif(sum(blks_hit + blks_read), 0)::float8 from pg_stat_database) as "hitShare"`);
  if (row === undefined) throw new Error('a query of settings without a row');
  return known(row);
}
