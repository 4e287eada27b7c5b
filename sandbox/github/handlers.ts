import type { Description } from './description.ts';
import { notFound, Refusal, validationFailed } from './refusal.ts';
import * as shapes from './shapes.ts';
import type { Artifact, Comment, Run, Store, Token } from './state.ts';
import { timestamp } from './state.ts';

/** What the REST API needs from the server around it. */
export interface RestContext {
  store: Store;
  description: Description;
  /** The API's address, without a slash at its end. */
  api: string;
  /** A download address for an artifact's content that works for a minute. */
  download(artifact: Artifact): string;
  now(): number;
}

/** One accepted call: who asks, for what, and where the answer comes from. */
export interface Call {
  context: RestContext;
  scene: shapes.Scene;
  token: Token;
  documentation: string;
  params: Record<string, string>;
  query: Record<string, string>;
  body: Record<string, unknown>;
}

/** Answers an accepted call; status 200 unless it says otherwise. */
export type Handler = (call: Call) => { status?: number; headers?: Record<string, string>; body?: unknown };

/** Most characters of a comment. Source: the limit that GitHub names when it refuses a longer one. */
const longestComment = 65_536;

function runOf({ context, params, documentation }: Call): Run {
  const run = context.store.run(Number(params.run_id));
  if (run === undefined) throw notFound(documentation);
  return run;
}

function artifactOf({ context, params, documentation }: Call): { artifact: Artifact; run: Run } {
  const artifact = context.store.state.artifacts.find(
    ({ id, finalized }) => finalized && id === Number(params.artifact_id),
  );
  const run = artifact && context.store.run(artifact.runId);
  if (artifact === undefined || run === undefined) throw notFound(documentation);
  return { artifact, run };
}

/** One page of a list, with the `Link` header that leads to its neighbours. */
function paged<Entry>(
  { query, context }: Call,
  path: string,
  all: Entry[],
): { entries: Entry[]; headers: Record<string, string> } {
  const size = Math.min(Math.max(Number(query.per_page ?? 30), 1), 100);
  const page = Math.max(Number(query.page ?? 1), 1);
  const last = Math.max(Math.ceil(all.length / size), 1);
  const link = (to: number, rel: string): string => {
    const search = new URLSearchParams({ ...query, per_page: String(size), page: String(to) });
    return `<${context.api}${path}?${search}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return {
    entries: all.slice((page - 1) * size, page * size),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}

/** GitHub's search syntax for times: `2026-11-24`, `>=…`, `<…`, `a..b`, `*..b`. A date alone means the whole day. */
function createdMatches(created: string, asked: string): boolean {
  const end = (text: string): string => (text.includes('T') ? text : `${text}T23:59:59Z`);
  const start = (text: string): string => (text.includes('T') ? text : `${text}T00:00:00Z`);
  const [from, to] = asked.split('..');
  if (from !== undefined && to !== undefined)
    return (from === '*' || created >= start(from)) && (to === '*' || created <= end(to));
  if (asked.startsWith('>=')) return created >= start(asked.slice(2));
  if (asked.startsWith('<=')) return created <= end(asked.slice(2));
  if (asked.startsWith('>')) return created > end(asked.slice(1));
  if (asked.startsWith('<')) return created < start(asked.slice(1));
  return created >= start(asked) && created <= end(asked);
}

function runMatches(run: Run, query: Record<string, string>): boolean {
  return (
    (query.branch ?? run.branch) === run.branch &&
    (query.event ?? run.event) === run.event &&
    (query.head_sha ?? run.sha) === run.sha &&
    (query.actor ?? run.actor.login).toLowerCase() === run.actor.login.toLowerCase() &&
    (query.status === undefined || query.status === run.status || query.status === run.conclusion) &&
    (query.created === undefined || createdMatches(run.createdAt, query.created))
  );
}

function checkComment(documentation: string, body: string): void {
  const refuse = (message: string): Refusal =>
    validationFailed(documentation, [{ resource: 'IssueComment', field: 'body', code: 'custom', message }]);
  if (body.trim() === '') throw refuse("body can't be blank");
  if ([...body].length > longestComment) throw refuse(`body is too long (maximum is ${longestComment} characters)`);
}

function commentOf({ context, params, documentation }: Call): Comment {
  const comment = context.store.state.comments.find(({ id }) => id === Number(params.comment_id));
  if (comment === undefined) throw notFound(documentation);
  return comment;
}

function issueOf({ context, params, documentation }: Call): { number: number; pullRequest: boolean } {
  const issue = context.store.state.issues.find(({ number }) => number === Number(params.issue_number));
  if (issue === undefined) throw notFound(documentation);
  return issue;
}

function shown({ context, scene }: Call, comment: Comment): unknown {
  const issue = context.store.state.issues.find(({ number }) => number === comment.issue);
  return shapes.issueComment(scene, comment, issue?.pullRequest ?? false);
}

/** What answers each operation, by GitHub's operation id. */
export const handlers: Record<string, Handler> = {
  'repos/get': ({ scene }) => ({ body: shapes.fullRepository(scene) }),
  'users/get-by-username': ({ context, scene, params, documentation }) => {
    const account = context.store.account(params.username ?? '');
    if (account === undefined) throw notFound(documentation);
    return { body: shapes.publicUser(scene, account) };
  },
  'actions/get-workflow-run': (call) => ({ body: shapes.workflowRun(call.scene, runOf(call)) }),
  'actions/list-workflow-runs': (call) => {
    const asked = call.params.workflow_id ?? '';
    const runs = call.context.store.state.runs.filter(
      ({ workflow }) => String(workflow.id) === asked || workflow.path === `.github/workflows/${asked}`,
    );
    if (runs.length === 0) throw notFound(call.documentation);
    const found = runs.filter((run) => runMatches(run, call.query)).reverse();
    const path = `/repos/${call.params.owner}/${call.params.repo}/actions/workflows/${asked}/runs`;
    const { entries, headers } = paged(call, path, found);
    return {
      headers,
      body: { total_count: found.length, workflow_runs: entries.map((run) => shapes.workflowRun(call.scene, run)) },
    };
  },
  'actions/list-jobs-for-workflow-run': (call) => {
    const run = runOf(call);
    const found = call.context.store.state.jobs.filter(({ runId }) => runId === run.id);
    const path = `/repos/${call.params.owner}/${call.params.repo}/actions/runs/${run.id}/jobs`;
    const { entries, headers } = paged(call, path, found);
    return {
      headers,
      body: { total_count: found.length, jobs: entries.map((job) => shapes.workflowJob(call.scene, run, job)) },
    };
  },
  'actions/list-workflow-run-artifacts': (call) => {
    const run = runOf(call);
    const found = call.context.store.state.artifacts
      .filter(({ runId, finalized }) => finalized && runId === run.id)
      .filter(({ name }) => (call.query.name ?? name) === name)
      .reverse();
    const path = `/repos/${call.params.owner}/${call.params.repo}/actions/runs/${run.id}/artifacts`;
    const { entries, headers } = paged(call, path, found);
    const artifacts = entries.map((entry) => shapes.workflowArtifact(call.scene, run, entry, call.context.now()));
    return { headers, body: { total_count: found.length, artifacts } };
  },
  'actions/get-artifact': (call) => {
    const { artifact, run } = artifactOf(call);
    return { body: shapes.workflowArtifact(call.scene, run, artifact, call.context.now()) };
  },
  'actions/download-artifact': (call) => {
    const { artifact } = artifactOf(call);
    if (call.params.archive_format !== 'zip') throw notFound(call.documentation);
    if (Date.parse(artifact.expiresAt) <= call.context.now()) {
      throw new Refusal(410, 'Artifact has expired', { documentation_url: call.documentation });
    }
    return { status: 302, headers: { location: call.context.download(artifact) } };
  },
  'issues/list-comments': (call) => {
    const issue = issueOf(call);
    const found = call.context.store.state.comments
      .filter((comment) => comment.issue === issue.number)
      .filter(({ updatedAt }) => Date.parse(updatedAt) >= Date.parse(call.query.since ?? '1970-01-01T00:00:00Z'));
    const path = `/repos/${call.params.owner}/${call.params.repo}/issues/${issue.number}/comments`;
    const { entries, headers } = paged(call, path, found);
    return { headers, body: entries.map((comment) => shown(call, comment)) };
  },
  'issues/get-comment': (call) => ({ body: shown(call, commentOf(call)) }),
  'issues/create-comment': (call) => {
    const issue = issueOf(call);
    const body = String(call.body.body);
    checkComment(call.documentation, body);
    const now = timestamp(call.context.now());
    const { store } = call.context;
    const comment: Comment = {
      id: store.nextId(),
      issue: issue.number,
      author: call.token.account,
      body,
      createdAt: now,
      updatedAt: now,
    };
    store.state.comments.push(comment);
    store.save();
    const location = `${shapes.repositoryUrl(call.scene)}/issues/comments/${comment.id}`;
    return { status: 201, headers: { location }, body: shown(call, comment) };
  },
  'issues/update-comment': (call) => {
    const comment = commentOf(call);
    const body = String(call.body.body);
    checkComment(call.documentation, body);
    Object.assign(comment, { body, updatedAt: timestamp(call.context.now()) });
    call.context.store.save();
    return { body: shown(call, comment) };
  },
};
