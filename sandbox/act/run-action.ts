/** One built action, run as a runner would run it: `main`, then `post`, with inputs, files and a stand-in for GitHub. */
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Control, OpenedRun } from '../github/control.ts';
import { identityVariables } from './act-command.ts';
import { type ActionFile, inputVariables } from './action-file.ts';
import { collectArtifacts, emptyOut } from './collect.ts';
import { nodeProgram, runnerPath } from './node.ts';
import { runProgram } from './process.ts';
import { readAssignments, runnerFiles } from './runner-files.ts';
import { RunnerLog } from './runner-log.ts';

/** One run of one action. */
export interface ActionRequest {
  readonly id: string;
  readonly action: ActionFile;
  readonly inputs: Readonly<Record<string, string>>;
  /** The environment that its job would name. */
  readonly environment: string;
  /** The folder that the action takes for the checkout: it holds `.github/maintenance.yml`. */
  readonly workspace: string;
  readonly github: { readonly url: string; readonly control: Control };
  /** Variables besides those of every runner: KUBECONFIG and credentials. */
  readonly env: Readonly<Record<string, string>>;
  /** Values that the log must not show. */
  readonly secrets: readonly string[];
  readonly out: string;
  readonly scratch: string;
  readonly print: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** How it came out. */
export interface ActionResult {
  /** Of `main`, or of `post` when only that failed. */
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly reportFiles: readonly string[];
}

/** A commit id for runs that have none: the action is not taken from a commit. */
const noCommit = '0'.repeat(40);

function runnerVariables(request: ActionRequest, opened: OpenedRun, temp: string): Record<string, string> {
  const { run, repository } = opened;
  return {
    PATH: runnerPath(),
    HOME: join(temp, 'home'),
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: request.id,
    GITHUB_ACTOR: run.actor.login,
    GITHUB_ACTOR_ID: String(run.actor.id),
    GITHUB_TRIGGERING_ACTOR: run.triggeringActor.login,
    GITHUB_API_URL: request.github.url,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_ID: String(opened.repositoryId),
    GITHUB_REPOSITORY_OWNER: repository.split('/')[0] as string,
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_NUMBER: String(run.number),
    GITHUB_RUN_ATTEMPT: String(run.attempt),
    GITHUB_EVENT_NAME: run.event,
    GITHUB_EVENT_PATH: join(temp, 'event.json'),
    GITHUB_JOB: request.id,
    GITHUB_WORKFLOW: run.workflow.name,
    GITHUB_WORKFLOW_REF: `${repository}/${run.workflow.path}@refs/heads/${run.branch}`,
    GITHUB_REF: `refs/heads/${run.branch}`,
    GITHUB_REF_NAME: run.branch,
    GITHUB_REF_TYPE: 'branch',
    GITHUB_SHA: run.sha,
    GITHUB_TOKEN: opened.githubToken,
    GITHUB_WORKSPACE: request.workspace,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_NAME: 'npm run task',
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_TEMP: join(temp, 'temp'),
    RUNNER_TOOL_CACHE: join(temp, 'tools'),
    ACTIONS_RESULTS_URL: `${request.github.url}/`,
    ACTIONS_RUNTIME_TOKEN: opened.runtimeToken,
    ...identityVariables(request.github, opened),
    ...request.env,
    ...inputVariables(request.action, request.inputs),
  };
}

/** Passes on what a program said for its next one: `saveState` becomes `STATE_…`, `exportVariable` the environment. */
function handedOver(files: ReturnType<typeof runnerFiles>): Record<string, string> {
  const state = Object.entries(readAssignments(files.GITHUB_STATE)).map(([name, value]) => [`STATE_${name}`, value]);
  return { ...readAssignments(files.GITHUB_ENV), ...Object.fromEntries(state) };
}

/** The report where the action says it is (output `report`), if it was not uploaded; and the step's summary. */
function keepReport(outputs: Readonly<Record<string, string>>, summary: string, out: string): string[] {
  const kept: string[] = [];
  const report = outputs.report;
  if (report?.startsWith('/') && existsSync(report)) {
    writeFileSync(join(out, 'report.json'), readFileSync(report));
    kept.push('report.json');
  }
  if (summary.trim() !== '') {
    writeFileSync(join(out, 'summary.md'), summary);
    kept.push('summary.md');
  }
  return kept;
}

/** Runs the action to its end. A failed `main` still has its `post`, as on GitHub. */
export async function runAction(request: ActionRequest): Promise<ActionResult> {
  emptyOut(request.out);
  const { control } = request.github;
  const workflow = { name: `npm run task -- ${request.id}`, path: '.github/workflows/dispatch.yml' };
  mkdirSync(request.scratch, { recursive: true });
  const temp = mkdtempSync(join(request.scratch, 'task-'));
  for (const name of ['home', 'temp', 'tools']) mkdirSync(join(temp, name));
  const declared = [{ id: request.id, idToken: true, environment: request.environment }];
  const opened = await control.openRun({ workflow, event: 'workflow_dispatch', sha: noCommit, declared }, [
    'actions=read',
    'contents=read',
    'issues=write',
    'pull_requests=write',
  ]);
  const log = createWriteStream(join(request.out, 'log.txt'));
  const runnerLog = new RunnerLog();
  for (const secret of [opened.githubToken, opened.runtimeToken, opened.identityToken, ...request.secrets])
    runnerLog.mask(secret);
  const onLine = (line: string): void => {
    const shown = runnerLog.line(line);
    if (shown === undefined) return;
    log.write(`${shown}\n`);
    request.print(shown);
  };
  let exitCode = 1;
  try {
    const env = runnerVariables(request, opened, temp);
    writeFileSync(
      join(temp, 'event.json'),
      JSON.stringify({ inputs: request.inputs, repository: { private: opened.repositoryPrivate } }),
    );
    const files = runnerFiles(join(temp, 'main'));
    const cwd = request.workspace;
    exitCode = await runProgram([nodeProgram(), request.action.main], {
      cwd,
      env: { ...env, ...files },
      onLine,
      signal: request.signal,
    });
    const outputs = readAssignments(files.GITHUB_OUTPUT);
    const postFiles = runnerFiles(join(temp, 'post'));
    if (request.action.post !== undefined) {
      const postEnv = { ...env, ...handedOver(files), ...postFiles };
      // Not cancelled: `post` is what cleans up after a cancelled `main`.
      const status = await runProgram([nodeProgram(), request.action.post], { cwd, env: postEnv, onLine });
      exitCode = exitCode === 0 ? status : exitCode;
    }
    const summary = [files, postFiles].map((of) => readFileSync(of.GITHUB_STEP_SUMMARY, 'utf8')).join('');
    const kept = keepReport(outputs, summary, request.out);
    const uploaded = collectArtifacts(await control.artifacts(opened.run.id), request.out);
    return { exitCode, outputs, reportFiles: [...new Set([...kept, ...uploaded])] };
  } finally {
    await control.closeRun(
      opened.run.id,
      request.signal?.aborted ? 'cancelled' : exitCode === 0 ? 'success' : 'failure',
    );
    await new Promise((resolve) => log.end(resolve));
    rmSync(temp, { recursive: true, force: true });
  }
}
