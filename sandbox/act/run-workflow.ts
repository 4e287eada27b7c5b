/** Runs one workflow file with act, as GitHub would run it, against a stand-in for GitHub. */
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cast } from '../github/cast.ts';
import type { OpenedRun } from '../github/control.ts';
import type { Conclusion } from '../github/state.ts';
import { actArguments, type WorkflowRequest, writeFiles } from './act-command.ts';
import { collectArtifacts, emptyOut } from './collect.ts';
import { withEnvironmentSecrets } from './environment-secrets.ts';
import { JobBook } from './job-book.ts';
import { type LogEntry, readLogLine } from './log.ts';
import { runnerPath } from './node.ts';
import { runProgram } from './process.ts';
import { readWorkflow, type WorkflowFile, workflowsOf } from './workflow-file.ts';

/** How a run came out. */
export interface WorkflowResult {
  /** act's own: 0 when every job that ran succeeded. */
  readonly exitCode: number;
  readonly runId: number;
  readonly cancelled: boolean;
  readonly jobs: readonly { readonly name: string; readonly conclusion: Conclusion }[];
  /** Which of report.json, summary.md and report.html are in the out folder. */
  readonly reportFiles: readonly string[];
}

function shownLine({ job, text }: LogEntry): string {
  if (text.trim() === '') return '';
  return job === undefined ? text : `${job} │${text.startsWith(' ') ? '' : ' '}${text}`;
}

/** Begins the run, or the next attempt of one, as GitHub does before a runner hears of it. */
async function openRun(request: WorkflowRequest, workflow: WorkflowFile): Promise<OpenedRun> {
  const { control } = request.github;
  const { event, by = 'requester', rerunOf } = request;
  const permissions = [...workflow.permissions];
  await control.registerWorkflows(workflowsOf(request.checkout));
  if (rerunOf !== undefined) return control.rerun(rerunOf, by, permissions);
  const asked = {
    workflow: { name: workflow.name, path: request.workflow },
    event: event.name,
    sha: request.sha,
    actor: cast[by].login,
    ...(request.triggeredBy === undefined ? {} : { triggeringActor: cast[request.triggeredBy].login }),
    ...(request.branch === undefined ? {} : { branch: request.branch }),
    declared: workflow.jobs(event.name === 'workflow_dispatch' ? event.inputs : {}),
  };
  return control.openRun(asked, permissions);
}

/** Runs the workflow to its end. The stand-in's run is closed and the scratch folder removed, whatever happens. */
export async function runWorkflow(request: WorkflowRequest): Promise<WorkflowResult> {
  const workflow = readWorkflow(join(request.checkout, request.workflow));
  emptyOut(request.out);
  const log = createWriteStream(join(request.out, 'log.txt'));
  const { control } = request.github;
  const opened = await openRun(request, workflow);
  request.onOpened?.(opened);
  mkdirSync(request.scratch, { recursive: true });
  const scratch = mkdtempSync(join(request.scratch, 'act-'));
  mkdirSync(join(scratch, 'home'));
  const asRun = join(scratch, basename(request.workflow));
  const environments = Object.fromEntries(opened.run.declared.map(({ id, environment }) => [id, environment]));
  const whole = readFileSync(join(request.checkout, request.workflow), 'utf8');
  const text = request.asRun?.(whole) ?? whole;
  writeFileSync(asRun, withEnvironmentSecrets(text, environments));
  const book = new JobBook(control, opened.run.id);
  const onLine = (line: string): void => {
    const entry = readLogLine(line);
    book.hear(entry);
    const shown = shownLine(entry);
    if (shown === '') return;
    log.write(`${shown}\n`);
    request.print(shown);
  };
  let exitCode = 1;
  try {
    exitCode = await runProgram(actArguments(request, asRun, writeFiles(request, workflow, opened, scratch)), {
      cwd: request.checkout,
      env: {
        PATH: runnerPath(),
        HOME: join(scratch, 'home'),
        LANG: 'C.UTF-8',
        // Its own folders must not come up in the user's cache.
        XDG_CACHE_HOME: join(scratch, 'cache'),
      },
      onLine,
      signal: request.signal,
    });
    await book.settled();
  } finally {
    const conclusion = request.signal?.aborted ? 'cancelled' : exitCode === 0 ? 'success' : 'failure';
    await control.closeRun(opened.run.id, conclusion);
    await new Promise((resolve) => log.end(resolve));
    rmSync(scratch, { recursive: true, force: true });
  }
  const reportFiles = collectArtifacts(await control.artifacts(opened.run.id), request.out);
  const jobList = [...book.conclusions].map(([name, conclusion]) => ({ name, conclusion }));
  return { exitCode, runId: opened.run.id, cancelled: request.signal?.aborted ?? false, jobs: jobList, reportFiles };
}
