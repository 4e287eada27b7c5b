import type { EpochMs } from '../calendar/window.ts';
import { deadlineOfBegun, type JournalContent, needsUndo } from '../state/journal.ts';
import { leaseDurationMs } from '../state/lease.ts';

/**
 * In this time after a take-over is allowed recovery has begun and written, ms: watching comes every 15 minutes and may be
 * late, and a job needs time to start.
 */
export const recoveryWithinMs = 45 * 60_000;

/** A journal without anything to undo is closed by the next run that changes something: the daily window at the latest, ms. */
export const closedWithinMs = 26 * 3_600_000;

/** As runs name themselves in the journal: URL, attempt and job. Job `recover` is the one that undoes. */
const ofRecovery = / job recover$/;

/**
 * Why an open journal needs a person, as the end of a sentence about it; undefined while a run may be at work on it, or
 * while recovery or the next run is still to come. Whoever takes a journal over writes on in it, so the age is that of the
 * last record, or of the take-over itself, until there is one.
 */
export function whyStuck(open: JournalContent, now: EpochMs): string | undefined {
  if (open.authenticity === 'broken') return 'is not what a run of ours wrote, so nothing of ours touches it';
  const last = open.records.at(-1);
  if (last === undefined) return undefined;
  const takenOver = Date.parse(open.takenOverAt ?? '');
  const workedUntil = Date.parse(last.at) + deadlineOfBegun(open);
  const quietMs = now - (takenOver <= now ? Math.max(workedUntil, takenOver) : workedUntil);
  if (!needsUndo(open)) return quietMs > closedWithinMs ? 'has been closed by no run since' : undefined;
  if (ofRecovery.test(open.run)) return quietMs > leaseDurationMs ? 'was left open by recovery' : undefined;
  return quietMs > leaseDurationMs + recoveryWithinMs ? 'has been taken by no recovery since' : undefined;
}
