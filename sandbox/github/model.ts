/** What the stand-in for GitHub knows: plain data, written down as JSON. */
import type { Permission } from './operations.ts';
import type { ReviewScript } from './script.ts';

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
  status: RunStatus;
  conclusion: Conclusion | null;
  /** Who the run is ascribed to, and who started this attempt: another one after a re-run. */
  actor: Account;
  triggeringActor: Account;
  createdAt: string;
  startedAt: string;
  updatedAt: string;
  /** Set for a run of somebody's fork: the id and owner of the repository that its commit comes from. */
  fork?: { id: number; owner: Account };
  /** The workflow's jobs as its file declares them: what a runner would be told. */
  declared: DeclaredJob[];
  /** Attempts before this one, oldest first. */
  earlier: Run[];
}

/** How far a run or a job is; `waiting` for a review or a timer. */
export type RunStatus = 'queued' | 'in_progress' | 'waiting' | 'completed';

/** What a workflow file says of a job, as far as tokens and gates care. */
export interface DeclaredJob {
  id: string;
  /** What people see instead of the id. */
  name?: string;
  environment?: string;
  /** Whether it has `id-token: write`. */
  idToken: boolean;
}

/** How a run, a job or a step ended. */
export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped';

/** One job of a run, with its steps as far as they have come. */
export interface Job {
  id: number;
  runId: number;
  attempt: number;
  name: string;
  status: RunStatus;
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
  /** Id of the repository that the run's commit comes from, where that is somebody's fork. */
  headRepository?: number;
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
  /** Moves with every edit, also one that puts the old text back. */
  updatedAt: string;
  /** Whether an app wrote it in its own name or on behalf of a person. */
  viaApp: boolean;
}

/** An issue, or a pull request: they share one sequence of numbers. */
export interface Issue {
  number: number;
  pullRequest: boolean;
  title: string;
  body: string;
  author: Account;
  viaApp: boolean;
  state: 'open' | 'closed';
  labels: string[];
  assignees: Account[];
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

/** A commit of the default branch's history, and the pull request that brought it. */
export interface Commit {
  sha: string;
  message: string;
  /** Null when no account has the address that git knows the person by. */
  author: Account | null;
  committer: Account | null;
  at: string;
  parents: string[];
  /** Files that it changed; undefined for a commit that changed all of them. */
  paths?: string[];
  pull?: { number: number; author: Account; mergedBy: Account | null; base: string };
}

/** A team of the organization. */
export interface Team {
  id: number;
  slug: string;
  name: string;
  /** Ids of its members. */
  members: number[];
}

/** An environment with its protection rules. */
export interface Environment {
  id: number;
  name: string;
  createdAt: string;
  updatedAt: string;
  reviewers: { type: 'User' | 'Team'; id: number }[];
  preventSelfReview: boolean;
  /** Minutes. */
  waitTimer: number;
  /** Null: the field is absent, as in GitHub's description. */
  canAdminsBypass: boolean | null;
  /** Which branches may deploy: all, the protected ones, or those that a pattern names. */
  branches: 'all' | 'protected' | string[];
}

/** A review of a run's environments. GitHub keeps neither attempt nor job nor time. */
export interface Review {
  runId: number;
  environments: { id: number; name: string; createdAt: string; updatedAt: string }[];
  state: 'approved' | 'rejected';
  user: Account;
  comment: string;
}

/** A job that waits, or has waited, at its environment's rules. */
export interface Gate {
  runId: number;
  attempt: number;
  job: string;
  environmentId: number;
  since: string;
  decision: 'approved' | 'rejected' | null;
}

/** A workflow file that the API knows. */
export interface Workflow {
  id: number;
  name: string;
  path: string;
  state: 'active' | 'disabled_inactivity' | 'disabled_manually';
  createdAt: string;
}

/** A dispatch that was asked for through the API. */
export interface Dispatch {
  workflow: string;
  ref: string;
  inputs: Record<string, unknown>;
  by: Account;
  at: string;
}

/** Everything that the stand-in knows. */
export interface State {
  repository: Repository;
  /** Signs runtime tokens and blob addresses; made anew with the folder. */
  key: string;
  /** PKCS #8, PEM: signs the jobs' OIDC tokens. */
  oidcKey: string;
  accounts: Account[];
  /** What each account may do in the repository, by id; an account without an entry may read. */
  roles: Record<string, 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none'>;
  teams: Team[];
  workflows: Workflow[];
  runs: Run[];
  jobs: Job[];
  tokens: Token[];
  artifacts: Artifact[];
  issues: Issue[];
  comments: Comment[];
  commits: Commit[];
  environments: Environment[];
  reviews: Review[];
  gates: Gate[];
  dispatches: Dispatch[];
  /** What the scripted reviewer does with the next gates. */
  script: ReviewScript;
  nextId: number;
}

/** What is asked for when a run begins. */
export interface NewRun {
  workflow: { name: string; path: string };
  event: string;
  sha: string;
  actor?: string;
  triggeringActor?: string;
  branch?: string;
  fork?: { id: number; owner: Account };
  declared?: DeclaredJob[];
}
