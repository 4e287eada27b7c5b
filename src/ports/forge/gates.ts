import type { Environment, Review } from '../../domain/forge/environments.ts';
import type { Account, PermissionLevel } from '../../domain/forge/people.ts';
import type { ArtifactFacts, JobIdentity, JobResult, LastChange, WorkflowRun } from '../../domain/forge/runs.ts';

/** What is asked of an artifact that is one file. */
export interface ArtifactFile {
  readonly facts: ArtifactFacts;
  /** The file's text, UTF-8. */
  readonly text: string;
}

/** Most bytes of an artifact that is read, packed and unpacked. Source: trust.md §3, item 5. */
export const mostArtifactBytes = 8 * 1024 * 1024;

/** What a guard asks about runs, people and environments. Reads only. Rejects with a PortError. */
export interface ForgeGates {
  /** Who the job is that asks: from its own token, whose first request a gate may hold. */
  identity(job: string): Promise<JobIdentity>;
  repository(): Promise<{ readonly id: number; readonly defaultBranch: string; readonly isPublic: boolean }>;
  /** Undefined when there is none of that name. */
  environment(name: string): Promise<Environment | undefined>;
  /** `forbidden` or `not-found` when the token may not read the organization's teams. */
  teamMembers(organization: string, slug: string): Promise<readonly Account[]>;
  /** Undefined when there is no such run. */
  run(id: number): Promise<WorkflowRun | undefined>;
  jobs(run: number, attempt: number): Promise<readonly JobResult[]>;
  reviews(run: number): Promise<readonly Review[]>;
  /** The last commit, up to this one, that changed a file; undefined when none did. */
  lastChange(path: string, upTo: string): Promise<LastChange | undefined>;
  /** What an account may do in the repository at this moment, and which account has the login now. */
  permission(login: string): Promise<{ readonly level: PermissionLevel; readonly account: Account }>;
  /** Artifacts of a run by their exact name, newest first. */
  artifacts(run: number, name: string): Promise<readonly ArtifactFacts[]>;
  /**
   * The one file of an artifact, in memory. `invalid` when it is larger than {@link mostArtifactBytes}, packed or unpacked,
   * holds anything else than this one file, or is damaged; `gone` when it has expired; `not-found`.
   */
  artifactFile(id: number, file: string): Promise<ArtifactFile>;
}
