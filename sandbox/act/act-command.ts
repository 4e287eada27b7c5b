/** What act is told: one run as GitHub would describe it to a runner. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from '../github/cast.ts';
import type { Control, OpenedRun } from '../github/control.ts';
import { identityPath } from '../github/identity.ts';
import type { WorkflowFile } from './workflow-file.ts';

/** What starts a workflow. */
export type WorkflowEvent =
  | { readonly name: 'schedule' }
  | { readonly name: 'workflow_dispatch'; readonly inputs: Readonly<Record<string, string>> }
  | {
      /** A comment that has just been written. */
      readonly name: 'issue_comment';
      readonly issue: { readonly number: number; readonly pullRequest: boolean };
      readonly comment: { readonly id: number; readonly body: string };
    }
  | { readonly name: 'workflow_run'; readonly run: { readonly id: number; readonly conclusion: string } };

/** One run. */
export interface WorkflowRequest {
  /** The path of the program. */
  readonly act: string;
  /** The git copy that it runs in, and its commit. */
  readonly checkout: string;
  readonly sha: string;
  /** The workflow's path in the copy, `.github/workflows/daily.yml`. */
  readonly workflow: string;
  readonly event: WorkflowEvent;
  /** Who starts it; the requester unless somebody is named. */
  readonly by?: Part;
  /** Who is told to have triggered it, where that is not the same person. */
  readonly triggeredBy?: Part;
  /** The branch that it is started on; the default one unless it says otherwise. */
  readonly branch?: string;
  /** Hears of the run as soon as it has begun. */
  readonly onOpened?: (run: OpenedRun) => void;
  /** What the runner is given of the workflow, where that is not all of it as it stands. */
  readonly asRun?: (text: string) => string;
  /** The run that is started again, instead of a new one. */
  readonly rerunOf?: number;
  readonly github: { readonly url: string; readonly control: Control };
  /** Variables of every step, in the clear. */
  readonly env: Readonly<Record<string, string>>;
  /** What `secrets.NAME` gives; masked in the log. */
  readonly secrets: Readonly<Record<string, string>>;
  /** `owner/repo@ref=folder`: where remote actions are found instead of on GitHub. */
  readonly localRepositories?: readonly string[];
  /** Emptied, then filled: log.txt, artifacts/, report.json, summary.md. */
  readonly out: string;
  /** A folder for what act needs while it runs; removed afterwards. */
  readonly scratch: string;
  readonly print: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** One line of a file of `NAME=value`, in the quotes that act's reader understands. */
function assignment([name, value]: [string, string]): string {
  const escaped = value
    .replace(/[\\"$]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
  return `${name}="${escaped}"\n`;
}

function writeAssignments(file: string, values: Readonly<Record<string, string>>): void {
  writeFileSync(file, Object.entries(values).map(assignment).join(''), { mode: 0o600 });
}

function eventPayload(request: WorkflowRequest, workflow: WorkflowFile, opened: OpenedRun): unknown {
  const repository = {
    id: opened.repositoryId,
    full_name: opened.repository,
    private: opened.repositoryPrivate,
    default_branch: opened.run.branch,
  };
  const common = { repository, sender: { login: opened.run.actor.login, id: opened.run.actor.id } };
  const { event } = request;
  const ref = `refs/heads/${opened.run.branch}`;
  switch (event.name) {
    case 'schedule':
      return { schedule: workflow.cron ?? '', workflow: request.workflow, ...common };
    case 'workflow_dispatch':
      return { inputs: event.inputs, ref, workflow: request.workflow, ...common };
    case 'issue_comment': {
      const { number, pullRequest } = event.issue;
      const issue = { number, ...(pullRequest ? { pull_request: {} } : {}) };
      return { action: 'created', issue, comment: event.comment, ...common };
    }
    case 'workflow_run':
      return { action: 'completed', workflow_run: event.run, ...common };
  }
}

/** How a job asks who it is. */
export function identityVariables(github: { readonly url: string }, opened: OpenedRun): Record<string, string> {
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${github.url}${identityPath}?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: opened.identityToken,
  };
}

/** Writes the files that act reads (nothing secret is on its command line); returns the arguments that name them. */
export function writeFiles(
  request: WorkflowRequest,
  workflow: WorkflowFile,
  opened: OpenedRun,
  folder: string,
): string[] {
  const at = (name: string): string => join(folder, name);
  writeAssignments(at('env'), {
    GITHUB_API_URL: request.github.url,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: opened.repository,
    GITHUB_REPOSITORY_ID: String(opened.repositoryId),
    GITHUB_RUN_ID: String(opened.run.id),
    GITHUB_RUN_NUMBER: String(opened.run.number),
    GITHUB_RUN_ATTEMPT: String(opened.run.attempt),
    GITHUB_ACTOR_ID: String(opened.run.actor.id),
    GITHUB_TRIGGERING_ACTOR: opened.run.triggeringActor.login,
    GITHUB_WORKFLOW_REF: `${opened.repository}/${request.workflow}@refs/heads/${opened.run.branch}`,
    GITHUB_WORKFLOW_SHA: request.sha,
    ACTIONS_RESULTS_URL: `${request.github.url}/`,
    ACTIONS_RUNTIME_TOKEN: opened.runtimeToken,
    ...identityVariables(request.github, opened),
    ...request.env,
  });
  // A runner masks its own token; act masks only what it is given as a secret.
  writeAssignments(at('secrets'), {
    ...request.secrets,
    GITHUB_TOKEN: opened.githubToken,
    ACTIONS_RUNTIME_TOKEN: opened.runtimeToken,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: opened.identityToken,
  });
  for (const name of ['vars', 'inputs']) writeAssignments(at(name), {});
  if (request.event.name === 'workflow_dispatch') writeAssignments(at('inputs'), request.event.inputs);
  writeFileSync(at('event.json'), JSON.stringify(eventPayload(request, workflow, opened)));
  return [
    ...[
      '--env-file',
      at('env'),
      '--secret-file',
      at('secrets'),
      '--var-file',
      at('vars'),
      '--input-file',
      at('inputs'),
    ],
    ...['--eventpath', at('event.json'), '--action-cache-path', at('cache'), '--actor', opened.run.actor.login],
  ];
}

/** act's whole command line. `workflow` is the file as it is run: with the secrets of its environments. */
export function actArguments(
  request: WorkflowRequest,
  workflow: string,
  files: readonly string[],
): [string, ...string[]] {
  const local = (request.localRepositories ?? []).flatMap((entry) => ['--local-repository', entry]);
  return [
    request.act,
    request.event.name,
    ...['--workflows', workflow, '--platform', 'ubuntu-latest=-self-hosted', '--defaultbranch', 'main'],
    ...['--json', '--no-cache-server', '--pull=false', '--action-offline-mode'],
    ...files,
    ...local,
  ];
}
