import { endApproval, refuseComment } from '../../domain/approval/accepted.ts';
import { approvalDigest } from '../../domain/approval/digest.ts';
import type { PlanDocument } from '../../domain/approval/document.ts';
import { isMomentary } from '../../domain/approval/guard/judgement.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import type { TaskOutcome } from '../../domain/report/outcome.ts';
import type { Maintenance } from '../maintenance.ts';

/** Where approvals on issues are remembered. */
export interface NotingEnd {
  readonly maintenance: {
    readonly state: Pick<Maintenance['state'], 'update'>;
    readonly spent: Pick<Maintenance['spent'], 'find'>;
  };
  /** The comment that the job was started for. */
  readonly comment: number;
}

/**
 * Remember that the guard refused a comment, so that it is not tried again by itself; not for a refusal of the moment. Rejects
 * with a PortError.
 */
export async function noteRefused({ maintenance, comment }: NotingEnd, refusal: Refusal): Promise<void> {
  if (isMomentary(refusal)) return;
  await maintenance.state.update('approvals', (all) => refuseComment(all, comment));
}

/**
 * Remember what became of a document whose approval was let through: used, or refused because the platform is no longer
 * what was approved. What merely did not come to its turn, or was cut off, is left to be tried again. Rejects with a PortError.
 */
export async function noteOutcomes(
  { maintenance }: NotingEnd,
  document: PlanDocument,
  outcomes: readonly TaskOutcome[],
): Promise<void> {
  const digest = approvalDigest(document);
  const isUsed = (await maintenance.spent.find(digest)) !== undefined;
  const isRefused = outcomes.some(({ entry }) => entry.status === 'refused');
  if (!isUsed && !isRefused) return;
  await maintenance.state.update('approvals', (all) => endApproval(all, digest, isUsed ? 'used' : 'refused'));
}
