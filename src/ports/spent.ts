import type { Digest } from '../domain/json.ts';

/** What is kept about an approval that has been used. */
export interface SpentFacts {
  /** URL, attempt and job of the run that uses it. */
  readonly run: string;
  readonly approver: string;
  readonly at: string;
  /** After this the approval could not be used anyway, ISO 8601. */
  readonly notAfter: string;
}

/** Approvals that have been used: each carries one application of its plan, also after that was undone. Rejects with a PortError. */
export interface Spent {
  /** Use an approval by its digest; `false` when it has been used before. What happened is durable before this resolves. */
  spend(approval: Digest, facts: SpentFacts): Promise<boolean>;
  /** Who has used an approval; undefined: nobody has. */
  find(approval: Digest): Promise<SpentFacts | undefined>;
}
