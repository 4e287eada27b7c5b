/** Changing the text of a generated workflow, as somebody with write access might. */
import { parse, stringify } from 'yaml';

/** A step, as far as it is changed here. */
export interface Step {
  name?: string;
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string>;
  env?: Record<string, string>;
}

/** A job, as far as it is changed here. */
export interface Job {
  name?: string;
  needs?: string | string[];
  if?: string;
  environment?: string;
  steps: Step[];
}

/** The text of a workflow with its jobs changed. */
export function withJobs(text: string, change: (jobs: Record<string, Job>) => void): string {
  const workflow = parse(text) as { jobs: Record<string, Job> };
  change(workflow.jobs);
  return stringify(workflow, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** A job of a workflow. @throws Error when there is none of that name. */
export function jobIn(jobs: Readonly<Record<string, Job>>, id: string): Job {
  const job = jobs[id];
  if (job === undefined) throw new Error(`the workflow has no job ${id}`);
  return job;
}

/** A job's step that uses one of our actions, and those before it. @throws Error when no step does. */
export function stepUsing({ steps }: Job, action: string): { readonly step: Step; readonly before: Step[] } {
  const at = steps.findIndex(({ uses }) => uses === `./actions/${action}`);
  const step = steps[at];
  if (step === undefined) throw new Error(`no step of the job uses ./actions/${action}`);
  return { step, before: steps.slice(0, at) };
}

/** The same step once more under another name, whatever became of the steps before it, with other inputs. */
export function variant(step: Step, name: string, inputs: Readonly<Record<string, string>>): Step {
  return { ...step, name, if: 'always()', with: { ...step.with, ...inputs } };
}
