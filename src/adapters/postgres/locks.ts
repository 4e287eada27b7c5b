import type { BlockingSession, HorizonHolder, SessionEntry } from '../../ports/database.ts';
import type { Session } from './session.ts';
import { agoMs, capped, epochMs, known } from './text.ts';

/** SQL commands that may be named to people; any other first word is the client's own text and stays away. */
const commands = new Set(
  `ALTER ANALYZE BEGIN CALL CHECKPOINT CLOSE CLUSTER COMMENT COMMIT COPY CREATE DEALLOCATE DECLARE DELETE DISCARD DO DROP END
  EXECUTE EXPLAIN FETCH GRANT IMPORT INSERT LISTEN LOAD LOCK MERGE MOVE NOTIFY PREPARE REASSIGN REFRESH REINDEX RELEASE RESET
  REVOKE ROLLBACK SAVEPOINT SECURITY SELECT SET SHOW START TABLE TRUNCATE UNLISTEN UPDATE VACUUM VALUES WITH`.split(
    /\s+/,
  ),
);

/** The first word of a query, past blanks and comments; computed by the server, so that nothing else leaves it. */
const firstWord = (query: string): string =>
  `upper((regexp_match(left(${query}, 10000), '^(?:\\s|/\\*(?:[^*]|\\*[^/])*\\*/|--[^\\n]*\\n)*([A-Za-z]{1,20})'))[1])`;

interface SessionRow {
  readonly pid: number;
  readonly application: string;
  readonly user: string;
  readonly database: string | null;
  readonly state: string;
  readonly command: string | null;
  readonly queryId: string | null;
  readonly transactionMs: number | null;
  readonly startedAt: number;
}

/** The columns of a {@link SessionEntry} from `pg_stat_activity a`. Query ids exist from version 14 on. */
const sessionColumns = (majorVersion: number): string => `
  a.pid, ${capped('a.application_name')} as application, ${capped('a.usename')} as "user",
  left(a.datname::text, 300) as database, coalesce(a.state, 'unknown') as state, ${firstWord('a.query')} as command,
  ${majorVersion >= 14 ? 'a.query_id::text' : 'null'} as "queryId",
  ${agoMs('a.xact_start')} as "transactionMs", ${epochMs('a.backend_start')} as "startedAt"`;

function sessionOf(row: SessionRow): SessionEntry {
  const { command, ...rest } = row;
  return { ...known(rest), command: command !== null && commands.has(command) ? command : 'other' } as SessionEntry;
}

/** What conflicts with the SHARE UPDATE EXCLUSIVE lock that VACUUM and ANALYZE take. */
const conflicting = `('ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')`;

/** Who holds a lock on the table that VACUUM would wait for. A prepared transaction has no session, but a number. */
export async function readBlockers(
  session: Session,
  database: string,
  oid: number,
): Promise<readonly BlockingSession[]> {
  const where = `l.locktype = 'relation' and l.granted and l.mode in ${conflicting} and l.relation = $2
    and l.database = (select oid from pg_database where datname = $1)`;
  const sessions = await session.query<SessionRow & { lock: string }>(
    `select distinct on (a.pid) ${sessionColumns(session.majorVersion)}, l.mode as lock
       from pg_locks l join pg_stat_activity a on a.pid = l.pid where ${where} order by a.pid`,
    [database, oid],
  );
  const prepared = await session.query<{ lock: string; id: string }>(
    `select l.mode as lock, ${capped('p.gid')} as id from pg_locks l
       join pg_prepared_xacts p on p.transaction::text = split_part(l.virtualtransaction, '/', 2)
      where l.pid is null and ${where}`,
    [database, oid],
  );
  return [
    ...sessions.map(({ lock, ...row }) => ({ kind: 'session' as const, lock: lockName(lock), ...sessionOf(row) })),
    ...prepared.map(({ lock, id }) => ({ kind: 'prepared-transaction' as const, lock: lockName(lock), id })),
  ];
}

/** `AccessExclusiveLock` as the documentation writes it: `ACCESS EXCLUSIVE`. */
const lockName = (mode: string): string =>
  mode
    .replace(/Lock$/, '')
    .replace(/(?<!^)([A-Z])/g, ' $1')
    .toUpperCase();

/** Who waits for a lock that the session `pid` holds. Autovacuum can wait; it comes again by itself. */
export async function readWaitingFor(session: Session, pid: number): Promise<readonly SessionEntry[]> {
  const rows = await session.query<SessionRow>(
    `select ${sessionColumns(session.majorVersion)} from pg_stat_activity a
      where a.wait_event_type = 'Lock' and a.backend_type <> 'autovacuum worker' and $1 = any(pg_blocking_pids(a.pid))`,
    [pid],
  );
  return rows.map(sessionOf);
}

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
