import type { Account, Commit, Issue } from '../state.ts';
import { simpleUser } from './people.ts';
import { page, repositoryOfPull, repositoryUrl } from './repository.ts';
import { type Body, nodeId, type Scene } from './scene.ts';

const gitUser = (account: Account | null, at: string): Body => ({
  name: account?.login ?? 'somebody',
  email: `${account?.id ?? 0}+noreply@users.noreply.github.com`,
  date: at,
});

/** A commit with the accounts of its author and committer. */
export function commitBody(scene: Scene, commit: Commit): Body {
  const repository = repositoryUrl(scene);
  const url = `${repository}/commits/${commit.sha}`;
  const { author, committer, at, sha } = commit;
  return {
    url,
    sha,
    node_id: nodeId('C', sha),
    html_url: `${page(scene.state.repository)}/commit/${sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${repository}/git/commits/${sha}`,
      author: gitUser(author, at),
      committer: gitUser(committer, at),
      message: commit.message,
      comment_count: 0,
      tree: { sha, url: `${repository}/git/trees/${sha}` },
    },
    author: author === null ? null : simpleUser(scene, author),
    committer: committer === null ? null : simpleUser(scene, committer),
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: `${repository}/commits/${parent}`,
      html_url: `${page(scene.state.repository)}/commit/${parent}`,
    })),
  };
}

/** A merged pull request, as lists show it. */
export function simplePull(scene: Scene, commit: Commit, pull: NonNullable<Commit['pull']>): Body {
  const { sha, at } = commit;
  const repository = repositoryUrl(scene);
  const url = `${repository}/pulls/${pull.number}`;
  const issue = `${repository}/issues/${pull.number}`;
  const html = `${page(scene.state.repository)}/pull/${pull.number}`;
  const links = {
    self: url,
    html,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${repository}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${repository}/statuses/${sha}`,
  };
  const side = (ref: string): Body => ({
    label: `${scene.state.repository.owner.login}:${ref}`,
    ref,
    sha,
    user: simpleUser(scene, scene.state.repository.owner),
    repo: repositoryOfPull(scene),
  });
  return {
    url,
    id: 2_000_000 + pull.number,
    node_id: nodeId('PR', pull.number),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    number: pull.number,
    state: 'closed',
    locked: false,
    title: titleOf(scene.state.issues, pull.number),
    user: simpleUser(scene, pull.author),
    body: '',
    labels: [],
    milestone: null,
    created_at: at,
    updated_at: at,
    closed_at: at,
    merged_at: at,
    merge_commit_sha: sha,
    assignee: null,
    assignees: [],
    head: side(`change-${pull.number}`),
    base: side(pull.base),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: 'MEMBER',
    auto_merge: null,
  };
}

const titleOf = (issues: readonly Issue[], number: number): string =>
  issues.find((issue) => issue.number === number)?.title ?? `Change ${number}`;

/** A merged pull request by itself: with who merged it. */
export function fullPull(scene: Scene, commit: Commit, pull: NonNullable<Commit['pull']>): Body {
  return {
    ...simplePull(scene, commit, pull),
    merged: true,
    mergeable: null,
    mergeable_state: 'unknown',
    merged_by: pull.mergedBy === null ? null : simpleUser(scene, pull.mergedBy),
    comments: 0,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 1,
    additions: 1,
    deletions: 0,
    changed_files: commit.paths?.length ?? 1,
  };
}
