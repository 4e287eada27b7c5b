import type { Account } from './people.ts';

/**
 * Who a job is, from its own OIDC token: the forge says it, and neither input nor variable can.
 * Source: https://docs.github.com/actions/reference/security/oidc#oidc-token-claims
 */
export interface JobIdentity {
  readonly audience: string;
  readonly repository: string;
  readonly repositoryId: number;
  /** Absent when the job names no environment. */
  readonly environment?: string;
  /** `refs/heads/main`. */
  readonly ref: string;
  readonly commit: string;
  readonly runId: number;
  readonly attempt: number;
  readonly event: string;
  /** `owner/name/.github/workflows/dispatch.yml@refs/heads/main`: the workflow that the run is of. */
  readonly workflowRef: string;
  /** The same of the file that the job is written in. */
  readonly jobWorkflowRef: string;
}

/** A run of a workflow, at its latest attempt. */
export interface WorkflowRun {
  readonly id: number;
  readonly attempt: number;
  readonly event: string;
  /** `.github/workflows/dispatch.yml` */
  readonly path: string;
  readonly commit: string;
  readonly branch: string;
  readonly repositoryId: number;
  /** The repository that the commit comes from: another one for a fork. */
  readonly headRepositoryId?: number;
  readonly status: string;
  readonly conclusion?: string;
  /** Who the run is ascribed to. */
  readonly actor: Account;
  /** Who started this attempt. */
  readonly triggeringActor: Account;
  readonly createdAt: string;
  readonly url: string;
}

/** A job of a run's attempt, by the name that people see. */
export interface JobResult {
  readonly name: string;
  readonly status: string;
  readonly conclusion?: string;
}

/** The people of the last commit that changed a file: of the commit itself, and of the pull request that brought it. */
export interface LastChange {
  readonly path: string;
  readonly commit: string;
  /** Absent when no account is known by the address in the commit. */
  readonly author?: Account;
  readonly committer?: Account;
  /** Author and merger of each pull request that the commit came by. */
  readonly pulls: readonly { readonly number: number; readonly author?: Account; readonly mergedBy?: Account }[];
}

/** An artifact of a run. */
export interface ArtifactFacts {
  readonly id: number;
  readonly name: string;
  readonly runId: number;
  readonly headRepositoryId: number;
  readonly bytes: number;
  readonly expired: boolean;
}
