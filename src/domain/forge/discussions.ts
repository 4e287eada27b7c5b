import type { Account } from './people.ts';

/** An issue. */
export interface Issue {
  readonly number: number;
  readonly isPullRequest: boolean;
  readonly title: string;
  readonly body: string;
  readonly author: Account;
  readonly isOpen: boolean;
  readonly url: string;
}

/** A comment of an issue or a pull request. */
export interface IssueComment {
  readonly id: number;
  /** Number of the issue that it belongs to. */
  readonly issue: number;
  readonly author: Account;
  readonly body: string;
  readonly createdAt: string;
  /** Differs from the creation once it has been edited, also when the old text is back. */
  readonly updatedAt: string;
  /** Whether an app wrote it, in its own name or on behalf of a person. */
  readonly viaApp: boolean;
}

/** Most characters of an issue's body and of a comment. Source: the limit that GitHub names when it refuses a longer one. */
export const mostCharacters = 65_536;
