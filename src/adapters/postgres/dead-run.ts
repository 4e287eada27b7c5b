import type { Clock } from '../../ports/clock.ts';
import { applicationNameOf, type Session } from './session.ts';

const patienceMs = 5_000;

/** End the sessions of a run that is no more, and wait until they are gone. Only our own role's: that needs no right. */
export async function endSessionsOf(session: Session, run: string, clock: Clock): Promise<number> {
  const application = applicationNameOf(run);
  const mine = `application_name = $1 and usename = current_user and pid <> pg_backend_pid()`;
  const ended = await session.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${mine}`, [
    application,
  ]);
  const until = clock.monotonic() + patienceMs;
  while (clock.monotonic() < until) {
    const [left] = await session.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity where ${mine}`,
      [application],
    );
    if (left?.count === 0) break;
    await clock.sleep(100);
  }
  return ended.length;
}
