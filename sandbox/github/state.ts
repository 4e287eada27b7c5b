import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bot, cast } from './cast.ts';
import { completed, timestamp } from './memory.ts';
import type { Account, Comment, Commit, Conclusion, Issue, Job, NewRun, Run, State, Token, Workflow } from './model.ts';
import type { Permission } from './operations.ts';

export { timestamp } from './memory.ts';
export type * from './model.ts';

/** Runs that are remembered; GitHub forgets them after 400 days. */
const mostRuns = 100;
/** Commits that are remembered: one a run that the sandbox makes. */
const mostCommits = 200;

/** The stand-in's memory: one JSON file in its folder, replaced whole after each change; blobs lie beside it. */
export class Store {
  readonly state: State;
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
    mkdirSync(this.blobDirectory, { recursive: true, mode: 0o700 });
    this.state = completed(this.read() ?? {});
    this.save();
  }

  private get file(): string {
    return join(this.directory, 'state.json');
  }

  /** Where the content of artifacts lies. */
  get blobDirectory(): string {
    return join(this.directory, 'blobs');
  }

  private read(): Partial<State> | undefined {
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as Partial<State>;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Writes the state down. Call it after every change. */
  save(): void {
    writeFileSync(`${this.file}.new`, JSON.stringify(this.state, null, 1), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }

  /** The next id. Ids grow for ever and are never used twice, also across restarts. */
  nextId(): number {
    const id = this.state.nextId;
    this.state.nextId += 1;
    return id;
  }

  account(login: string): Account | undefined {
    return this.state.accounts.find((account) => account.login.toLowerCase() === login.toLowerCase());
  }

  run(id: number): Run | undefined {
    return this.state.runs.find((run) => run.id === id);
  }

  /** A workflow by its id or its file's name. */
  workflow(asked: string): Workflow | undefined {
    return this.state.workflows.find(({ id, path }) => String(id) === asked || path === `.github/workflows/${asked}`);
  }

  /** Makes workflow files known, as a push to the default branch does. */
  registerWorkflows(files: readonly { readonly name: string; readonly path: string }[]): void {
    for (const { name, path } of files) {
      const known = this.state.workflows.find((workflow) => workflow.path === path);
      if (known !== undefined) known.name = name;
      else this.state.workflows.push({ id: this.nextId(), name, path, state: 'active', createdAt: timestamp() });
    }
    this.save();
  }

  /** Makes a commit known on top of the default branch: the author's, merged by somebody else, unless it says otherwise. */
  recordCommit(commit: Partial<Commit> & { readonly sha: string }): Commit {
    const known = this.state.commits.find(({ sha }) => sha === commit.sha);
    if (known !== undefined) return Object.assign(known, commit);
    const tip = this.state.commits.at(-1);
    const made: Commit = {
      message: 'Change the maintenance',
      author: cast.author,
      committer: cast.author,
      at: timestamp(),
      parents: tip === undefined ? [] : [tip.sha],
      pull: {
        number: commit.pull?.number ?? this.openIssue({ pullRequest: true, author: cast.author }).number,
        author: cast.author,
        mergedBy: cast.merger,
        base: this.state.repository.defaultBranch,
      },
      ...commit,
    };
    this.state.commits = [...this.state.commits.slice(1 - mostCommits), made];
    this.save();
    return made;
  }

  #actor(login: string): Account {
    const account = this.account(login);
    if (account === undefined) throw new Error(`no account is called ${login}`);
    return account;
  }

  /** Begins a run; its actor is the requester unless somebody is named. */
  openRun(asked: NewRun): Run {
    const { runs } = this.state;
    this.registerWorkflows([asked.workflow]);
    const workflow = this.state.workflows.find(({ path }) => path === asked.workflow.path) as Workflow;
    if (asked.fork === undefined) this.recordCommit({ sha: asked.sha });
    const actor = this.#actor(asked.actor ?? cast.requester.login);
    const now = timestamp();
    const run: Run = {
      id: this.nextId(),
      attempt: 1,
      number: runs.filter(({ workflow }) => workflow.path === asked.workflow.path).length + 1,
      backendId: randomUUID(),
      workflow: { id: workflow.id, ...asked.workflow },
      event: asked.event,
      branch: asked.branch ?? this.state.repository.defaultBranch,
      sha: asked.sha,
      status: 'in_progress',
      conclusion: null,
      actor,
      triggeringActor: asked.triggeringActor === undefined ? actor : this.#actor(asked.triggeringActor),
      createdAt: now,
      startedAt: now,
      updatedAt: now,
      ...(asked.fork === undefined ? {} : { fork: asked.fork }),
      declared: asked.declared ?? [],
      earlier: [],
    };
    runs.push(run);
    this.#forgetOldRuns();
    this.save();
    return run;
  }

  /** Starts a run again, as the button does: everything of the run stays, its reviews too; the attempt is the next one. */
  rerun(id: number, login: string): Run {
    const run = this.run(id);
    if (run === undefined) throw new Error(`no run ${id}`);
    const { earlier, ...before } = structuredClone(run);
    const now = timestamp();
    Object.assign(run, {
      attempt: run.attempt + 1,
      triggeringActor: this.#actor(login),
      status: 'in_progress',
      conclusion: null,
      startedAt: now,
      updatedAt: now,
      earlier: [...earlier, { ...before, earlier: [] }],
    });
    this.save();
    return run;
  }

  /** Keeps the memory bounded: the oldest ended runs go, with their jobs and artifacts. */
  #forgetOldRuns(): void {
    const { state } = this;
    const ended = state.runs.filter(({ status }) => status === 'completed');
    const old = new Set(ended.slice(0, Math.max(0, state.runs.length - mostRuns)).map(({ id }) => id));
    if (old.size === 0) return;
    for (const { runId, blob } of state.artifacts) {
      if (old.has(runId)) rmSync(join(this.blobDirectory, `${blob}.content`), { force: true });
    }
    state.runs = state.runs.filter(({ id }) => !old.has(id));
    state.jobs = state.jobs.filter(({ runId }) => !old.has(runId));
    state.artifacts = state.artifacts.filter(({ runId }) => !old.has(runId));
    state.reviews = state.reviews.filter(({ runId }) => !old.has(runId));
    state.gates = state.gates.filter(({ runId }) => !old.has(runId));
  }

  /** Ends a run: whatever of it still runs ends too, and its tokens are worth nothing from now on. */
  closeRun(id: number, conclusion: Conclusion): Run {
    const run = this.run(id);
    if (run === undefined) throw new Error(`no run ${id}`);
    const now = timestamp();
    Object.assign(run, { status: 'completed', conclusion, updatedAt: now });
    this.state.tokens = this.state.tokens.filter(({ runId }) => runId !== id);
    for (const job of this.state.jobs) {
      if (job.runId !== id || job.status === 'completed') continue;
      Object.assign(job, { status: 'completed', conclusion: 'cancelled', completedAt: now });
    }
    this.save();
    return run;
  }

  /** Records how far a job has come; the job is made when it is first heard of. */
  recordJob(runId: number, name: string, change: Partial<Pick<Job, 'status' | 'conclusion' | 'steps'>>): Job {
    const run = this.run(runId);
    if (run === undefined) throw new Error(`no run ${runId}`);
    const now = timestamp();
    let job = this.state.jobs.find(
      (known) => known.runId === runId && known.attempt === run.attempt && known.name === name,
    );
    if (job === undefined) {
      job = {
        id: this.nextId(),
        runId,
        attempt: run.attempt,
        name,
        status: 'in_progress',
        conclusion: null,
        startedAt: now,
        completedAt: null,
        steps: [],
      };
      this.state.jobs.push(job);
    }
    Object.assign(job, change);
    if (job.status === 'completed') job.completedAt ??= now;
    this.save();
    return job;
  }

  /** Makes a token, long enough to be masked without masking ordinary words. `minutes` is how long it lives. */
  issueToken(permissions: Permission[], minutes = 360, login = bot.login, runId?: number): Token {
    const account = this.account(login);
    if (account === undefined) throw new Error(`no account is called ${login}`);
    const token: Token = {
      value: `ghs_${randomBytes(27).toString('base64url')}`,
      account,
      permissions: ['metadata=read', ...permissions],
      expiresAt: timestamp(Date.now() + minutes * 60_000),
      ...(runId === undefined ? {} : { runId }),
    };
    this.state.tokens = [...this.state.tokens.filter(({ expiresAt }) => Date.parse(expiresAt) > Date.now()), token];
    this.save();
    return token;
  }

  /** Opens an issue or a pull request. What the bot writes, it writes through its app. */
  openIssue(asked: Partial<Issue>, now = Date.now()): Issue {
    const at = timestamp(now);
    const author = asked.author ?? cast.requester;
    const issue: Issue = {
      number: this.state.issues.length + 1,
      pullRequest: false,
      title: 'Something to talk about',
      body: '',
      author,
      viaApp: author.type === 'Bot',
      state: 'open',
      labels: [],
      assignees: [],
      createdAt: at,
      updatedAt: at,
      closedAt: null,
      ...asked,
    };
    this.state.issues.push(issue);
    this.save();
    return issue;
  }

  /** Comments on an issue or a pull request. */
  comment(issue: number, author: Account, body: string, now = Date.now(), viaApp = author.type === 'Bot'): Comment {
    const at = timestamp(now);
    const comment: Comment = { id: this.nextId(), issue, author, body, createdAt: at, updatedAt: at, viaApp };
    this.state.comments.push(comment);
    this.save();
    return comment;
  }
}
