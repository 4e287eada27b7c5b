import type { Comment, Issue } from '../state.ts';
import { actionsApp, simpleUser } from './people.ts';
import { page, repositoryUrl } from './repository.ts';
import { type Body, nodeId, type Scene } from './scene.ts';

const association = (author: { type: string }): string => (author.type === 'User' ? 'MEMBER' : 'NONE');

/** An issue, or what the issues' half of the API says of a pull request. */
export function issueBody(scene: Scene, issue: Issue): Body {
  const repository = repositoryUrl(scene);
  const url = `${repository}/issues/${issue.number}`;
  const kind = issue.pullRequest ? 'pull' : 'issues';
  const people = issue.assignees.map((person) => simpleUser(scene, person));
  const pull = `${repository}/pulls/${issue.number}`;
  const html = `${page(scene.state.repository)}/${kind}/${issue.number}`;
  return {
    id: 3_000_000 + issue.number,
    node_id: nodeId('I', issue.number),
    url,
    repository_url: repository,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    number: issue.number,
    state: issue.state,
    title: issue.title,
    body: issue.body,
    user: simpleUser(scene, issue.author),
    labels: issue.labels.map((name, index) => ({
      id: index + 1,
      node_id: nodeId('LA', name),
      url: `${repository}/labels/${encodeURIComponent(name)}`,
      name,
      description: null,
      color: 'ededed',
      default: false,
    })),
    assignee: people[0] ?? null,
    assignees: people,
    milestone: null,
    locked: false,
    comments: scene.state.comments.filter((comment) => comment.issue === issue.number).length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: association(issue.author),
    performed_via_github_app: issue.viaApp ? actionsApp(scene) : null,
    ...(issue.pullRequest
      ? { pull_request: { url: pull, html_url: html, diff_url: `${html}.diff`, patch_url: `${html}.patch` } }
      : {}),
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
    author_association: association(comment.author),
    performed_via_github_app: comment.viaApp ? actionsApp(scene) : null,
  };
}
