import type { Clock } from '../../ports/clock.ts';
import type { BlockingSession, SessionEntry } from '../../ports/database.ts';
import { type LockedTable, readAhead, readWaitingFor } from './lock-queue.ts';
import type { Session } from './session.ts';

const lookEveryMs = 500;
/** Seen waiting behind us in this many looks running, a session gets its way. */
const looksBeforeYielding = 3;

/** Two sessions: one works, the other watches it from outside (a session that waits for a lock answers nothing else). */
export interface WatchedSessions {
  readonly worker: Session;
  readonly watcher: Session;
}

/** The work that is watched: which session does it, on which table, and how long it waits for the lock at most. */
export interface WatchedWork {
  readonly pid: number;
  readonly table: LockedTable;
  readonly lockTimeoutMs: number;
}

/** Who else wants the table. */
export interface WatchedQueue {
  /** Who was in the way when the work was last seen waiting for its lock. */
  readonly ahead: readonly BlockingSession[];
  /** Who waited behind the work, if that is why it was cancelled. */
  readonly behind: readonly SessionEntry[];
}

/** A watch over the work of another session. */
export interface Watch {
  /** Stop watching. */
  end(): Promise<WatchedQueue>;
}

/**
 * Look from outside, twice a second. Who is in the way is seen only while the work waits: afterwards the queue has moved on.
 * The work is cancelled when the run is, and when somebody waits behind it: whoever wants to alter the table would wait for
 * our lock, and everybody else behind them (autovacuum gives way in that case, a plain VACUUM does not).
 */
export function watchOver(work: WatchedWork, watcher: Session, clock: Clock, signal: AbortSignal): Watch {
  const ended = new AbortController();
  const stop = AbortSignal.any([ended.signal, signal]);
  const watching = watch(work, watcher, clock, { ended: ended.signal, cancelled: signal, stop });
  return {
    end: () => {
      ended.abort();
      return watching;
    },
  };
}

interface Signals {
  readonly ended: AbortSignal;
  readonly cancelled: AbortSignal;
  readonly stop: AbortSignal;
}

async function watch(
  { pid, table, lockTimeoutMs }: WatchedWork,
  watcher: Session,
  clock: Clock,
  signals: Signals,
): Promise<WatchedQueue> {
  const cancel = () => watcher.query('select pg_cancel_backend($1)', [pid]).catch(() => undefined);
  let ahead: readonly BlockingSession[] = [];
  // a short wait is looked at before it is over
  let pauseMs = Math.min(lookEveryMs, lockTimeoutMs / 3);
  for (let looks = 0; ; pauseMs = lookEveryMs) {
    await clock.sleep(pauseMs, signals.stop).catch(() => undefined);
    if (signals.ended.aborted || watcher.ended) return { ahead, behind: [] };
    if (signals.cancelled.aborted) {
      await cancel();
      return { ahead, behind: [] };
    }
    const now = await readAhead(watcher, pid, table).catch(() => []);
    if (now.length > 0) ahead = now;
    const behind = await readWaitingFor(watcher, pid).catch(() => []);
    looks = behind.length > 0 ? looks + 1 : 0;
    if (signals.ended.aborted) return { ahead, behind: [] };
    if (looks >= looksBeforeYielding) {
      await cancel();
      return { ahead, behind };
    }
  }
}
