import type { Finding } from '../../domain/finding/finding.ts';
import { formatSpan } from '../../domain/quantities.ts';
import type { BlockingSession } from '../../ports/database.ts';
import { blockerText, endPrepared, endSession } from './wording.ts';

const shownBlockers = 3;

/**
 * The finding for a table whose lock was not to be had in time, with who was in the way then: whoever waits for nobody first,
 * since everybody else waits for that one, and it is the one to ask.
 */
export function lockedTable(
  subject: string,
  title: string,
  lockTimeoutMs: number,
  blockers: readonly BlockingSession[],
): Finding {
  const queue = fromTheHead(blockers);
  return {
    code: 'table-locked',
    severity: 'warn',
    subject,
    title,
    evidence: `no lock within ${formatSpan(lockTimeoutMs)}; ${queueText(queue)}`,
    next: nextOf(queue[0]),
  };
}

function fromTheHead(blockers: readonly BlockingSession[]): readonly BlockingSession[] {
  const pids = new Set(blockers.map((blocker) => (blocker.kind === 'session' ? blocker.pid : 0)));
  const isHead = (blocker: BlockingSession) =>
    blocker.kind !== 'session' || !blocker.waitsFor.some((pid) => pids.has(pid));
  return [...blockers.filter(isHead), ...blockers.filter((blocker) => !isHead(blocker)).toReversed()];
}

function queueText(queue: readonly BlockingSession[]): string {
  if (queue.length === 0) return 'whoever held it has let go since';
  const more = queue.length > shownBlockers ? `; and ${queue.length - shownBlockers} more wait in front of us` : '';
  return `${queue.map(blockerText).slice(0, shownBlockers).join('; ')}${more}`;
}

function nextOf(first: BlockingSession | undefined): string {
  if (first === undefined) return 'the next opening tries again';
  return first.kind === 'session' ? endSession(first) : endPrepared(first.id);
}
