import { plus } from '../../domain/capacity/amounts.ts';
import { type NewClaim, newClaimAmounts, newClaims } from '../../domain/capacity/claims.ts';
import { claimBreaches } from '../../domain/capacity/limit-range.ts';
import { breachedBy } from '../../domain/capacity/quota.ts';
import { workloadWord } from '../../domain/kubernetes/workloads.ts';
import type { Refusal } from '../../domain/plan/plan.ts';
import { counted, formatBytes } from '../../domain/quantities.ts';
import type { Part } from './part.ts';
import type { Around } from './seen.ts';

/** The claims that the added pods of a StatefulSet bring. */
export function addedClaims({ target, storage }: Around, { replicas }: Part): readonly NewClaim[] {
  if (target.kind !== 'StatefulSet' || replicas === undefined) return [];
  return newClaims(target.workload, replicas, new Set(storage.claims), storage.classes);
}

/** What of larger and of added claims quotas and limit ranges of the namespace would not let pass, both together. */
export function storageRefusals(around: Around, whole: Part): readonly Refusal[] {
  const { target, surroundings } = around;
  const added = addedClaims(around, whole);
  const amounts = plus(whole.grown ?? {}, newClaimAmounts(added));
  const subject = workloadWord(target.kind, target.workload.metadata.name);
  const brings = added.length === 0 ? '' : `; ${claimWords(added)}`;
  const sizes = [...new Set(added.map(({ bytes }) => bytes))];
  return [
    ...breachedBy(surroundings.quotas, amounts).map(({ quota, text }) => ({
      subject,
      rule: 'a quota is kept',
      state: `${quota}: ${text}${brings}`,
      next: `let whoever owns ${quota} raise it, or ask for less`,
    })),
    ...sizes.flatMap((bytes) =>
      claimBreaches(surroundings.ranges, bytes).map(({ range, text }) => ({
        subject,
        rule: 'a limit range is kept',
        state: `${range}: ${text}${brings}`,
        next: `let whoever owns ${range} change it: the size is that of the template, which cannot be changed`,
      })),
    ),
  ];
}

/** `2 volume claims of 48 MB in all come with the added pods`. */
export function claimWords(claims: readonly NewClaim[]): string {
  const bytes = claims.reduce((sum, claim) => sum + claim.bytes, 0);
  return `${counted(claims.length, 'volume claim')} of ${formatBytes(bytes)} in all would come with the added pods`;
}
