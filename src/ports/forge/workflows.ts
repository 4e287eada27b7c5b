import type { WorkflowRun } from '../../domain/forge/runs.ts';

/** Which runs of a workflow are asked for. */
export interface RunsWanted {
  /** The file's name: `prepare.yml`. */
  readonly workflow: string;
  readonly branch: string;
  /** Created at or after this instant, ISO 8601. */
  readonly since: string;
}

/** A workflow that the repository has. */
export interface KnownWorkflow {
  /** Whether it runs: schedules of idle repositories are switched off. */
  readonly isEnabled: boolean;
  /** When the forge first saw it, ISO 8601. */
  readonly createdAt: string;
}

/** Workflow files and their runs. Rejects with a PortError. */
export interface ForgeWorkflows {
  /** Newest first; at most 500. Empty when the forge does not know the workflow. */
  runs(wanted: RunsWanted): Promise<readonly WorkflowRun[]>;
  /** Start a workflow by hand on the default branch. */
  dispatch(workflow: string, inputs: Readonly<Record<string, string>>): Promise<void>;
  /** A workflow as the forge knows it; undefined when it does not: the repository has no such file on its default branch. */
  workflow(workflow: string): Promise<KnownWorkflow | undefined>;
  enable(workflow: string): Promise<void>;
}
