import type { Verdict } from '../verdict.ts';
import type { Claim, ClaimedTask } from './documents.ts';

const keptClaims = 200;

/** Who takes which opening, and when. */
export interface ClaimRequest {
  readonly opening: string;
  readonly window: string;
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Find an opening's claim. */
export function claimOf(claims: readonly Claim[], opening: string): Claim | undefined {
  return claims.find((claim) => claim.opening === opening);
}

/**
 * Take an opening. One that was completed stays as it is. One whose run has ended without completing it (whoever asks
 * holds the Lease, so no other run is under way) goes over to the new run, with the results it has.
 */
export function takeClaim(claims: readonly Claim[], request: ClaimRequest): readonly Claim[] {
  const existing = claimOf(claims, request.opening);
  if (existing?.completedAt !== undefined) return claims;
  const taken: Claim = {
    opening: request.opening,
    window: request.window,
    run: request.run,
    claimedAt: request.at,
    tasks: existing?.tasks ?? {},
  };
  return [...claims.filter((claim) => claim.opening !== request.opening), taken].slice(-keptClaims);
}

/** Record results of an opening's tasks; ignored when the claim has gone to another run. */
export function recordTasks(
  claims: readonly Claim[],
  opening: string,
  run: string,
  tasks: Readonly<Record<string, ClaimedTask>>,
): readonly Claim[] {
  return claims.map((claim) =>
    claim.opening === opening && claim.run === run ? { ...claim, tasks: { ...claim.tasks, ...tasks } } : claim,
  );
}

/** Say that an opening is through. */
export function completeClaim(
  claims: readonly Claim[],
  opening: string,
  run: string,
  at: string,
  verdict: Verdict,
): readonly Claim[] {
  return claims.map((claim) =>
    claim.opening === opening && claim.run === run ? { ...claim, completedAt: at, verdict } : claim,
  );
}
