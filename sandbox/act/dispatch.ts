/** `npm run dispatch -- <workflow> [name=value …]`: any workflow on the sandbox that is up; output in `out/<workflow>/`. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Control, remoteControl } from '../github/control.ts';
import { sandboxState } from '../supervisor/enter.ts';
import { CHECKOUT } from '../toolchain/cache.ts';
import { createProgress, ensure } from '../toolchain/index.ts';
import type { WorkflowEvent } from './act-command.ts';
import { type DispatchCommand, dispatchCommand, dispatchUsage } from './command-line.ts';
import { cancellation, isInside, ownerOfOutput, runInside } from './inside.ts';
import { runOnSandbox, sandboxGitHub } from './run-on-sandbox.ts';
import { describeResult, summaryOf } from './run-window.ts';
import { known, main } from './usage.ts';
import type { WorkflowFile } from './workflow-file.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function workflows(): string[] {
  const folder = join(CHECKOUT, '.github', 'workflows');
  return existsSync(folder) ? readdirSync(folder).map((file) => basename(file, '.yml')) : [];
}

/** A dispatch with the inputs of the command line. @throws UsageError for an input that the workflow does not have. */
function dispatched({ inputs }: DispatchCommand, workflow: WorkflowFile): WorkflowEvent {
  for (const name of Object.keys(inputs)) known('input', name, workflow.inputs);
  return { name: 'workflow_dispatch', inputs };
}

/** A comment that has been written, or is written now. */
async function commented(
  { by }: DispatchCommand,
  comment: NonNullable<DispatchCommand['comment']>,
  control: Control,
): Promise<WorkflowEvent> {
  const id = typeof comment === 'number' ? comment : (await control.comment(comment.issue, by, comment.text)).id;
  print(`Comment ${id}.`);
  return control.commentEvent(id);
}

await main(async () => {
  const words = process.argv.slice(2);
  if (words.includes('--help') || words.includes('-h')) {
    print(dispatchUsage);
    return 0;
  }
  const command = dispatchCommand(words, workflows());
  const state = sandboxState();
  if (!isInside(state)) {
    const progress = createProgress(process.stderr);
    await ensure(['act', 'git'], progress).finally(() => progress.close());
    return runInside(state, import.meta.filename, words);
  }
  const control = remoteControl(sandboxGitHub(state));
  const id = command.workflow;
  const run = {
    workflow: `.github/workflows/${id}.yml`,
    event: (workflow: WorkflowFile) =>
      command.comment === undefined ? dispatched(command, workflow) : commented(command, command.comment, control),
    window: command.window,
    gate: command.gate,
    id,
    review: command.review,
    by: command.by,
    rerunOf: command.rerunOf,
    again: command.again,
  };
  const result = await runOnSandbox(run, state, { print, signal: cancellation(), owner: ownerOfOutput() });
  const summary = summaryOf(id);
  if (summary !== undefined) print(`\n${summary.trimEnd()}\n`);
  print(`${describeResult(id, result)}\nRun ${result.runId}.`);
  return result.cancelled ? 130 : result.exitCode;
});
