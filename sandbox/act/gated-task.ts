/** A task that needs an approval is not applied by its action alone: plan, gate and apply are jobs of `dispatch.yml`. */
import type { MaintenanceType } from '../../src/domain/task/declaration.ts';
import { loadTask } from '../../src/tasks/registry.ts';
import type { SandboxState } from '../supervisor/enter.ts';
import type { TaskCommand } from './command-line.ts';
import { type RunOptions, runOnSandbox } from './run-on-sandbox.ts';
import type { WorkflowResult } from './run-workflow.ts';
import { UsageError } from './usage.ts';

/** The type of a task; that of an action which is no task is the one that nobody approves. */
export async function typeOf(id: string): Promise<MaintenanceType> {
  return (await loadTask(id))?.type ?? 'preventive';
}

/** Whether a command line is for the gate. */
export async function isGated({ id, inputs }: TaskCommand): Promise<boolean> {
  return inputs.mode === 'apply' && (await typeOf(id)) !== 'preventive';
}

/** What `dispatch.yml` is given for a command line. @throws UsageError for a value that its one line cannot hold. */
export function dispatchInputs({ id, inputs }: Pick<TaskCommand, 'id' | 'inputs'>): Record<string, string> {
  const { mode = 'plan', reason = 'by hand on the sandbox', target, ...own } = inputs;
  const pairs = Object.entries(own).map(([name, value]) => {
    if (/[;\r\n]/.test(value))
      throw new UsageError(`The value of ${name} holds ";" or a line break: the form has one line.`);
    return `${name}=${value}`;
  });
  return {
    task: id,
    mode,
    reason,
    ...(target === undefined ? {} : { target }),
    ...(pairs.length === 0 ? {} : { inputs: pairs.join('; ') }),
  };
}

/** Plans, has the scripted reviewer look at it, and applies, by the real workflow; output in `out/<id>/`. */
export function runGatedTask(command: TaskCommand, state: SandboxState, options: RunOptions): Promise<WorkflowResult> {
  const run = {
    workflow: '.github/workflows/dispatch.yml',
    event: () => ({ name: 'workflow_dispatch', inputs: dispatchInputs(command) }) as const,
    window: 'daily',
    id: command.id,
    review: command.review,
  } as const;
  return runOnSandbox(run, state, options);
}
