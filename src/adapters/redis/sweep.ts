import type { SweepLimits, SweepOutcome } from '../../ports/cache.ts';
import type { Clock } from '../../ports/clock.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Connection, Reply } from './connection.ts';
import { memoryCountMs, parseInfo, roleOf } from './read-info.ts';

const probes = 9;
/** The sweep stops when, within this time, */
const windowMs = 2_000;
/** so many answers were slow (one is an accident), */
const slowAnswers = 3;
/** and this share of the time was spent waiting for them: counting answers alone, many quick ones hide a slow server. */
const slowShare = 0.5;
/** A breath between pages, so that the sweep never takes more than its share of the server. */
const pauseMs = 1;

/** Round trip of one request, ms. */
async function roundTrip(connection: Connection, clock: Clock): Promise<number> {
  const started = clock.monotonic();
  await connection.send('PING');
  return clock.monotonic() - started;
}

/** Median of a few round trips. */
export async function measureLatency(connection: Connection, clock: Clock): Promise<number> {
  const measured: number[] = [];
  for (let probe = 0; probe < probes; probe += 1) measured.push(await roundTrip(connection, clock));
  return quantile(measured, 0.5);
}

function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}

async function expiredKeys(connection: Connection): Promise<number> {
  return Number(parseInfo(String(await connection.send('INFO', 'stats'))).get('expired_keys') ?? 0);
}

/** Wait until the server has counted its memory anew: what it reports is older than what was just done. */
export async function memoryCounted(connection: Connection, clock: Clock): Promise<void> {
  await clock.sleep(memoryCountMs(parseInfo(String(await connection.send('INFO', 'server')))));
}

/** One page of SCAN: the next cursor, and how many keys were shown. Their names are let go at once. */
async function nextPage(connection: Connection, cursor: string, pageSize: number) {
  const reply = await connection.send('SCAN', cursor, 'COUNT', String(pageSize));
  const [next, keys] = Array.isArray(reply) ? (reply as readonly Reply[]) : [];
  return { cursor: String(next ?? '0'), keys: Array.isArray(keys) ? keys.length : 0 };
}

/** Where a sweep stands. */
class Progress {
  looked = 0;
  private slow: { readonly at: number; readonly tookMs: number }[] = [];
  private readonly measured: number[] = [];
  private readonly beforeMs: number;
  private readonly limits: SweepLimits;
  private readonly startedAt: number;

  constructor(beforeMs: number, limits: SweepLimits, startedAt: number) {
    this.beforeMs = beforeMs;
    this.limits = limits;
    this.startedAt = startedAt;
  }

  /** Count a page: how long it took, and how long somebody else waited beside it. */
  add(page: { readonly keys: number; readonly pageMs: number; readonly tripMs: number; readonly at: number }): void {
    this.looked += page.keys;
    this.measured.push(Math.max(page.pageMs, page.tripMs));
    const bound = this.beforeMs + this.limits.latencyLimitMs;
    for (const tookMs of [page.pageMs, page.tripMs]) if (tookMs > bound) this.slow.push({ at: page.at, tookMs });
  }

  /** Why it must not go on. */
  stop(now: number): 'latency' | 'time' | undefined {
    this.slow = this.slow.filter(({ at }) => at > now - windowMs);
    const slowMs = this.slow.reduce((sum, { tookMs }) => sum + tookMs, 0);
    const elapsed = Math.min(windowMs, now - this.startedAt);
    if (this.slow.length >= slowAnswers && slowMs >= slowShare * elapsed) return 'latency';
    return now >= this.startedAt + this.limits.timeLimitMs ? 'time' : undefined;
  }

  outcome(ended: SweepOutcome['ended'], reclaimed: number): SweepOutcome {
    const worstMs = this.measured.reduce((worst, trip) => Math.max(worst, trip), 0);
    const latency = { beforeMs: this.beforeMs, p95Ms: quantile(this.measured, 0.95), worstMs };
    return { looked: this.looked, reclaimed, latency, ended };
  }
}

/** Go through one database on `worker`, while `beside` feels how long others wait. */
export async function sweepDatabase(
  worker: Connection,
  beside: Connection,
  database: number,
  limits: SweepLimits,
  clock: Clock,
  signal: AbortSignal,
): Promise<SweepOutcome> {
  const beforeMs = await measureLatency(beside, clock);
  const progress = new Progress(beforeMs, limits, clock.monotonic());
  if (roleOf(await worker.send('ROLE')).role !== 'master') return progress.outcome('not-master', 0);
  await worker.send('SELECT', String(database));
  const before = await expiredKeys(beside);
  let cursor = '0';
  let stopped: ReturnType<Progress['stop']>;
  do {
    if (signal.aborted) throw cancelled(database);
    const asked = clock.monotonic();
    const page = await nextPage(worker, cursor, limits.pageSize);
    ({ cursor } = page);
    const pageMs = clock.monotonic() - asked;
    const tripMs = await roundTrip(beside, clock);
    progress.add({ keys: page.keys, pageMs, tripMs, at: clock.monotonic() });
    stopped = progress.stop(clock.monotonic());
    if (cursor !== '0') await clock.sleep(pauseMs);
  } while (cursor !== '0' && stopped === undefined);
  const reclaimed = (await expiredKeys(beside)) - before;
  if (reclaimed > 0) await memoryCounted(beside, clock);
  return progress.outcome(cursor === '0' ? 'whole' : (stopped ?? 'time'), reclaimed);
}

const cancelled = (database: number): PortError =>
  new PortError({
    code: 'cancelled',
    subject: `database ${database} of the cache`,
    message: 'the sweep was cancelled',
  });
