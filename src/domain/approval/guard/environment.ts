import { type Environment, environmentDigest } from '../../forge/environments.ts';
import type { Digest } from '../../json.ts';
import { type EnvironmentEvidence, type RepositoryFacts, wasRead } from './evidence.ts';
import { type Denial, denied } from './judgement.ts';

/** What of an environment's protection is missing, as a sentence; undefined when all of it is there. */
export function unprotected(environment: Environment, { defaultBranch }: RepositoryFacts): string | undefined {
  const { reviewers, preventSelfReview, adminsMayBypass, branches } = environment;
  if (reviewers.length === 0) return 'no review is required';
  if (preventSelfReview !== true) return 'whoever starts a run may approve it';
  if (adminsMayBypass === undefined) return 'the forge does not say whether administrators may bypass it';
  if (adminsMayBypass) return 'administrators may bypass it';
  if (branches.kind === 'any') return 'every branch may use it';
  if (branches.kind === 'protected') return `every protected branch may use it, not ${defaultBranch} alone`;
  const others = branches.patterns.filter(({ name, type }) => name !== defaultBranch || type !== 'branch');
  if (branches.patterns.length === 0) return 'no branch may use it';
  if (others.length > 0) return `${others.map(({ type, name }) => `${type} ${name}`).join(', ')} may use it as well`;
  return undefined;
}

/** How an administrator protects a gated environment. */
const howToProtect = (name: string): string =>
  `nothing was changed; in Settings → Environments → ${name}: required reviewers, prevent self-review, no bypass by administrators, and the default branch alone`;

/** The environment exists, requires a review that nobody can skip, and takes the default branch alone. */
export function isProtected({ environment, identity, repository }: EnvironmentEvidence): Denial | undefined {
  const name = identity.environment ?? 'none';
  const lack = environment === undefined ? 'there is no such environment' : unprotected(environment, repository);
  if (lack === undefined && environment?.name === name) return undefined;
  return denied('environment-protected', `environment ${name}`, {
    rule: 'a gated environment requires reviewers, forbids self-review and bypass, and takes the default branch alone',
    state: lack ?? `the forge answers with ${environment?.name}`,
    next: howToProtect(name),
  });
}

/** Nobody has touched or remade the environment since the first reading. */
export function isUnchanged(environment: Environment | undefined, before: Digest): Denial | undefined {
  if (environment !== undefined && environmentDigest(environment) === before) return undefined;
  return denied('environment-unchanged', `environment ${environment?.name ?? 'of the job'}`, {
    rule: 'an environment stays as it was from the guard’s first reading to its second',
    state: environment === undefined ? 'it is gone' : `it was changed or made anew (${environment.updatedAt})`,
  });
}

/** Who may review is known, or nobody's approval can be judged. */
export function hasKnownReviewers({ listed, identity }: EnvironmentEvidence): Denial | undefined {
  if (wasRead(listed)) return undefined;
  return denied('reviewers-known', `environment ${identity.environment}`, {
    rule: 'who reviews an environment is known by name',
    state: listed.unread,
    next: 'nothing was changed; list people in the environment, or give MAINTENANCE_TEAM_TOKEN a token that reads the members of its teams',
  });
}
