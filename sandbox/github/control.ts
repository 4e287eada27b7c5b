import { timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from './cast.ts';
import type { Permission } from './operations.ts';
import type { ReviewScript } from './script.ts';
import type {
  Account,
  Comment,
  Commit,
  Conclusion,
  Dispatch,
  Environment,
  Issue,
  Job,
  NewRun,
  Run,
  State,
  Workflow,
} from './state.ts';

/** What a runner is given when a run begins: the run, and its tokens. */
export interface OpenedRun {
  run: Run;
  repository: string;
  repositoryId: number;
  repositoryPrivate: boolean;
  githubToken: string;
  runtimeToken: string;
  /** What a job that has `id-token: write` asks for its identity with. */
  identityToken: string;
}

/** A finished artifact, and the file (on the machine that the stand-in runs on) that holds it. */
export interface KeptArtifact {
  id: number;
  name: string;
  mimeType: string;
  size: number;
  digest: string | null;
  file: string;
}

/** An artifact that is not a planning job's. */
export interface NewArtifact {
  name: string;
  /** The zip, in base64. */
  content: string;
  /** Id of the fork that its run's commit comes from; absent for the repository itself. */
  headRepository?: number;
}

/** A review as a person gives it by hand. */
export interface HandReview {
  by: Part;
  state: 'approved' | 'rejected';
  comment: string;
}

/** GitHub's own hands: what its scheduler, its runners and people do to a repository. Never reachable by a job's token. */
export interface Control {
  openRun(asked: NewRun, permissions: Permission[]): Promise<OpenedRun>;
  /** Starts a run again: the next attempt, with tokens of its own. */
  rerun(runId: number, by: Part, permissions: Permission[]): Promise<OpenedRun>;
  recordJob(runId: number, name: string, change: Partial<Pick<Job, 'status' | 'conclusion' | 'steps'>>): Promise<Job>;
  closeRun(runId: number, conclusion: Conclusion): Promise<Run>;
  artifacts(runId: number): Promise<KeptArtifact[]>;
  /** Keeps an artifact as any job of the run might have; `content` is the zip in base64. Answers its id. */
  keepArtifact(runId: number, artifact: NewArtifact): Promise<number>;
  registerWorkflows(files: { name: string; path: string }[]): Promise<void>;
  /** Switches a workflow file off, as GitHub does with schedules of idle repositories, or on. */
  workflow(file: string, state: Workflow['state']): Promise<void>;
  recordCommit(commit: Partial<Commit> & { sha: string }): Promise<Commit>;
  /** What the scripted reviewer does from now on, and how the environments stand meanwhile. */
  script(script: ReviewScript): Promise<void>;
  /** Changes an environment, or removes it. */
  environment(name: string, change: Partial<Environment> | 'remove'): Promise<void>;
  /** Reviews everything that a run waits at now, whatever GitHub's rules say; answers the environments' names. */
  review(runId: number, review: HandReview): Promise<string[]>;
  openIssue(issue: boolean | Partial<Issue>): Promise<number>;
  editIssue(number: number, change: Partial<Issue>): Promise<Issue>;
  comment(issue: number, by: Part, body: string, viaApp?: boolean): Promise<Comment>;
  editComment(id: number, body: string): Promise<Comment>;
  deleteComment(id: number): Promise<void>;
  /** What a workflow that starts on `issue_comment` is told of a comment. */
  commentEvent(id: number): Promise<{
    name: 'issue_comment';
    issue: { number: number; pullRequest: boolean };
    comment: { id: number; body: string };
  }>;
  /** Gives an account a role in the repository, or another id (a login can be taken over). */
  account(by: Part, change: { role?: State['roles'][string]; id?: number }): Promise<Account>;
  /** Which workflow runs were asked for through the API and by whom, oldest first. */
  dispatches(): Promise<Dispatch[]>;
  issueToken(permissions: Permission[], minutes: number, login?: string): Promise<string>;
}

/** The names of everything that can be done. */
export const controlNames: readonly (keyof Control)[] = [
  'openRun',
  'rerun',
  'recordJob',
  'closeRun',
  'artifacts',
  'keepArtifact',
  'registerWorkflows',
  'workflow',
  'recordCommit',
  'script',
  'environment',
  'review',
  'openIssue',
  'editIssue',
  'comment',
  'editComment',
  'deleteComment',
  'commentEvent',
  'account',
  'dispatches',
  'issueToken',
];

/** The path that control calls are posted to. */
export const controlPath = '/_sandbox/control';

/** How to reach a running stand-in, as it writes it into its folder. */
export interface ControlFile {
  url: string;
  pid: number;
  secret: string;
}

/** Where a stand-in says how it is reached. */
export function controlFile(directory: string): string {
  return join(directory, 'control.json');
}

/** Control of a stand-in in another process. @throws Error when it does not answer, or refuses. */
export function remoteControl({ url, secret }: ControlFile): Control {
  const call =
    (method: keyof Control) =>
    async (...args: unknown[]): Promise<never> => {
      const answer = await fetch(`${url}${controlPath}`, {
        method: 'POST',
        // Between two calls a caller may be busy for longer than a server keeps a connection open.
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', connection: 'close' },
        body: JSON.stringify({ method, args }),
        signal: AbortSignal.timeout(10_000),
      });
      const body = (await answer.json()) as { result?: unknown; error?: string };
      if (!answer.ok) throw new Error(`GitHub stand-in, ${method}: ${body.error ?? answer.status}`);
      return body.result as never;
    };
  return Object.fromEntries(controlNames.map((name) => [name, call(name)])) as unknown as Control;
}

/** How the stand-in of a folder is reached; undefined when none has been started there. */
export function readControlFile(directory: string): ControlFile | undefined {
  try {
    return JSON.parse(readFileSync(controlFile(directory), 'utf8')) as ControlFile;
  } catch {
    return undefined;
  }
}

/** Answers a control call that came over HTTP. */
export async function answerControl(
  control: Control,
  secret: string,
  authorization: string,
  body: string,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const given = Buffer.from(authorization);
  const expected = Buffer.from(`Bearer ${secret}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return { status: 401, body: { error: 'the control secret is needed' } };
  }
  try {
    const { method, args } = JSON.parse(body) as { method: keyof Control; args: unknown[] };
    if (!Object.hasOwn(control, method)) return { status: 404, body: { error: `no control called ${method}` } };
    const result = await (control[method] as (...all: unknown[]) => Promise<unknown>)(...args);
    return { status: 200, body: { result } };
  } catch (error) {
    return { status: 400, body: { error: (error as Error).message } };
  }
}
