import type { Clock } from '../../ports/clock.ts';
import type { ClientAddress, Connections, DiskUse, Replication, Standby, TestWrite } from '../../ports/database.ts';
import { codeOf } from './errors.ts';
import type { Session } from './session.ts';
import { readPrimary } from './survey.ts';
import { agoMs, capped, known } from './text.ts';

/** The number that initdb gave the database cluster; a standby has its primary's. */
export async function readSystemIdentifier(session: Session): Promise<string> {
  const [row] = await session.query<{ id: string }>(`select system_identifier::text as id from pg_control_system()`);
  if (row === undefined) throw new Error('a function without a row');
  return row.id;
}

/** Sessions against `max_connections`. Standbys' own sessions do not count towards it (since version 12). */
export async function readConnections(session: Session): Promise<Connections> {
  const reserved = session.majorVersion >= 16 ? `+ current_setting('reserved_connections')::int` : '';
  const [row] = await session.query<Connections>(`
    select count(*) filter (where backend_type = 'client backend')::int as used,
           current_setting('max_connections')::int as max,
           current_setting('superuser_reserved_connections')::int ${reserved} as reserved,
           count(*) filter (where state like 'idle in transaction%')::int as "idleInTransaction"
      from pg_stat_activity`);
  if (row === undefined) throw new Error('an aggregate without a row');
  return row;
}

/** Sessions by address. Other users' addresses are shown to members of pg_read_all_stats alone. */
export async function readClients(session: Session): Promise<readonly ClientAddress[]> {
  return session.query<ClientAddress>(`
    select host(client_addr) as address, count(*)::int as sessions
      from pg_stat_activity
     where backend_type = 'client backend' and client_addr is not null
     group by client_addr order by 2 desc, 1`);
}

/** Lag as this server sees it. */
export async function readReplication(session: Session): Promise<Replication> {
  const [server] = await session.query<{ standby: boolean }>(`select pg_is_in_recovery() as standby`);
  return server?.standby ? standbySide(session) : primarySide(session);
}

async function primarySide(session: Session): Promise<Replication> {
  const rows = await session.query<Standby & { lagMs: number | null }>(`
    select ${capped('application_name')} as application, ${capped('host(client_addr)')} as address,
           coalesce(state, 'unknown') as state, coalesce(sync_state in ('sync', 'quorum'), false) as synchronous,
           coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn), 0)::float8 as "lagBytes",
           (extract(epoch from replay_lag) * 1000)::float8 as "lagMs"
      from pg_stat_replication order by 1, 2`);
  return { role: 'primary', standbys: rows.map(known) };
}

async function standbySide(session: Session): Promise<Replication> {
  const [row] = await session.query<{ receiving: boolean; lagBytes: number; lastReplayedMs: number | null }>(`
    select exists (select from pg_stat_wal_receiver where status = 'streaming') as receiving,
           coalesce(greatest(0, pg_wal_lsn_diff(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())), 0)::float8 as "lagBytes",
           ${agoMs('pg_last_xact_replay_timestamp()')} as "lastReplayedMs"`);
  const primary = await readPrimary(session);
  const replayed = row?.lastReplayedMs ?? null;
  return {
    role: 'standby',
    receiving: row?.receiving ?? false,
    lagBytes: row?.lagBytes ?? 0,
    ...(primary === undefined ? {} : { primary }),
    ...(replayed === null ? {} : { lastReplayedMs: replayed }),
  };
}

/** What databases and the write-ahead log take. */
export async function readDisk(session: Session): Promise<DiskUse> {
  const [row] = await session.query<{ bytes: number }>(`
    select coalesce(sum(pg_database_size(oid)), 0)::float8 as bytes from pg_database
     where has_database_privilege(oid, 'CONNECT') or pg_has_role('pg_read_all_stats', 'USAGE')`);
  const bytes = row?.bytes ?? 0;
  const logBytes = await readLogBytes(session);
  return logBytes === undefined ? { usedBytes: bytes } : { usedBytes: bytes + logBytes, logBytes };
}

async function readLogBytes(session: Session): Promise<number | undefined> {
  try {
    const [row] = await session.query<{ bytes: number }>(
      `select coalesce(sum(size), 0)::float8 as bytes from pg_ls_waldir()`,
    );
    return row?.bytes;
  } catch (error) {
    if (codeOf(error) === '42501') return undefined;
    throw error;
  }
}

const refusals: Readonly<Record<string, Extract<TestWrite, { accepted: false }>['why']>> = {
  '25006': 'read-only',
  '54000': 'out-of-transaction-numbers',
  '53100': 'disk-full',
};
const flushPatienceMs = 5_000;

/**
 * A transactional message in the write-ahead log gives the transaction a number and writes a record; the rollback's own
 * record is flushed by the WAL writer within `wal_writer_delay`, and the flush position then shows it on disk. A temporary
 * table would prove less (its data is never logged) and leave dead rows in the catalogues.
 */
export async function tryWrite(session: Session, clock: Clock): Promise<TestWrite> {
  const [server] = await session.query<{ standby: boolean; readOnly: boolean }>(
    `select pg_is_in_recovery() as standby, current_setting('default_transaction_read_only')::bool as "readOnly"`,
  );
  if (server?.standby) return { accepted: false, why: 'standby' };
  if (server?.readOnly) return { accepted: false, why: 'read-only' };
  const started = clock.monotonic();
  const written = await writeAndRollBack(session);
  if (typeof written !== 'string') return written;
  const flushed = await seenFlushed(session, clock, written);
  return { accepted: true, flushed, tookMs: Math.round(clock.monotonic() - started) };
}

async function writeAndRollBack(session: Session): Promise<string | Extract<TestWrite, { accepted: false }>> {
  await session.query('begin');
  try {
    const [row] = await session.query<{ lsn: string }>(
      `select pg_logical_emit_message(true, 'rooivalk-maintenance', 'test write')::text as lsn`,
    );
    return row?.lsn ?? '0/0';
  } catch (error) {
    const why = refusals[codeOf(error) ?? ''];
    if (why === undefined) throw error;
    return { accepted: false, why };
  } finally {
    if (!session.ended) await session.query('rollback');
  }
}

async function seenFlushed(session: Session, clock: Clock, lsn: string): Promise<boolean> {
  const until = clock.monotonic() + flushPatienceMs;
  for (;;) {
    const [row] = await session.query<{ flushed: boolean }>(
      `select pg_current_wal_flush_lsn() >= $1::pg_lsn as flushed`,
      [lsn],
    );
    if (row?.flushed) return true;
    if (clock.monotonic() >= until) return false;
    await clock.sleep(100);
  }
}
