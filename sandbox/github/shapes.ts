import type { Account, Artifact, Comment, Job, Repository, Run, State } from './state.ts';

/** What is known when an answer is written: the memory, and the address that the asker reached us by. */
export interface Scene {
  state: State;
  /** The API's address, without a slash at its end. */
  api: string;
}

type Body = Record<string, unknown>;

const site = 'https://github.com';

function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(`${kind}:${id}`).toString('base64url')}`;
}

/** A user, bot or organization inside another answer. */
export function simpleUser({ api }: Scene, account: Account): Body {
  const url = `${api}/users/${encodeURIComponent(account.login)}`;
  const page = account.type === 'Bot' ? `apps/${account.login.replace(/\[bot\]$/, '')}` : account.login;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(account.type === 'Organization' ? 'O' : 'U', account.id),
    avatar_url: `https://avatars.githubusercontent.com/u/${account.id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${site}/${page}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** The answer of `GET /users/{username}`. */
export function publicUser(scene: Scene, account: Account): Body {
  return {
    ...simpleUser(scene, account),
    name: null,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: scene.state.repository.createdAt,
    updated_at: scene.state.repository.createdAt,
  };
}

/** The repository's address in the API. */
export function repositoryUrl({ api, state }: Scene): string {
  return `${api}/repos/${state.repository.owner.login}/${state.repository.name}`;
}

/** Endings of the addresses that GitHub lists for a repository. */
const repositoryPaths: Record<string, string> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

function page(repository: Repository): string {
  return `${site}/${repository.owner.login}/${repository.name}`;
}

/** The repository inside a workflow run. */
export function minimalRepository(scene: Scene): Body {
  const { repository } = scene.state;
  const url = repositoryUrl(scene);
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: `${repository.owner.login}/${repository.name}`,
    private: repository.private,
    owner: simpleUser(scene, repository.owner),
    html_url: page(repository),
    description: null,
    fork: false,
    url,
    ...Object.fromEntries(Object.entries(repositoryPaths).map(([name, path]) => [name, `${url}${path}`])),
  };
}

/** The answer of `GET /repos/{owner}/{repo}`. */
export function fullRepository(scene: Scene): Body {
  const { repository, issues } = scene.state;
  return {
    ...minimalRepository(scene),
    clone_url: `${page(repository)}.git`,
    git_url: `git://github.com/${repository.owner.login}/${repository.name}.git`,
    ssh_url: `git@github.com:${repository.owner.login}/${repository.name}.git`,
    svn_url: page(repository),
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: repository.defaultBranch,
    visibility: repository.private ? 'private' : 'public',
    archived: false,
    disabled: false,
    has_issues: true,
    has_projects: true,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    forks: 0,
    forks_count: 0,
    open_issues: issues.length,
    open_issues_count: issues.length,
    size: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    network_count: 0,
    subscribers_count: 0,
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    pushed_at: repository.createdAt,
  };
}

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
    name: job.name,
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
      head_repository_id: id,
      head_branch: run.branch,
      head_sha: run.sha,
    },
  };
}

/** A comment of an issue or pull request. */
export function issueComment(scene: Scene, comment: Comment, pullRequest: boolean): Body {
  const repository = repositoryUrl(scene);
  const kind = pullRequest ? 'pull' : 'issues';
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url: `${repository}/issues/comments/${comment.id}`,
    html_url: `${page(scene.state.repository)}/${kind}/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${repository}/issues/${comment.issue}`,
    user: simpleUser(scene, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: comment.author.type === 'User' ? 'MEMBER' : 'NONE',
    performed_via_github_app: null,
  };
}
