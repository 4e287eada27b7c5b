import type { WorkflowRun } from '../../domain/forge/runs.ts';

/** Which runs of a workflow are asked for. */
export interface RunsWanted {
  /** The file's name: `prepare.yml`. */
  readonly workflow: string;
  readonly branch: string;
  /** Created at or after this instant, ISO 8601. */
  readonly since: string;
}

/** Workflow files and their runs. Rejects with a PortError. */
export interface ForgeWorkflows {
  /** Newest first; at most 500. Empty when the forge does not know the workflow. */
  runs(wanted: RunsWanted): Promise<readonly WorkflowRun[]>;
  /** Start a workflow by hand on the default branch. */
  dispatch(workflow: string, inputs: Readonly<Record<string, string>>): Promise<void>;
  /** Whether it runs: schedules of idle repositories are switched off. */
  isEnabled(workflow: string): Promise<boolean>;
  enable(workflow: string): Promise<void>;
}
