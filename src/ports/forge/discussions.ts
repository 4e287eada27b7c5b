import type { Issue, IssueComment } from '../../domain/forge/discussions.ts';

/** An issue that is to be opened. */
export interface NewIssue {
  readonly title: string;
  /** At most 65,536 characters. */
  readonly body: string;
  readonly labels: readonly string[];
  /** Logins; those who cannot be assigned are left out by the forge. */
  readonly assignees: readonly string[];
}

/** The newest comments of an issue. */
export interface RecentComments {
  /** Oldest first. */
  readonly comments: readonly IssueComment[];
  /** There are no older ones. */
  readonly isWhole: boolean;
}

/** Issues and comments. Only what our own token wrote is ever edited. Rejects with a PortError. */
export interface ForgeDiscussions {
  /** Undefined when there is none, or none any more. */
  issue(number: number): Promise<Issue | undefined>;
  /** Open issues with a label, newest first; at most 100. */
  openIssues(label: string): Promise<readonly Issue[]>;
  openIssue(issue: NewIssue): Promise<Issue>;
  /** `forbidden` when somebody else opened it. */
  updateIssue(number: number, change: { readonly body?: string; readonly isOpen?: boolean }): Promise<Issue>;
  /** Undefined when there is none, or none any more. */
  comment(id: number): Promise<IssueComment | undefined>;
  /** The newest 1,000 at most: whatever many strangers have written before is left out, and that is said. */
  recentComments(issue: number): Promise<RecentComments>;
  /** Add a comment of at most 65,536 characters. */
  reply(issue: number, body: string): Promise<IssueComment>;
  /**
   * Keep one comment of ours on an issue or pull request: the one that carries the marker (an HTML comment, which nobody
   * sees) is replaced, else one is added. Somebody else's comment with the same marker is left alone.
   */
  keepComment(issue: number, marker: string, body: string): Promise<IssueComment>;
}
