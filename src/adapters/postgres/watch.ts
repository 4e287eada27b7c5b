import type { Clock } from '../../ports/clock.ts';
import type { SessionEntry } from '../../ports/database.ts';
import { readWaitingFor } from './locks.ts';
import type { Session } from './session.ts';

const lookEveryMs = 500;
/** Seen waiting behind us in this many looks running, a session gets its way. */
const looksBeforeYielding = 3;

/** A watch over the work of another session. */
export interface Watch {
  /** Stop watching; who waited behind the work, if that is why it was cancelled. */
  end(): Promise<readonly SessionEntry[]>;
}

/**
 * Look from outside, twice a second. The work is cancelled when the run is, and when somebody waits behind it: whoever wants
 * to alter the table would wait for our lock, and everybody else behind them (autovacuum gives way in that case, a plain
 * VACUUM does not).
 */
export function watchOver(pid: number, watcher: Session, clock: Clock, signal: AbortSignal): Watch {
  const ended = new AbortController();
  const stop = AbortSignal.any([ended.signal, signal]);
  const watching = watch(pid, watcher, clock, { ended: ended.signal, cancelled: signal, stop });
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

async function watch(pid: number, watcher: Session, clock: Clock, signals: Signals): Promise<readonly SessionEntry[]> {
  const cancel = () => watcher.query('select pg_cancel_backend($1)', [pid]).catch(() => undefined);
  for (let looks = 0; ; ) {
    await clock.sleep(lookEveryMs, signals.stop).catch(() => undefined);
    if (signals.ended.aborted || watcher.ended) return [];
    if (signals.cancelled.aborted) {
      await cancel();
      return [];
    }
    const behind = await readWaitingFor(watcher, pid).catch(() => []);
    looks = behind.length > 0 ? looks + 1 : 0;
    if (signals.ended.aborted) return [];
    if (looks >= looksBeforeYielding) {
      await cancel();
      return behind;
    }
  }
}
