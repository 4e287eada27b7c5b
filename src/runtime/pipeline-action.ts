import type { InputDeclarations } from '../domain/task/inputs.ts';

/** An action that is not a task. */
export interface PipelineAction {
  readonly id: string;
  /** Folder of its `action.yml`; empty for the root. */
  readonly folder: string;
  readonly title: string;
  readonly description: string;
  readonly inputs: InputDeclarations;
  readonly outputs: Readonly<Record<string, string>>;
  /** Whether it has a `post` as well. */
  readonly post: boolean;
}
