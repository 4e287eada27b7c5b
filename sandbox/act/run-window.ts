/** One window's real workflow on the sandbox that is up: what `npm run window` does inside the sandbox. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxState } from '../supervisor/enter.ts';
import { CHECKOUT } from '../toolchain/cache.ts';
import type { WorkflowEvent } from './act-command.ts';
import type { WindowCommand } from './command-line.ts';
import { type RunOptions, runOnSandbox } from './run-on-sandbox.ts';
import type { WorkflowResult } from './run-workflow.ts';
import type { WorkflowFile } from './workflow-file.ts';

/** The event of the command, with those inputs that the workflow has. @throws Error for an input that it lacks. */
export function eventOf({ event, mode, reason }: WindowCommand, workflow: WorkflowFile): WorkflowEvent {
  if (event === 'schedule') return { name: 'schedule' };
  const inputs = { mode, ...(reason === undefined ? {} : { reason }) };
  const missing = Object.keys(inputs).find((name) => !workflow.inputs.includes(name));
  if (missing !== undefined)
    throw new Error(`The workflow "${workflow.name}" has no input "${missing}" when dispatched.`);
  return { name: 'workflow_dispatch', inputs };
}

/** Runs the window inside the sandbox; its output is in `out/<window>/` when this resolves. */
export async function runWindow(
  command: WindowCommand,
  state: SandboxState,
  options: RunOptions,
): Promise<WorkflowResult> {
  const { window, template, review } = command;
  return runOnSandbox(
    {
      workflow: `.github/workflows/${window}.yml`,
      event: (workflow) => eventOf(command, workflow),
      window,
      id: window,
      review,
      template,
    },
    state,
    options,
  );
}

/** What a person reads after a run: each job's result, and what lies where. */
export function describeResult(window: string, { jobs, exitCode, cancelled, reportFiles }: WorkflowResult): string {
  const lines = jobs.map(({ name, conclusion }) => `  ${conclusion === 'success' ? '✓' : '✗'} ${name}: ${conclusion}`);
  const files = [...reportFiles, 'log.txt', 'artifacts/'].join(', ');
  const none = reportFiles.length === 0 ? '\nNo report was uploaded.' : '';
  const end = cancelled ? 'The run was cancelled.' : `act ended with status ${exitCode}.`;
  return `${lines.join('\n')}\n${end} out/${window}/: ${files}${none}`;
}

/** The summary that the run left, without what is folded in it; or undefined. */
export function summaryOf(window: string): string | undefined {
  const file = join(CHECKOUT, 'out', window, 'summary.md');
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8')
    .replace(/<details>[\s\S]*?<\/details>\n*/g, '')
    .replace(/<\/?sub>/g, '');
}
