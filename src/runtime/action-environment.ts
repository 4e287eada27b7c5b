import { randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../domain/report/schema.ts';

/** What a process of an action is told by its runner. Read once; nothing else reads `process.env`. */
export interface ActionEnvironment {
  /** An input as given, trimmed; empty when absent. */
  readonly input: (name: string) => string;
  /** The checkout. */
  readonly workspace: string;
  /** A folder of this job's runs of ours, in the runner's temporary folder. */
  readonly jobFolder: string;
  readonly run: Report['run'];
  /** The job's name in the workflow. */
  readonly job: string;
  /** Whether this runs inside a GitHub Actions job at all. */
  readonly onRunner: boolean;
  /** Whether everybody can read the repository, by the event; undefined where it does not say. */
  readonly repositoryIsPublic?: boolean;
  /** Set an output of the step. */
  readonly output: (name: string, value: string) => void;
  /** Append Markdown to the job's summary. */
  readonly summary: (markdown: string) => void;
  readonly kubeconfig?: string;
  readonly proxies: Readonly<Record<string, string>>;
  /** The environment as a whole, for what a client of the field reads by its own names (kubeconfig, proxies). */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** Read the environment of this process. */
export function readActionEnvironment(env: NodeJS.ProcessEnv = process.env): ActionEnvironment {
  const value = (name: string) => env[name]?.trim() ?? '';
  const append = (variable: string, text: string) => {
    const file = value(variable);
    if (file !== '') appendFileSync(file, text);
  };
  return {
    input: (name) => (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim(),
    workspace: value('GITHUB_WORKSPACE') || process.cwd(),
    jobFolder: join(value('RUNNER_TEMP') || tmpdir(), 'rooivalk-maintenance'),
    run: runOf(value),
    job: value('GITHUB_JOB') || 'local',
    onRunner: value('GITHUB_ACTIONS') === 'true',
    ...publicity(value('GITHUB_EVENT_PATH')),
    output: (name, text) => append('GITHUB_OUTPUT', fileCommand(name, text)),
    summary: (markdown) => append('GITHUB_STEP_SUMMARY', markdown),
    ...(value('KUBECONFIG') === '' ? {} : { kubeconfig: value('KUBECONFIG') }),
    proxies: proxiesOf(env),
    variables: { ...env },
  };
}

/** By the event's payload, which tells of the repository in most events; its file is the runner's. */
function publicity(file: string): Pick<ActionEnvironment, 'repositoryIsPublic'> {
  try {
    const { repository } = JSON.parse(readFileSync(file, 'utf8')) as { repository?: { private?: unknown } };
    return typeof repository?.private === 'boolean' ? { repositoryIsPublic: !repository.private } : {};
  } catch {
    return {};
  }
}

function runOf(value: (name: string) => string): Report['run'] {
  const url =
    value('GITHUB_RUN_ID') === ''
      ? 'local'
      : `${value('GITHUB_SERVER_URL') || 'https://github.com'}/${value('GITHUB_REPOSITORY')}/actions/runs/${value('GITHUB_RUN_ID')}`;
  const number = Number(value('GITHUB_RUN_NUMBER'));
  return {
    url,
    ...(Number.isInteger(number) && number > 0 ? { number } : {}),
    attempt: Number(value('GITHUB_RUN_ATTEMPT')) || 1,
    event: value('GITHUB_EVENT_NAME') || 'local',
    actor: value('GITHUB_ACTOR') || value('USER') || 'unknown',
    requestedBy: value('GITHUB_TRIGGERING_ACTOR') || value('GITHUB_ACTOR') || value('USER') || 'unknown',
  };
}

/** A runner's file command: a delimiter that the text cannot hold keeps the text from adding commands of its own. */
function fileCommand(name: string, text: string): string {
  const delimiter = `rooivalk_${randomUUID()}`;
  return `${name}<<${delimiter}\n${text}\n${delimiter}\n`;
}

function proxiesOf(env: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const names = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy'];
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}
