import { randomUUID, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Blobs } from './blobs.ts';
import type { Permission } from './operations.ts';
import { issueRuntimeToken } from './runtime-token.ts';
import type { Conclusion, Job, NewRun, Run, Store } from './state.ts';

/** What a runner is given when a run begins: the run, and its two tokens. */
export interface OpenedRun {
  run: Run;
  repository: string;
  repositoryId: number;
  githubToken: string;
  runtimeToken: string;
}

/** A finished artifact, and the file (on the machine that the stand-in runs on) that holds it. */
export interface KeptArtifact {
  name: string;
  mimeType: string;
  size: number;
  digest: string | null;
  file: string;
}

/** GitHub's own hands: what its scheduler, its runners and people do to a repository. Never reachable by a job's token. */
export interface Control {
  openRun(asked: NewRun, permissions: Permission[]): Promise<OpenedRun>;
  recordJob(runId: number, name: string, change: Partial<Pick<Job, 'status' | 'conclusion' | 'steps'>>): Promise<Job>;
  closeRun(runId: number, conclusion: Conclusion): Promise<Run>;
  artifacts(runId: number): Promise<KeptArtifact[]>;
  openIssue(pullRequest: boolean): Promise<number>;
  issueToken(permissions: Permission[], minutes: number, login?: string): Promise<string>;
}

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

/** Control of a stand-in in this process. */
export function localControl(store: Store, blobs: Blobs): Control {
  return {
    async openRun(asked, permissions) {
      const run = store.openRun(asked);
      const { repository } = store.state;
      return {
        run,
        repository: `${repository.owner.login}/${repository.name}`,
        repositoryId: repository.id,
        githubToken: store.issueToken(permissions, 360, undefined, run.id).value,
        runtimeToken: issueRuntimeToken(store, run, randomUUID()),
      };
    },
    recordJob: async (runId, name, change) => store.recordJob(runId, name, change),
    closeRun: async (runId, conclusion) => store.closeRun(runId, conclusion),
    async artifacts(runId) {
      return store.state.artifacts
        .filter((artifact) => artifact.finalized && artifact.runId === runId)
        .map(({ name, mimeType, size, digest, blob }) => ({ name, mimeType, size, digest, file: blobs.fileOf(blob) }));
    },
    openIssue: async (pullRequest) => store.openIssue(pullRequest),
    issueToken: async (permissions, minutes, login) => store.issueToken(permissions, minutes, login).value,
  };
}

/** Control of a stand-in in another process. @throws Error when it does not answer, or refuses. */
export function remoteControl({ url, secret }: ControlFile): Control {
  const call =
    (method: keyof Control) =>
    async (...args: unknown[]): Promise<never> => {
      const answer = await fetch(`${url}${controlPath}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ method, args }),
        signal: AbortSignal.timeout(10_000),
      });
      const body = (await answer.json()) as { result?: unknown; error?: string };
      if (!answer.ok) throw new Error(`GitHub stand-in, ${method}: ${body.error ?? answer.status}`);
      return body.result as never;
    };
  return {
    openRun: call('openRun'),
    recordJob: call('recordJob'),
    closeRun: call('closeRun'),
    artifacts: call('artifacts'),
    openIssue: call('openIssue'),
    issueToken: call('issueToken'),
  };
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
