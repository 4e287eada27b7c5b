import type { Account, Environment, State, Team } from './model.ts';

const person = (id: number, login: string): Account => ({ id, login, type: 'User' });

/** Who a job's own token acts as. */
export const bot: Account = { id: 41898282, login: 'github-actions[bot]', type: 'Bot' };
/** The organization. */
export const owner: Account = { id: 10770000, login: 'phoenix-rooivalk', type: 'Organization' };

/**
 * The people of the sandbox, by the part that they play. `requester` starts runs, `author` writes and `merger` merges the
 * commits, `reviewer` is listed in the gated environments by name and `operator` through the team; `admin` is listed nowhere.
 */
export const cast = {
  requester: person(10770001, 'phoenix-engineer'),
  author: person(10770002, 'phoenix-author'),
  merger: person(10770003, 'phoenix-maintainer'),
  reviewer: person(10770004, 'phoenix-reviewer'),
  operator: person(10770005, 'phoenix-operator'),
  admin: person(10770006, 'phoenix-admin'),
  reader: person(10770007, 'phoenix-reader'),
  stranger: person(10770008, 'passer-by'),
  app: { id: 10770009, login: 'helpful-app[bot]', type: 'Bot' },
} as const satisfies Record<string, Account>;

/** The part that somebody plays. */
export type Part = keyof typeof cast;

/** Everybody that the stand-in knows from the start. */
export const accounts: Account[] = [owner, bot, ...Object.values(cast)];

/** What they may do in the repository, by id. */
export const roles: State['roles'] = {
  [cast.requester.id]: 'write',
  [cast.author.id]: 'write',
  [cast.merger.id]: 'maintain',
  [cast.reviewer.id]: 'write',
  [cast.operator.id]: 'write',
  [cast.admin.id]: 'admin',
  [cast.reader.id]: 'read',
  [cast.stranger.id]: 'none',
};

/** The team that stands beside the reviewer in the gated environments. */
export const operators: Team = {
  id: 20770001,
  slug: 'platform-operators',
  name: 'Platform operators',
  members: [cast.operator.id],
};

const gatedTypes = ['corrective', 'adaptive', 'perfective'];

/** The environments as an adopter is told to set them up (trust.md §1): fresh objects at every call. */
export function standardEnvironments(at: string): Environment[] {
  const environment = (id: number, name: string, more: Partial<Environment> = {}): Environment => ({
    id,
    name,
    createdAt: at,
    updatedAt: at,
    reviewers: [],
    preventSelfReview: false,
    waitTimer: 0,
    canAdminsBypass: true,
    branches: ['main'],
    ...more,
  });
  const gated = (): Partial<Environment> => ({
    reviewers: [
      { type: 'User', id: cast.reviewer.id },
      { type: 'Team', id: operators.id },
    ],
    preventSelfReview: true,
    canAdminsBypass: false,
  });
  return [
    environment(30770001, 'maintenance-plan'),
    environment(30770002, 'maintenance-preventive'),
    environment(30770003, 'maintenance-recovery'),
    ...gatedTypes.flatMap((type, index) => [
      environment(30770010 + index, `maintenance-${type}`, gated()),
      // The wait timer is the lead time, which is one minute on the sandbox.
      environment(30770020 + index, `maintenance-${type}-window`, { ...gated(), waitTimer: 1 }),
    ]),
  ];
}
