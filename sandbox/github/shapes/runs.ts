import type { Artifact, Job, Run } from '../state.ts';
import { simpleUser } from './people.ts';
import { minimalRepository, page, repositoryUrl } from './repository.ts';
import { type Body, nodeId, type Scene } from './scene.ts';

/** A workflow run, in lists and by itself. */
export function workflowRun(scene: Scene, run: Run): Body {
  const repository = repositoryUrl(scene);
  const url = `${repository}/actions/runs/${run.id}`;
  const author = { name: run.actor.login, email: `${run.actor.id}+noreply@users.noreply.github.com` };
  return {
    id: run.id,
    name: run.workflow.name,
    node_id: nodeId('WFR', run.id),
    head_branch: run.branch,
    head_sha: run.sha,
    path: run.workflow.path,
    display_title: run.workflow.name,
    run_number: run.number,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: run.workflow.id,
    check_suite_id: run.id + 1,
    url,
    html_url: `${page(scene.state.repository)}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    run_started_at: run.startedAt,
    actor: simpleUser(scene, run.actor),
    triggering_actor: simpleUser(scene, run.triggeringActor),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${repository}/check-suites/${run.id + 1}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${repository}/actions/workflows/${run.workflow.id}`,
    head_commit: { id: run.sha, tree_id: run.sha, message: '', timestamp: run.createdAt, author, committer: author },
    repository: minimalRepository(scene),
    head_repository: minimalRepository(scene),
  };
}

/** A job of a run. */
export function workflowJob(scene: Scene, run: Run, job: Job): Body {
  const repository = repositoryUrl(scene);
  return {
    id: job.id,
    run_id: run.id,
    run_url: `${repository}/actions/runs/${run.id}`,
    run_attempt: job.attempt,
    node_id: nodeId('CR', job.id),
    head_sha: run.sha,
    head_branch: run.branch,
    workflow_name: run.workflow.name,
    name: run.declared.find(({ id }) => id === job.name)?.name ?? job.name,
    url: `${repository}/actions/jobs/${job.id}`,
    html_url: `${page(scene.state.repository)}/actions/runs/${run.id}/job/${job.id}`,
    check_run_url: `${repository}/check-runs/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.startedAt,
    started_at: job.startedAt,
    completed_at: job.completedAt,
    steps: job.steps.map((step, index) => ({
      name: step.name,
      status: 'completed',
      conclusion: step.conclusion,
      number: index + 1,
      completed_at: step.completedAt,
    })),
    labels: ['ubuntu-latest'],
    runner_id: 1,
    runner_name: 'act',
    runner_group_id: 0,
    runner_group_name: 'GitHub Actions',
  };
}

/** An artifact. */
export function workflowArtifact(scene: Scene, run: Run, artifact: Artifact, now: number): Body {
  const url = `${repositoryUrl(scene)}/actions/artifacts/${artifact.id}`;
  const { id } = scene.state.repository;
  return {
    id: artifact.id,
    node_id: nodeId('MA', artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.size,
    url,
    archive_download_url: `${url}/zip`,
    expired: Date.parse(artifact.expiresAt) <= now,
    digest: artifact.digest,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: artifact.expiresAt,
    workflow_run: {
      id: run.id,
      repository_id: id,
      head_repository_id: artifact.headRepository ?? id,
      head_branch: run.branch,
      head_sha: run.sha,
    },
  };
}
