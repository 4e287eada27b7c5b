import type { BlockingSession, SessionEntry } from '../../ports/database.ts';
import type { Session } from './session.ts';
import { type SessionRow, sessionColumns, sessionOf } from './session-rows.ts';
import { capped } from './text.ts';

/** A table, as the locks of the whole server name it. */
export interface LockedTable {
  readonly database: string;
  readonly oid: number;
}

/** A queue is followed to so many sessions, and so many steps away from us: asking costs the server, too. */
const mostSessions = 20;
const mostSteps = 10;

/** `blocker` is in the way of `waiter`; 0 is a prepared transaction as blocker, and whoever would come as waiter. */
interface Edge {
  readonly waiter: number;
  readonly blocker: number;
}

/** What conflicts with the SHARE UPDATE EXCLUSIVE lock that VACUUM and ANALYZE take. */
const conflicting = `('ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')`;

/**
 * Who is in the way of a vacuum of the table: who holds a lock that it would wait for or stands in front of it in the queue,
 * and who is in their way in turn.
 */
export async function readBlockers(session: Session, table: LockedTable): Promise<readonly BlockingSession[]> {
  const first = await session.query<Edge>(
    `select distinct 0 as waiter, coalesce(pid, 0) as blocker from pg_locks
      where locktype = 'relation' and mode in ${conflicting} and relation = $2 and pid is distinct from pg_backend_pid()
        and database = (select oid from pg_database where datname = $1)`,
    [table.database, table.oid],
  );
  return describe(session, table, await followed(session, first));
}

/** Who is in the way of the session `pid` now, while it waits for a lock on the table, and who is in their way in turn. */
export async function readAhead(
  session: Session,
  pid: number,
  table: LockedTable,
): Promise<readonly BlockingSession[]> {
  // asked only while it waits: pg_blocking_pids() holds up everybody who takes a lock, for a moment
  const first = await session.query<Edge>(
    `select distinct a.pid as waiter, b.pid as blocker
       from pg_stat_activity a, lateral unnest(pg_blocking_pids(a.pid)) b(pid)
      where a.pid = $1 and a.wait_event_type = 'Lock'`,
    [pid],
  );
  return describe(session, table, await followed(session, first));
}

/** From those in front to those they wait for, until nobody waits or the bounds are reached. */
async function followed(session: Session, first: readonly Edge[]): Promise<readonly Edge[]> {
  const edges: Edge[] = [];
  const seen = new Set<number>();
  let found = first;
  for (let step = 0; step < mostSteps && found.length > 0; step += 1) {
    const kept = found.filter(({ blocker }) => seen.has(blocker) || seen.size < mostSessions);
    const next = [...new Set(kept.map(({ blocker }) => blocker))].filter((pid) => pid !== 0 && !seen.has(pid));
    const asked = next.slice(0, mostSessions - seen.size);
    for (const pid of asked) seen.add(pid);
    edges.push(...kept.filter(({ blocker }) => blocker === 0 || seen.has(blocker)));
    found = asked.length === 0 ? [] : await blockersOf(session, asked);
  }
  return edges;
}

const blockersOf = (session: Session, pids: readonly number[]): Promise<readonly Edge[]> =>
  session.query<Edge>(
    `select distinct w.pid as waiter, b.pid as blocker
       from unnest($1::int[]) w(pid), lateral unnest(pg_blocking_pids(w.pid)) b(pid)`,
    [pids],
  );

/** Modes from 1 (ACCESS SHARE) to 8 (ACCESS EXCLUSIVE). */
const level = (of: string): string => `array_position(array['AccessShareLock', 'RowShareLock', 'RowExclusiveLock',
  'ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'], ${of}.mode)`;

/** Which levels conflict: the table "Conflicting Lock Modes" of PostgreSQL's documentation, in short. */
const conflict = `(l.level + w.level >= 9 and (l.level, w.level) <> (5, 5) or (l.level, w.level) in ((4, 4), (3, 5), (5, 3)))`;

/** What identifies the thing that is locked; null where that kind of thing has no such number. */
const thing = (of: string): string =>
  ['locktype', 'database', 'relation', 'page', 'tuple', 'virtualxid', 'transactionid', 'classid', 'objid', 'objsubid']
    .map((column) => `${of}.${column}`)
    .join(', ');

/**
 * `locked`: for each edge the locks by which the one is in the way of the other. What the first ones are in the way of is a
 * vacuum of the table. Parameters: the edges' waiters and blockers, database and oid of the table, and the first waiter.
 */
const lockedFrom = `
  with locks as materialized (select *, ${level('k')} as level from pg_locks k),
       edges as (select * from unnest($1::int[], $2::int[]) e(waiter, blocker)),
       wanted as (
         select w.pid as waiter, w.level, ${thing('w')} from locks w where not w.granted and w.pid = any($1)
         union all
         select $5::int, 4, 'relation', (select oid from pg_database where datname = $3), $4::oid,
                null, null, null, null, null, null, null),
       locked as (
         select e.blocker, l.virtualtransaction, l.mode, l.locktype, l.granted, l.level
           from edges e join wanted w on w.waiter = e.waiter
           join locks l on coalesce(l.pid, 0) = e.blocker and (${thing('l')}) is not distinct from (${thing('w')})
          where ${conflict})`;

interface LockRow {
  readonly mode: string;
  readonly locktype: string;
}

/** The edges as sessions and prepared transactions, the nearest first; who has let go meanwhile is left out. */
async function describe(
  session: Session,
  table: LockedTable,
  edges: readonly Edge[],
): Promise<readonly BlockingSession[]> {
  const [first] = edges;
  if (first === undefined) return [];
  const values = [edges.map(({ waiter }) => waiter), edges.map(({ blocker }) => blocker), table.database, table.oid];
  const sessions = await session.query<SessionRow & LockRow & { granted: boolean }>(
    `${lockedFrom} select distinct on (a.pid) ${sessionColumns(session.majorVersion)}, l.mode, l.locktype, l.granted
       from locked l join pg_stat_activity a on a.pid = l.blocker order by a.pid, l.granted desc, l.level desc`,
    [...values, first.waiter],
  );
  // a prepared transaction has a lock on its own number: by that its other locks are known
  const prepared = await session.query<LockRow & { id: string }>(
    `${lockedFrom} select distinct on (p.gid) ${capped('p.gid')} as id, l.mode, l.locktype
       from locked l
       join locks t on t.pid is null and t.locktype = 'transactionid' and t.virtualtransaction = l.virtualtransaction
       join pg_prepared_xacts p on p.transaction = t.transactionid
      where l.blocker = 0 and l.granted order by p.gid, l.level desc`,
    [...values, first.waiter],
  );
  const place = new Map([...new Set(edges.map(({ blocker }) => blocker))].map((pid, index) => [pid, index]));
  return [
    ...sessions
      .toSorted((a, b) => (place.get(a.pid) ?? 0) - (place.get(b.pid) ?? 0))
      .map(({ mode, locktype, granted, ...row }) => ({
        kind: 'session' as const,
        lock: lockName({ mode, locktype }),
        granted,
        waitsFor: edges.filter(({ waiter }) => waiter === row.pid).map(({ blocker }) => blocker),
        ...sessionOf(row),
      })),
    ...prepared.map(({ id, ...lock }) => ({ kind: 'prepared-transaction' as const, lock: lockName(lock), id })),
  ];
}

/**
 * `AccessExclusiveLock` of a table as the documentation writes it: `ACCESS EXCLUSIVE`. Who waits for a transaction waits until
 * it ends, whatever it did.
 */
function lockName({ mode, locktype }: LockRow): string {
  if (locktype === 'transactionid' || locktype === 'virtualxid') return 'its transaction open';
  const name = mode
    .replace(/Lock$/, '')
    .replace(/(?<!^)([A-Z])/g, ' $1')
    .toUpperCase();
  return locktype === 'relation' ? name : `${name} (${locktype})`;
}

/** Who waits for a lock that the session `pid` holds. Autovacuum can wait; it comes again by itself. */
export async function readWaitingFor(session: Session, pid: number): Promise<readonly SessionEntry[]> {
  const rows = await session.query<SessionRow>(
    `select ${sessionColumns(session.majorVersion)} from pg_stat_activity a
      where a.wait_event_type = 'Lock' and a.backend_type <> 'autovacuum worker' and $1 = any(pg_blocking_pids(a.pid))`,
    [pid],
  );
  return rows.map(sessionOf);
}
