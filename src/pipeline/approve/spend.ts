import { shownDigest } from '../../domain/approval/digest.ts';
import { type Denial, denied } from '../../domain/approval/guard/judgement.ts';
import type { Digest } from '../../domain/json.ts';
import type { SpentFacts } from '../../ports/spent.ts';
import type { Asking } from './asking.ts';
import { unread } from './asking.ts';

/** Use an approval, once: the last thing before the first step. A refusal when it was used before, also if undone since. */
export async function spend(
  { spent, clock, run }: Asking,
  used: { readonly digest: Digest; readonly approver: string; readonly notAfter: string },
): Promise<Denial | undefined> {
  const { digest, approver, notAfter } = used;
  try {
    const first = await spent.spend(digest, { run, approver, notAfter, at: new Date(clock.now()).toISOString() });
    if (first) return undefined;
  } catch (error) {
    return unread(error);
  }
  return usedUp(digest);
}

/** The refusal of an approval that has been used; by whom, and when, where that is known. */
export function usedUp(digest: Digest, facts?: SpentFacts): Denial {
  const by = facts === undefined ? '' : ` by ${facts.run} at ${facts.at}`;
  return denied('unspent', `approval ${shownDigest(digest)}`, {
    rule: 'an approval carries one application of its plan, also when that was undone',
    state: `it has been used${by}`,
  });
}
