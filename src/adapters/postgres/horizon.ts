import type { HorizonHolder } from '../../ports/database.ts';
import type { Session } from './session.ts';
import { type SessionRow, sessionColumns, sessionOf } from './session-rows.ts';
import { agoMs, capped, known } from './text.ts';

/** Everything that holds the horizon, oldest first: sessions, prepared transactions, slots, and standbys that report theirs. */
export async function readHorizon(session: Session): Promise<readonly HorizonHolder[]> {
  const holders = [
    ...(await openTransactions(session)),
    ...(await preparedTransactions(session)),
    ...(await replicationSlots(session)),
    ...(await standbyFeedback(session)),
  ];
  return holders.sort((a, b) => b.age - a.age);
}

/** VACUUM itself does not hold the horizon, and autovacuum gives way by itself. */
async function openTransactions(session: Session): Promise<readonly HorizonHolder[]> {
  const rows = await session.query<SessionRow & { age: number }>(
    `select ${sessionColumns(session.majorVersion)},
            greatest(coalesce(age(a.backend_xmin), 0), coalesce(age(a.backend_xid), 0)) as age
       from pg_stat_activity a
      where (a.backend_xmin is not null or a.backend_xid is not null) and a.pid <> pg_backend_pid()
        and a.backend_type not in ('walsender', 'autovacuum worker', 'parallel worker')
        and a.pid not in (select pid from pg_stat_progress_vacuum)`,
  );
  return rows.map(({ age, ...row }) => ({ kind: 'transaction', age, ...sessionOf(row) }));
}

async function preparedTransactions(session: Session): Promise<readonly HorizonHolder[]> {
  return session.query(`
    select 'prepared-transaction' as kind, age(transaction) as age, ${capped('gid')} as id, ${capped('owner')} as owner,
           ${capped('database')} as database, ${agoMs('prepared')} as "preparedMs"
      from pg_prepared_xacts`);
}

const currentLog = `case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end`;

async function replicationSlots(session: Session): Promise<readonly HorizonHolder[]> {
  const rows = await session.query<HorizonHolder & { database: string | null }>(`
    select 'replication-slot' as kind, greatest(coalesce(age(xmin), 0), coalesce(age(catalog_xmin), 0)) as age,
           ${capped('slot_name')} as name, case when xmin is null then 'catalogues' else 'everything' end as holds,
           slot_type as type, active, left(database::text, 300) as database,
           coalesce(pg_wal_lsn_diff(${currentLog}, restart_lsn), 0)::float8 as "retainedBytes"
      from pg_replication_slots
     where (xmin is not null or catalog_xmin is not null)
       ${session.majorVersion >= 13 ? `and wal_status is distinct from 'lost'` : ''}`);
  return rows.map(known) as readonly HorizonHolder[];
}

/** `hot_standby_feedback` without a slot (with one, the slot shows it). */
async function standbyFeedback(session: Session): Promise<readonly HorizonHolder[]> {
  return session.query(`
    select 'standby-feedback' as kind, age(backend_xmin) as age, ${capped('application_name')} as application,
           ${capped('host(client_addr)')} as address
      from pg_stat_replication where backend_xmin is not null`);
}
