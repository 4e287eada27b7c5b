import { notFound } from '../refusal.ts';
import { workflowJob, workflowRun } from '../shapes/runs.ts';
import type { Run } from '../state.ts';
import { type Call, type Handler, paged } from './call.ts';

/** The run that the path names; an earlier attempt of it where the path names one. */
export function runOf({ context, params, documentation }: Call): Run {
  const run = context.store.run(Number(params.run_id));
  const asked = params.attempt_number;
  const found =
    asked === undefined ? run : [...(run?.earlier ?? []), run].find((one) => one?.attempt === Number(asked));
  if (found === undefined) throw notFound(documentation);
  return found;
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

const listJobs: Handler = (call) => {
  const run = runOf(call);
  const found = call.context.store.state.jobs.filter(
    ({ runId, attempt }) => runId === run.id && (call.query.filter === 'all' || attempt === run.attempt),
  );
  const { entries, headers } = paged(call, found);
  return {
    headers,
    body: { total_count: found.length, jobs: entries.map((job) => workflowJob(call.scene, run, job)) },
  };
};

/** Runs and their jobs. */
export const runHandlers: Record<string, Handler> = {
  'actions/get-workflow-run': (call) => ({ body: workflowRun(call.scene, runOf(call)) }),
  'actions/get-workflow-run-attempt': (call) => ({ body: workflowRun(call.scene, runOf(call)) }),
  'actions/list-workflow-runs': (call) => {
    const asked = call.params.workflow_id ?? '';
    const workflow = call.context.store.workflow(asked);
    if (workflow === undefined) throw notFound(call.documentation);
    const found = call.context.store.state.runs
      .filter((run) => run.workflow.id === workflow.id && runMatches(run, call.query))
      .reverse();
    const { entries, headers } = paged(call, found);
    return {
      headers,
      body: { total_count: found.length, workflow_runs: entries.map((run) => workflowRun(call.scene, run)) },
    };
  },
  'actions/list-jobs-for-workflow-run': listJobs,
  'actions/list-jobs-for-workflow-run-attempt': listJobs,
};
