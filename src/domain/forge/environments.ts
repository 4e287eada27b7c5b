import { type Digest, digestOf } from '../json.ts';
import type { Account } from './people.ts';

/** Somebody whose review an environment takes: a person, or anybody of a team. */
export type Reviewer =
  | { readonly kind: 'person'; readonly account: Account }
  | { readonly kind: 'team'; readonly organization: string; readonly slug: string };

/** Which branches may use an environment. */
export type BranchPolicy =
  | { readonly kind: 'any' }
  | { readonly kind: 'protected' }
  | { readonly kind: 'named'; readonly patterns: readonly { readonly name: string; readonly type: string }[] };

/** An environment with its protection rules. What the forge did not say is absent. */
export interface Environment {
  readonly id: number;
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Empty when no review is required. */
  readonly reviewers: readonly Reviewer[];
  readonly preventSelfReview?: boolean;
  /** Not in GitHub's description, though real answers carry it. */
  readonly adminsMayBypass?: boolean;
  readonly waitMinutes: number;
  readonly branches: BranchPolicy;
}

/** A review of a run's environments. The forge keeps neither time nor job nor attempt. */
export interface Review {
  readonly environments: readonly { readonly id: number; readonly name: string }[];
  readonly state: string;
  readonly by: Account;
  readonly comment: string;
}

/** Digest of everything that protects an environment, and of which environment it is: a recreated one has another. */
export function environmentDigest(environment: Environment): Digest {
  return digestOf(environment);
}
