/** What the stand-in for GitHub knows: plain data, written down as JSON. */
import type { Permission } from './operations.ts';

/** A person, an app or an organization. Ids are what identity is compared by; a login can be taken over by another. */
export interface Account {
  id: number;
  login: string;
  type: 'User' | 'Bot' | 'Organization';
}

/** The one repository that a stand-in holds. */
export interface Repository {
  id: number;
  owner: Account;
  name: string;
  private: boolean;
  defaultBranch: string;
  createdAt: string;
}

/** One attempt of a workflow run. Times are ISO 8601 in UTC, whole seconds, as GitHub writes them. */
export interface Run {
  id: number;
  attempt: number;
  number: number;
  /** The id that the results service knows the run by. */
  backendId: string;
  workflow: { id: number; name: string; path: string };
  event: string;
  branch: string;
  sha: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: Conclusion | null;
  actor: Account;
  triggeringActor: Account;
  createdAt: string;
  startedAt: string;
  updatedAt: string;
}

/** How a run, a job or a step ended. */
export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped';

/** One job of a run, with its steps as far as they have come. */
export interface Job {
  id: number;
  runId: number;
  attempt: number;
  name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: Conclusion | null;
  startedAt: string;
  completedAt: string | null;
  steps: { name: string; conclusion: Conclusion; completedAt: string }[];
}

/** What a job's `GITHUB_TOKEN` (or a person's token) may do, until when. */
export interface Token {
  value: string;
  account: Account;
  permissions: Permission[];
  expiresAt: string;
  /** The run whose job holds it; it is worth nothing once that run has ended. */
  runId?: number;
}

/** An artifact. It can be listed once it is finalized; its content never changes after that. */
export interface Artifact {
  id: number;
  runId: number;
  jobBackendId: string;
  name: string;
  mimeType: string;
  size: number;
  digest: string | null;
  createdAt: string;
  expiresAt: string;
  finalized: boolean;
  /** Name of the content's file below `blobs/`. */
  blob: string;
}

/** A comment of an issue or pull request. */
export interface Comment {
  id: number;
  issue: number;
  author: Account;
  body: string;
  createdAt: string;
  updatedAt: string;
}

/** Everything that the stand-in knows. Environments, reviews and OIDC subjects get their places here (issue 4). */
export interface State {
  repository: Repository;
  /** Signs runtime tokens and blob addresses; made anew with the folder. */
  key: string;
  accounts: Account[];
  runs: Run[];
  jobs: Job[];
  tokens: Token[];
  artifacts: Artifact[];
  /** Numbers of issues and pull requests that exist: they share one sequence. */
  issues: { number: number; pullRequest: boolean }[];
  comments: Comment[];
  nextId: number;
}

/** What is asked for when a run begins. */
export interface NewRun {
  workflow: { name: string; path: string };
  event: string;
  sha: string;
  actor?: string;
}
