import type { ForgeDiscussions } from './forge/discussions.ts';
import type { ForgeGates } from './forge/gates.ts';
import type { ForgeWorkflows } from './forge/workflows.ts';

export type { NewIssue } from './forge/discussions.ts';
export { type ArtifactFile, mostArtifactBytes } from './forge/gates.ts';
export type { RunsWanted } from './forge/workflows.ts';

/**
 * The place where the repository is kept, where its workflows run, and where people approve: GitHub. Everything is about
 * the one repository that the job belongs to. No task has it: it is asked by what is done around tasks.
 */
export interface Forge extends ForgeGates, ForgeDiscussions, ForgeWorkflows {}
