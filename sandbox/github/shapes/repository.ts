import type { Repository } from '../state.ts';
import { simpleUser } from './people.ts';
import { type Body, nodeId, type Scene, site } from './scene.ts';

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

/** The page of the repository. */
export function page(repository: Repository): string {
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

/** The repository inside a pull request. */
export function repositoryOfPull(scene: Scene): Body {
  const { network_count: _network, subscribers_count: _subscribers, ...rest } = fullRepository(scene);
  return { ...rest, has_downloads: false };
}
