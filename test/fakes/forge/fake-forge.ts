import type { Issue, IssueComment } from '../../../src/domain/forge/discussions.ts';
import type { Environment, Review } from '../../../src/domain/forge/environments.ts';
import { type Account, isOurs, type PermissionLevel } from '../../../src/domain/forge/people.ts';
import type { ArtifactFacts, JobIdentity, JobResult, LastChange, WorkflowRun } from '../../../src/domain/forge/runs.ts';
import type { RecentComments } from '../../../src/ports/forge/discussions.ts';
import type { KnownWorkflow } from '../../../src/ports/forge/workflows.ts';
import { type Forge, mostArtifactBytes, type NewIssue, type RunsWanted } from '../../../src/ports/forge.ts';
import { PortError } from '../../../src/ports/port-error.ts';

/** The account that the forge's own token writes as. */
export const ours: Account = { id: 41898282, login: 'github-actions[bot]', type: 'Bot' };

const mostCharacters = 65_536;
const mostComments = 1_000;

function missing(subject: string): PortError {
  return new PortError({ code: 'not-found', subject, message: `${subject} does not exist` });
}

function checkLength(subject: string, body: string): void {
  if ([...body].length > mostCharacters)
    throw new PortError({ code: 'invalid', subject, message: `${subject} is too long` });
}

/** A forge in memory. Tests write its state; what the port does, it does to the same state. */
export class FakeForge implements Forge {
  /** By the job that asks; what is not here may not ask. */
  readonly identities = new Map<string, JobIdentity>();
  repositoryFacts = { id: 7, defaultBranch: 'main', isPublic: false };
  environments: Environment[] = [];
  /** Called after each reading of an environment: tests change it in between. */
  onEnvironmentRead: (environment: Environment) => void = () => {};
  readonly teams = new Map<string, readonly Account[]>();
  workflowRuns: (WorkflowRun & { readonly jobs: readonly JobResult[]; readonly reviews: readonly Review[] })[] = [];
  changes: LastChange[] = [];
  readonly permissions = new Map<string, { readonly level: PermissionLevel; readonly account: Account }>();
  kept: { readonly facts: ArtifactFacts; readonly files: Readonly<Record<string, string>> }[] = [];
  issues: Issue[] = [];
  issueLabels = new Map<number, readonly string[]>();
  allComments: IssueComment[] = [];
  readonly workflows = new Map<string, { enabled: boolean; readonly createdAt?: string }>();
  readonly dispatches: { readonly workflow: string; readonly inputs: Readonly<Record<string, string>> }[] = [];
  /** Operations that fail, by name, and with what. */
  readonly failures = new Map<keyof Forge, PortError>();
  now = '2026-11-24T03:00:00Z';
  #next = 1000;

  #check(operation: keyof Forge): void {
    const failure = this.failures.get(operation);
    if (failure !== undefined) throw failure;
  }

  async identity(job: string): Promise<JobIdentity> {
    this.#check('identity');
    const found = this.identities.get(job);
    if (found !== undefined) return { ...found, audience: `rooivalk/${job}` };
    throw new PortError({ code: 'forbidden', subject: 'the job’s own token', message: `job ${job} may not ask` });
  }

  async repository() {
    this.#check('repository');
    return this.repositoryFacts;
  }

  async environment(name: string): Promise<Environment | undefined> {
    this.#check('environment');
    const found = this.environments.find((known) => known.name === name);
    if (found === undefined) return undefined;
    const answer = structuredClone(found);
    this.onEnvironmentRead(found);
    return answer;
  }

  async teamMembers(organization: string, slug: string): Promise<readonly Account[]> {
    this.#check('teamMembers');
    const found = this.teams.get(`${organization}/${slug}`);
    if (found === undefined) throw missing(`members of team ${slug}`);
    return found;
  }

  async run(id: number): Promise<WorkflowRun | undefined> {
    this.#check('run');
    const found = this.workflowRuns.find((known) => known.id === id);
    if (found === undefined) return undefined;
    const { jobs: _jobs, reviews: _reviews, ...run } = found;
    return run;
  }

  async jobs(run: number, attempt: number): Promise<readonly JobResult[]> {
    this.#check('jobs');
    const found = this.workflowRuns.find((known) => known.id === run && known.attempt === attempt);
    if (found === undefined) throw missing(`jobs of run ${run}`);
    return found.jobs;
  }

  async reviews(run: number): Promise<readonly Review[]> {
    this.#check('reviews');
    return this.workflowRuns.find((known) => known.id === run)?.reviews ?? [];
  }

  async lastChange(path: string): Promise<LastChange | undefined> {
    this.#check('lastChange');
    return this.changes.find((change) => change.path === path);
  }

  async permission(login: string) {
    this.#check('permission');
    const found = this.permissions.get(login.toLowerCase());
    if (found === undefined) throw missing(`what ${login} may do`);
    return found;
  }

  async artifacts(run: number, name: string): Promise<readonly ArtifactFacts[]> {
    this.#check('artifacts');
    return this.kept.map(({ facts }) => facts).filter((facts) => facts.runId === run && facts.name === name);
  }

  async artifactFile(id: number, file: string) {
    this.#check('artifactFile');
    const subject = `artifact ${id}`;
    const found = this.kept.find(({ facts }) => facts.id === id);
    if (found === undefined) throw missing(subject);
    if (found.facts.expired) throw new PortError({ code: 'gone', subject, message: `${subject} has expired` });
    const text = found.files[file];
    const fits = Object.keys(found.files).length === 1 && text !== undefined;
    if (fits && Buffer.byteLength(text) <= mostArtifactBytes) return { facts: found.facts, text };
    throw new PortError({ code: 'invalid', subject, message: `${subject}: it is not one file called ${file}` });
  }

  async issue(number: number): Promise<Issue | undefined> {
    this.#check('issue');
    return this.issues.find((issue) => issue.number === number);
  }

  async openIssues(label: string): Promise<readonly Issue[]> {
    this.#check('openIssues');
    return this.issues
      .filter((issue) => issue.isOpen && (this.issueLabels.get(issue.number) ?? []).includes(label))
      .reverse();
  }

  async openIssue({ title, body, labels }: NewIssue): Promise<Issue> {
    this.#check('openIssue');
    checkLength('an issue', body);
    const number = this.issues.length + 1;
    const url = `https://github.com/phoenix/rooivalk/issues/${number}`;
    const issue: Issue = { number, isPullRequest: false, title, body, author: ours, isOpen: true, url };
    this.issues.push(issue);
    this.issueLabels.set(number, labels);
    return issue;
  }

  async updateIssue(number: number, change: { readonly body?: string; readonly isOpen?: boolean }): Promise<Issue> {
    this.#check('updateIssue');
    const found = this.issues.find((issue) => issue.number === number);
    if (found === undefined) throw missing(`issue ${number}`);
    if (!isOurs(found.author))
      throw new PortError({ code: 'forbidden', subject: `issue ${number}`, message: `it is by ${found.author.login}` });
    if (change.body !== undefined) checkLength(`issue ${number}`, change.body);
    const changed = { ...found, ...change };
    this.issues = this.issues.map((issue) => (issue === found ? changed : issue));
    return changed;
  }

  async comment(id: number): Promise<IssueComment | undefined> {
    this.#check('comment');
    return this.allComments.find((comment) => comment.id === id);
  }

  async recentComments(issue: number): Promise<RecentComments> {
    this.#check('recentComments');
    const all = this.allComments.filter((comment) => comment.issue === issue);
    return { comments: all.slice(-mostComments), isWhole: all.length <= mostComments };
  }

  /** What somebody writes, by their own hand unless it says otherwise. */
  write(issue: number, author: Account, body: string, viaApp = false): IssueComment {
    const id = this.#next;
    this.#next += 1;
    const comment = { id, issue, author, body, createdAt: this.now, updatedAt: this.now, viaApp };
    this.allComments.push(comment);
    return comment;
  }

  async reply(issue: number, body: string): Promise<IssueComment> {
    this.#check('reply');
    checkLength(`comment on ${issue}`, body);
    if (!this.issues.some(({ number }) => number === issue)) throw missing(`comment on ${issue}`);
    return this.write(issue, ours, body, true);
  }

  async keepComment(issue: number, marker: string, body: string): Promise<IssueComment> {
    this.#check('keepComment');
    const text = `${marker}\n${body}`;
    const own = this.allComments.find(
      (comment) => comment.issue === issue && isOurs(comment.author) && comment.body.startsWith(marker),
    );
    if (own === undefined) return this.reply(issue, text);
    checkLength(`comment ${own.id}`, text);
    const changed = { ...own, body: text, updatedAt: this.now };
    this.allComments = this.allComments.map((comment) => (comment === own ? changed : comment));
    return changed;
  }

  async runs({ workflow, branch, since }: RunsWanted): Promise<readonly WorkflowRun[]> {
    this.#check('runs');
    return this.workflowRuns
      .filter(({ path }) => path === `.github/workflows/${workflow}`)
      .filter(
        (run) => run.branch === branch && Date.parse(run.createdAt) >= Math.floor(Date.parse(since) / 1000) * 1000,
      )
      .reverse();
  }

  #workflow(file: string): { enabled: boolean } {
    const found = this.workflows.get(file);
    if (found === undefined) throw missing(file);
    return found;
  }

  async dispatch(workflow: string, inputs: Readonly<Record<string, string>>): Promise<void> {
    this.#check('dispatch');
    this.#workflow(workflow);
    this.dispatches.push({ workflow, inputs });
  }

  async workflow(workflow: string): Promise<KnownWorkflow | undefined> {
    this.#check('workflow');
    const known = this.workflows.get(workflow);
    return known && { isEnabled: known.enabled, createdAt: known.createdAt ?? '2026-11-01T00:00:00Z' };
  }

  async enable(workflow: string): Promise<void> {
    this.#check('enable');
    this.#workflow(workflow).enabled = true;
  }
}
