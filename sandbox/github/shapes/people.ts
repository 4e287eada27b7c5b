import type { Account, Team } from '../state.ts';
import { type Body, nodeId, type Scene, site } from './scene.ts';

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

/** The app that acts with a job's token. */
export function actionsApp(scene: Scene): Body {
  return {
    id: 15368,
    client_id: 'Iv1.05c79e9ad1f6bdfa',
    slug: 'github-actions',
    node_id: nodeId('A', 15368),
    owner: simpleUser(scene, { id: 9919, login: 'github', type: 'Organization' }),
    name: 'GitHub Actions',
    description: 'Automate your workflow from idea to production',
    external_url: 'https://help.github.com/en/actions',
    html_url: `${site}/apps/github-actions`,
    created_at: '2018-07-30T09:30:17Z',
    updated_at: '2019-12-10T19:04:12Z',
    permissions: { actions: 'write', contents: 'write', issues: 'write', metadata: 'read' },
    events: [],
  };
}

/** A team of the organization. */
export function teamBody(scene: Scene, team: Team): Body {
  const { owner } = scene.state.repository;
  const url = `${scene.api}/organizations/${owner.id}/team/${team.id}`;
  return {
    id: team.id,
    node_id: nodeId('T', team.id),
    url,
    html_url: `${site}/orgs/${owner.login}/teams/${team.slug}`,
    name: team.name,
    slug: team.slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'push',
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    parent: null,
  };
}

/** What an account may do in the repository. */
export function collaboratorPermission(scene: Scene, account: Account): Body {
  const role = scene.state.roles[String(account.id)] ?? 'read';
  const ranks = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];
  const permission = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
  const may = (least: string): boolean => ranks.indexOf(role) >= ranks.indexOf(least);
  const permissions = {
    admin: may('admin'),
    maintain: may('maintain'),
    push: may('write'),
    triage: may('triage'),
    pull: may('read'),
  };
  return { permission, role_name: role, user: { ...simpleUser(scene, account), role_name: role, permissions } };
}
