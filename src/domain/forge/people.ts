/** An account. Identity is its number: a login can be given up and taken by somebody else. */
export interface Account {
  readonly id: number;
  readonly login: string;
  /** `User` is a person; everything else (`Bot`, `Organization`, `Mannequin`) is not. */
  readonly type: string;
}

/** What an account may do in a repository, from least to most. */
export const permissionLevels = ['none', 'read', 'write', 'admin'] as const;
/** One of them. */
export type PermissionLevel = (typeof permissionLevels)[number];

/** The account that a job's own token writes as. Logins that end in `[bot]` cannot be registered by people. */
export const ownLogin = 'github-actions[bot]';

/** Whether an account is a person, and not an app or an organization. */
export function isPerson({ type }: Account): boolean {
  return type === 'User';
}

/** Whether what was written was written by a job's own token. */
export function isOurs({ login, type }: Account): boolean {
  return login === ownLogin && type === 'Bot';
}
