import type { Finding } from '../../domain/finding/finding.ts';
import { formatSpan } from '../../domain/quantities.ts';
import type { BlockingSession } from '../../ports/database.ts';
import { blockerText, endPrepared, endSession } from './wording.ts';

const shownBlockers = 3;

/** The finding for a table whose lock was not to be had in time, with who held it then; the first is the one to ask. */
export function lockedTable(
  subject: string,
  title: string,
  lockTimeoutMs: number,
  blockers: readonly BlockingSession[],
): Finding {
  const held = blockers.map(blockerText).slice(0, shownBlockers).join('; ') || 'whoever held it has let go since';
  return {
    code: 'table-locked',
    severity: 'warn',
    subject,
    title,
    evidence: `no lock within ${formatSpan(lockTimeoutMs)}; ${held}`,
    next: nextOf(blockers[0]),
  };
}

function nextOf(first: BlockingSession | undefined): string {
  if (first === undefined) return 'the next opening tries again';
  return first.kind === 'session' ? endSession(first) : endPrepared(first.id);
}
