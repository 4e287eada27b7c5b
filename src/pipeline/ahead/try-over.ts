import type { IsOver } from '../../domain/approval/accepted.ts';
import type { ApprovalNow } from '../../domain/approval/next-try.ts';
import type { ApprovalTry } from '../../domain/state/documents.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Forge } from '../../ports/forge.ts';

/** What tells how far a try is. */
export interface AskingTry {
  readonly forge: Pick<Forge, 'run' | 'runs' | 'repository'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** The file of the workflow that checks comments and applies what they approve. */
export const approveFile = 'approve.yml';

/** So long after it was started the forge may not show a run yet, ms. */
const shownWithinMs = 10 * 60_000;

/**
 * What the last try of an approval is at. One that no run has said to be at is at work while any run of the workflow that was
 * started since then has not ended: it may wait for a runner, however long. Rejects with a PortError.
 */
export async function stateOfTry(asking: AskingTry, last: ApprovalTry | undefined): Promise<ApprovalNow['last']> {
  if (last === undefined) return 'none';
  const { forge, clock } = asking;
  if (last.run !== undefined) {
    const run = await forge.run(last.run);
    if (run !== undefined && run.status !== 'completed') return 'at-work';
    return run?.conclusion === 'cancelled' ? 'cancelled' : 'over';
  }
  if (clock.now() - Date.parse(last.at) < shownWithinMs) return 'at-work';
  const { defaultBranch } = await forge.repository();
  const since = await forge.runs({ workflow: approveFile, branch: defaultBranch, since: last.at });
  const isWaiting = since.some(({ event, status }) => event === 'workflow_dispatch' && status !== 'completed');
  return isWaiting ? 'at-work' : 'over';
}

/** Whether the last try is over, for a decision that is made later: any other try that stands there then is not. */
export async function isTryOver(asking: AskingTry, last: ApprovalTry | undefined): Promise<IsOver> {
  const isOver = ['over', 'cancelled'].includes(await stateOfTry(asking, last));
  return (found) => isOver && found.at === last?.at && found.run === last.run;
}
