import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account, Conclusion, Job, NewRun, Run, State, Token } from './model.ts';
import type { Permission } from './operations.ts';

export type * from './model.ts';

/** Runs that are remembered; GitHub forgets them after 400 days. */
const mostRuns = 100;

const bot: Account = { id: 41898282, login: 'github-actions[bot]', type: 'Bot' };
const engineer: Account = { id: 10770001, login: 'phoenix-engineer', type: 'User' };

/** Now, as GitHub writes times: whole seconds, UTC. */
export function timestamp(milliseconds = Date.now()): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

function fresh(): State {
  const owner: Account = { id: 10770000, login: 'phoenix-rooivalk', type: 'Organization' };
  return {
    repository: {
      id: 107700077,
      owner,
      name: 'maintenance',
      private: true,
      defaultBranch: 'main',
      createdAt: timestamp(),
    },
    key: randomBytes(32).toString('hex'),
    accounts: [owner, bot, engineer],
    runs: [],
    jobs: [],
    tokens: [],
    artifacts: [],
    issues: [],
    comments: [],
    nextId: Math.floor(Date.now() / 1000),
  };
}

/** The stand-in's memory: one JSON file in its folder, replaced whole after each change; blobs lie beside it. */
export class Store {
  readonly state: State;
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
    mkdirSync(this.blobDirectory, { recursive: true, mode: 0o700 });
    this.state = this.read() ?? fresh();
    this.save();
  }

  private get file(): string {
    return join(this.directory, 'state.json');
  }

  /** Where the content of artifacts lies. */
  get blobDirectory(): string {
    return join(this.directory, 'blobs');
  }

  private read(): State | undefined {
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as State;
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

  /** Begins a run; its actor is the bot for a schedule and an engineer otherwise, unless one is named. */
  openRun(asked: NewRun): Run {
    const { runs } = this.state;
    const sibling = runs.find((run) => run.workflow.path === asked.workflow.path);
    const actor = this.account(asked.actor ?? engineer.login);
    if (actor === undefined) throw new Error(`no account is called ${asked.actor}`);
    const now = timestamp();
    const run: Run = {
      id: this.nextId(),
      attempt: 1,
      number: runs.filter(({ workflow }) => workflow.path === asked.workflow.path).length + 1,
      backendId: randomUUID(),
      workflow: { id: sibling?.workflow.id ?? this.nextId(), ...asked.workflow },
      event: asked.event,
      branch: this.state.repository.defaultBranch,
      sha: asked.sha,
      status: 'in_progress',
      conclusion: null,
      actor,
      triggeringActor: actor,
      createdAt: now,
      startedAt: now,
      updatedAt: now,
    };
    runs.push(run);
    this.#forgetOldRuns();
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
    let job = this.state.jobs.find((known) => known.runId === runId && known.name === name);
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
    this.state.tokens.push(token);
    this.save();
    return token;
  }

  /** Makes an issue or a pull request exist, so that it can be commented on. */
  openIssue(pullRequest: boolean): number {
    const number = this.state.issues.length + 1;
    this.state.issues.push({ number, pullRequest });
    this.save();
    return number;
  }
}
