import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Blobs } from './blobs.ts';
import { cast } from './cast.ts';
import type { Control, OpenedRun } from './control.ts';
import { recordReview, waitingGates } from './gates.ts';
import type { Permission } from './operations.ts';
import { digitsOf, type Reviewer } from './reviewer.ts';
import { issueIdentityRequest, issueRuntimeToken } from './runtime-token.ts';
import { type Account, type Run, type Store, timestamp } from './state.ts';

const dayMs = 86_400_000;

function opened(store: Store, run: Run, permissions: Permission[]): OpenedRun {
  const { repository } = store.state;
  return {
    run,
    repository: `${repository.owner.login}/${repository.name}`,
    repositoryId: repository.id,
    repositoryPrivate: repository.private,
    githubToken: store.issueToken(permissions, 360, undefined, run.id).value,
    runtimeToken: issueRuntimeToken(store, run, randomUUID()),
    identityToken: issueIdentityRequest(store, run),
  };
}

function found<Entry>(what: string, entry: Entry | undefined): Entry {
  if (entry === undefined) throw new Error(`no ${what}`);
  return entry;
}

/** Who plays a part now: the login may have gone to another account. */
function player(store: Store, part: keyof typeof cast): Account {
  return found(`account ${cast[part].login}`, store.account(cast[part].login));
}

/** Control of a stand-in in this process. */
export function localControl(store: Store, blobs: Blobs, reviewer: Reviewer, now: () => number): Control {
  const { state } = store;
  const issueOf = (number: number) =>
    found(
      `issue ${number}`,
      state.issues.find((issue) => issue.number === number),
    );
  const commentOf = (id: number) =>
    found(
      `comment ${id}`,
      state.comments.find((comment) => comment.id === id),
    );
  return {
    openRun: async (asked, permissions) => opened(store, store.openRun(asked), permissions),
    rerun: async (runId, by, permissions) => opened(store, store.rerun(runId, cast[by].login), permissions),
    recordJob: async (runId, name, change) => store.recordJob(runId, name, change),
    closeRun: async (runId, conclusion) => store.closeRun(runId, conclusion),
    artifacts: async (runId) =>
      state.artifacts
        .filter((artifact) => artifact.finalized && artifact.runId === runId)
        .map(({ blob, id, name, mimeType, size, digest }) => {
          return { id, name, mimeType, size, digest, file: blobs.fileOf(blob) };
        }),
    async keepArtifact(runId, { name, content, headRepository }) {
      const id = store.nextId();
      const blob = randomUUID();
      writeFileSync(blobs.fileOf(blob), Buffer.from(content, 'base64'), { mode: 0o600 });
      const kept = blobs.describe(blob);
      state.artifacts.push({
        id,
        runId: found(`run ${runId}`, store.run(runId)).id,
        jobBackendId: randomUUID(),
        name,
        mimeType: 'application/zip',
        size: kept?.size ?? 0,
        digest: kept?.digest ?? null,
        createdAt: timestamp(now()),
        expiresAt: timestamp(now() + dayMs),
        finalized: true,
        ...(headRepository === undefined ? {} : { headRepository }),
        blob,
      });
      store.save();
      return id;
    },
    registerWorkflows: async (files) => store.registerWorkflows(files),
    async workflow(file, change) {
      found(`workflow ${file}`, store.workflow(file)).state = change;
      store.save();
    },
    recordCommit: async (commit) => store.recordCommit(commit),
    script: async (script) => reviewer.take(script),
    async environment(name, change) {
      const environment = found(
        `environment ${name}`,
        state.environments.find((known) => known.name === name),
      );
      if (change === 'remove') state.environments = state.environments.filter((known) => known !== environment);
      else Object.assign(environment, change, { updatedAt: timestamp(now()) });
      store.save();
    },
    async review(runId, { by, state: decision, comment }) {
      const run = found(`run ${runId}`, store.run(runId));
      const environments = waitingGates(store, run).map(({ environment }) => environment);
      if (environments.length === 0) return [];
      recordReview(store, run, { environments, state: decision, user: player(store, by), comment });
      return environments.map(({ name }) => name);
    },
    openIssue: async (issue) =>
      store.openIssue(typeof issue === 'boolean' ? { pullRequest: issue } : issue, now()).number,
    async editIssue(number, change) {
      const edited = Object.assign(issueOf(number), change, { updatedAt: timestamp(now()) });
      store.save();
      return edited;
    },
    async comment(number, by, text, viaApp) {
      const issue = issueOf(number);
      // who comments has read the issue
      const body = text.replace('{digits}', digitsOf.exec(issue.body)?.[1] ?? '{digits}');
      return store.comment(issue.number, player(store, by), body, now(), viaApp);
    },
    async editComment(id, body) {
      const edited = Object.assign(commentOf(id), { body, updatedAt: timestamp(now()) });
      store.save();
      return edited;
    },
    async deleteComment(id) {
      const gone = commentOf(id);
      state.comments = state.comments.filter((comment) => comment !== gone);
      store.save();
    },
    async commentEvent(id) {
      const { issue, body } = commentOf(id);
      const { number, pullRequest } = issueOf(issue);
      return { name: 'issue_comment', issue: { number, pullRequest }, comment: { id, body } };
    },
    async account(part, { role, id }) {
      const account = player(store, part);
      if (id !== undefined) {
        // Accounts in what has happened already stay who they were.
        state.accounts = state.accounts.map((known) => (known === account ? { ...account, id } : known));
      }
      const now = player(store, part);
      if (role !== undefined) state.roles[String(now.id)] = role;
      store.save();
      return now;
    },
    dispatches: async () => state.dispatches,
    issueToken: async (permissions, minutes, login) => store.issueToken(permissions, minutes, login).value,
  };
}
