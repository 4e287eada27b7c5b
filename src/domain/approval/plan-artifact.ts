import type { PlanDocument } from './document.ts';

/** The artifact that a plan's file is kept in: found again by its name, and unique in a run. */
export function planArtifactName({ opening, type }: Pick<PlanDocument, 'opening' | 'type'>): string {
  return `plan-${opening.replaceAll(/[^A-Za-z0-9.-]/g, '-')}-${type}`;
}

/** The artifact in which the same plan is written for people. */
export function reviewArtifactName(document: Pick<PlanDocument, 'opening' | 'type'>): string {
  return `review-${planArtifactName(document)}`;
}
