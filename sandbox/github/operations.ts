/** What a token must be allowed, in GitHub's words (`permissions:` of a job), before an operation is answered. */
export type Permission = `${'actions' | 'contents' | 'issues' | 'metadata' | 'pull_requests'}=${'read' | 'write'}`;

/** One operation of GitHub's REST API that the stand-in answers. */
export interface Operation {
  /** GitHub's own operation id. */
  id: string;
  method: 'get' | 'post' | 'patch' | 'delete';
  path: string;
  /** Any one of these is enough. Source: the `X-Accepted-GitHub-Permissions` header that GitHub sends for the operation. */
  anyOf: Permission[];
}

const run = '/repos/{owner}/{repo}/actions/runs/{run_id}';
const artifact = '/repos/{owner}/{repo}/actions/artifacts/{artifact_id}';
const comment = '/repos/{owner}/{repo}/issues/comments/{comment_id}';
const comments = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
const readComments: Permission[] = ['issues=read', 'pull_requests=read'];
const writeComments: Permission[] = ['issues=write', 'pull_requests=write'];

/**
 * Everything that the stand-in answers, and the only operations that `extract.ts` keeps of GitHub's description. An
 * operation that is not here is answered 404, as GitHub answers an unknown path.
 */
export const operations: Operation[] = [
  { id: 'repos/get', method: 'get', path: '/repos/{owner}/{repo}', anyOf: ['metadata=read'] },
  { id: 'users/get-by-username', method: 'get', path: '/users/{username}', anyOf: ['metadata=read'] },
  { id: 'actions/get-workflow-run', method: 'get', path: run, anyOf: ['actions=read'] },
  {
    id: 'actions/list-workflow-runs',
    method: 'get',
    path: '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
    anyOf: ['actions=read'],
  },
  { id: 'actions/list-jobs-for-workflow-run', method: 'get', path: `${run}/jobs`, anyOf: ['actions=read'] },
  { id: 'actions/list-workflow-run-artifacts', method: 'get', path: `${run}/artifacts`, anyOf: ['actions=read'] },
  { id: 'actions/get-artifact', method: 'get', path: artifact, anyOf: ['actions=read'] },
  { id: 'actions/download-artifact', method: 'get', path: `${artifact}/{archive_format}`, anyOf: ['actions=read'] },
  { id: 'issues/list-comments', method: 'get', path: comments, anyOf: readComments },
  { id: 'issues/create-comment', method: 'post', path: comments, anyOf: writeComments },
  { id: 'issues/get-comment', method: 'get', path: comment, anyOf: readComments },
  { id: 'issues/update-comment', method: 'patch', path: comment, anyOf: writeComments },
];
