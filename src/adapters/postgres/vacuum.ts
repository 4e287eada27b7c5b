import type { Clock } from '../../ports/clock.ts';
import type { VacuumOutcome, VacuumRequest } from '../../ports/database.ts';
import { PortError } from '../../ports/port-error.ts';
import { codeOf } from './errors.ts';
import { readBlockers } from './lock-queue.ts';
import type { Notice, Session } from './session.ts';
import { type WatchedQueue, type WatchedSessions, watchOver } from './watch.ts';

const statisticsPatienceMs = 3_000;

interface Counts {
  readonly vacuums: number;
  readonly analyses: number;
  readonly deadRows: number;
}

/**
 * Vacuum one table; what came of it is read from the server's statistics. A table that one may not vacuum is skipped by the
 * server with a warning (01000 before version 16, 42501 later) and no error.
 */
export async function vacuumTable(
  { worker, watcher }: WatchedSessions,
  request: VacuumRequest,
  clock: Clock,
  signal: AbortSignal,
): Promise<VacuumOutcome> {
  const name = await quotedName(worker, request);
  if (name === undefined) return { outcome: 'gone' };
  await worker.query(
    `select set_config('vacuum_cost_delay', '2ms', false), set_config('vacuum_cost_limit', '1000', false)`,
  );
  const before = await readCounts(worker, request.oid);
  const worked = await watched({ worker, watcher }, request, clock, signal, statementFor(request, name));
  if (worked.failure !== undefined) {
    const ended = endedBy(worked, request, signal);
    if (ended !== 'locked') return ended;
    const { ahead } = worked.queue;
    return { outcome: 'locked', blockers: ahead.length > 0 ? ahead : await readBlockers(watcher, request) };
  }
  const warned = worked.said.some((notice) => notice.sqlState === '42501' || notice.sqlState === '01000');
  const after = await provenCounts(worker, request, before, clock, warned ? 0 : statisticsPatienceMs);
  if (after === undefined) return { outcome: warned ? 'not-permitted' : 'without-effect' };
  return {
    outcome: 'done',
    deadBefore: before.deadRows,
    deadAfter: after.deadRows,
    ...(request.vacuum ? readVerbose(worked.said) : {}),
  };
}

interface Worked {
  readonly failure?: unknown;
  readonly said: readonly Notice[];
  readonly queue: WatchedQueue;
  readonly tookMs: number;
}

/** Run one statement under watch; its error is a value. */
async function watched(
  { worker, watcher }: WatchedSessions,
  request: VacuumRequest,
  clock: Clock,
  signal: AbortSignal,
  statement: string,
): Promise<Worked> {
  const started = clock.monotonic();
  worker.notices();
  const { lockTimeoutMs } = request;
  const watch = watchOver({ pid: worker.pid, table: request, lockTimeoutMs }, watcher, clock, signal);
  const failure = await worker.query(statement).then(
    () => undefined,
    (error: unknown) => error,
  );
  const queue = await watch.end();
  return { failure, said: worker.notices(), queue, tookMs: Math.round(clock.monotonic() - started) };
}

/** What an error of the statement means. */
function endedBy(worked: Worked, request: VacuumRequest, signal: AbortSignal): VacuumOutcome | 'locked' {
  if (signal.aborted) {
    throw new PortError({ code: 'cancelled', subject: subjectOf(request), message: 'the vacuum was cancelled' });
  }
  switch (codeOf(worked.failure)) {
    case '55P03':
      return 'locked';
    case '42P01':
      return { outcome: 'gone' };
    case '57014':
      return worked.queue.behind.length > 0
        ? { outcome: 'yielded', waiting: worked.queue.behind }
        : { outcome: 'timed-out', afterMs: worked.tookMs };
    default:
      throw worked.failure;
  }
}

const subjectOf = (request: VacuumRequest): string => `table ${request.schema}.${request.table}`;

/** The table's name, quoted by the server, if oid and name still belong together. */
async function quotedName(session: Session, request: VacuumRequest): Promise<string | undefined> {
  const [row] = await session.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.oid = $1 and left(n.nspname::text, 300) = $2 and left(c.relname::text, 300) = $3`,
    [request.oid, request.schema, request.table],
  );
  return row?.name;
}

/**
 * TRUNCATE false: giving back empty pages at the end takes an ACCESS EXCLUSIVE lock, which cancels queries on standbys;
 * autovacuum does that when nobody is there.
 */
function statementFor(request: VacuumRequest, name: string): string {
  if (!request.vacuum) return `analyze ${name}`;
  const options = ['verbose', 'truncate false', `analyze ${request.analyze}`, `freeze ${request.freeze}`];
  return `vacuum (${options.join(', ')}) ${name}`;
}

async function readCounts(session: Session, oid: number): Promise<Counts> {
  const [row] = await session.query<Counts>(
    `select pg_stat_get_vacuum_count($1)::float8 as vacuums, pg_stat_get_analyze_count($1)::float8 as analyses,
            pg_stat_get_dead_tuples($1)::float8 as "deadRows"`,
    [oid],
  );
  return row ?? { vacuums: 0, analyses: 0, deadRows: 0 };
}

/** The counters after the work; before version 15 they arrive late. Undefined when they never moved. */
async function provenCounts(
  session: Session,
  request: VacuumRequest,
  before: Counts,
  clock: Clock,
  patienceMs: number,
): Promise<Counts | undefined> {
  const until = clock.monotonic() + patienceMs;
  for (;;) {
    const now = await readCounts(session, request.oid);
    if (request.vacuum ? now.vacuums > before.vacuums : now.analyses > before.analyses) return now;
    if (clock.monotonic() >= until) return undefined;
    await clock.sleep(200);
  }
}

/** What VACUUM VERBOSE says in English, from version 15 on; the last match is the server's (a table's name may hold a line). */
function readVerbose(said: readonly Notice[]): { removed?: number; notYetRemovable?: number } {
  const report = said.find((notice) => notice.text.startsWith('finished vacuuming'));
  const lines = report?.text.matchAll(/^tuples: (\d+) removed, \d+ remain, (\d+) are dead but not yet removable/gm);
  const last = [...(lines ?? [])].at(-1);
  return last === undefined ? {} : { removed: Number(last[1]), notYetRemovable: Number(last[2]) };
}
