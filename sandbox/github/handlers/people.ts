import { notFound } from '../refusal.ts';
import { collaboratorPermission, publicUser, simpleUser } from '../shapes/people.ts';
import { fullRepository } from '../shapes/repository.ts';
import type { Account } from '../state.ts';
import { type Call, type Handler, paged } from './call.ts';

function accountOf({ context, params, documentation }: Call): Account {
  const account = context.store.account(params.username ?? '');
  if (account === undefined) throw notFound(documentation);
  return account;
}

/** The repository, its people and the organization's teams. */
export const peopleHandlers: Record<string, Handler> = {
  'repos/get': ({ scene }) => ({ body: fullRepository(scene) }),
  'users/get-by-username': (call) => ({ body: publicUser(call.scene, accountOf(call)) }),
  'repos/get-collaborator-permission-level': (call) => ({ body: collaboratorPermission(call.scene, accountOf(call)) }),
  'teams/list-members-in-org': (call) => {
    const { repository, teams, accounts } = call.context.store.state;
    const team = teams.find(({ slug }) => slug === call.params.team_slug);
    if (team === undefined || call.params.org?.toLowerCase() !== repository.owner.login.toLowerCase())
      throw notFound(call.documentation);
    const members = accounts.filter(({ id }) => team.members.includes(id));
    const { entries, headers } = paged(call, members);
    return { headers, body: entries.map((member) => simpleUser(call.scene, member)) };
  },
};
