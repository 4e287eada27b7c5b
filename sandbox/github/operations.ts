/** What a token must be allowed, in GitHub's words (`permissions:` of a job), before an operation is answered. */
export type Permission = `${
  | 'actions'
  | 'contents'
  | 'deployments'
  | 'issues'
  | 'members'
  | 'metadata'
  | 'pull_requests'}=${'read' | 'write'}`;

/** One operation of GitHub's REST API that the stand-in answers. */
export interface Operation {
  /** GitHub's own operation id. */
  id: string;
  method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  path: string;
  /** Any one of these is enough. Source: the `X-Accepted-GitHub-Permissions` header that GitHub sends for the operation. */
  anyOf: Permission[];
}

const repository = '/repos/{owner}/{repo}';
const run = `${repository}/actions/runs/{run_id}`;
const workflow = `${repository}/actions/workflows/{workflow_id}`;
const artifact = `${repository}/actions/artifacts/{artifact_id}`;
const environment = `${repository}/environments/{environment_name}`;
const issue = `${repository}/issues/{issue_number}`;
const comment = `${repository}/issues/comments/{comment_id}`;
const readComments: Permission[] = ['issues=read', 'pull_requests=read'];
const writeComments: Permission[] = ['issues=write', 'pull_requests=write'];

type Row = [id: string, method: Operation['method'], path: string, ...anyOf: Permission[]];

const rows: Row[] = [
  ['repos/get', 'get', repository, 'metadata=read'],
  ['users/get-by-username', 'get', '/users/{username}', 'metadata=read'],
  [
    'repos/get-collaborator-permission-level',
    'get',
    `${repository}/collaborators/{username}/permission`,
    'metadata=read',
  ],
  ['teams/list-members-in-org', 'get', '/orgs/{org}/teams/{team_slug}/members', 'members=read'],

  ['actions/get-workflow-run', 'get', run, 'actions=read'],
  ['actions/get-workflow-run-attempt', 'get', `${run}/attempts/{attempt_number}`, 'actions=read'],
  ['actions/list-workflow-runs', 'get', `${workflow}/runs`, 'actions=read'],
  ['actions/list-jobs-for-workflow-run', 'get', `${run}/jobs`, 'actions=read'],
  ['actions/list-jobs-for-workflow-run-attempt', 'get', `${run}/attempts/{attempt_number}/jobs`, 'actions=read'],
  ['actions/get-reviews-for-run', 'get', `${run}/approvals`, 'actions=read'],
  ['actions/get-pending-deployments-for-run', 'get', `${run}/pending_deployments`, 'actions=read'],
  ['actions/review-pending-deployments-for-run', 'post', `${run}/pending_deployments`, 'deployments=write'],

  ['actions/get-workflow', 'get', workflow, 'actions=read'],
  ['actions/enable-workflow', 'put', `${workflow}/enable`, 'actions=write'],
  ['actions/create-workflow-dispatch', 'post', `${workflow}/dispatches`, 'actions=write'],

  ['actions/list-artifacts-for-repo', 'get', `${repository}/actions/artifacts`, 'actions=read'],
  ['actions/list-workflow-run-artifacts', 'get', `${run}/artifacts`, 'actions=read'],
  ['actions/get-artifact', 'get', artifact, 'actions=read'],
  ['actions/download-artifact', 'get', `${artifact}/{archive_format}`, 'actions=read'],

  ['repos/get-environment', 'get', environment, 'actions=read'],
  ['repos/list-deployment-branch-policies', 'get', `${environment}/deployment-branch-policies`, 'actions=read'],

  ['repos/list-commits', 'get', `${repository}/commits`, 'contents=read'],
  ['repos/get-commit', 'get', `${repository}/commits/{ref}`, 'contents=read'],
  [
    'repos/list-pull-requests-associated-with-commit',
    'get',
    `${repository}/commits/{commit_sha}/pulls`,
    'pull_requests=read',
    'contents=read',
  ],
  ['pulls/get', 'get', `${repository}/pulls/{pull_number}`, 'pull_requests=read', 'contents=read'],

  ['issues/list-for-repo', 'get', `${repository}/issues`, ...readComments],
  ['issues/create', 'post', `${repository}/issues`, 'issues=write'],
  ['issues/get', 'get', issue, ...readComments],
  ['issues/update', 'patch', issue, ...writeComments],
  ['issues/list-comments', 'get', `${issue}/comments`, ...readComments],
  ['issues/create-comment', 'post', `${issue}/comments`, ...writeComments],
  ['issues/get-comment', 'get', comment, ...readComments],
  ['issues/update-comment', 'patch', comment, ...writeComments],
];

/**
 * Everything that the stand-in answers, and the only operations that `extract.ts` keeps of GitHub's description. An
 * operation that is not here is answered 404, as GitHub answers an unknown path.
 */
export const operations: Operation[] = rows.map(([id, method, path, ...anyOf]) => ({ id, method, path, anyOf }));
