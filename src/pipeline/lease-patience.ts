import { deadlineOfBegun } from '../domain/state/journal.ts';
import { leaseDurationMs } from '../domain/state/lease.ts';
import type { Journal } from '../ports/journal.ts';

/** From the moment when a Lease may be taken over until it is tried, with a slow API server, ms. */
const slackMs = 60_000;

/** How long the step that the journal shows begun may still be at work, ms, as it is when it is asked. */
export const graceBy = (journal: Pick<Journal, 'read'>) => async (): Promise<number> => {
  const open = await journal.read();
  return open === undefined ? 0 : deadlineOfBegun(open);
};

/** How long it takes at most to take the Lease of a holder that is dead, ms: its duration, and what its last step may take. */
export const outlasting = (graceMs: number): number => leaseDurationMs + graceMs + slackMs;
