import { randomBytes } from 'node:crypto';
import { accounts, operators, owner, roles, standardEnvironments } from './cast.ts';
import type { State } from './model.ts';
import { usualScript } from './script.ts';

/** Now, as GitHub writes times: whole seconds, UTC. */
export function timestamp(milliseconds = Date.now()): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** The memory of a stand-in that has just been made. */
function fresh(): State {
  return {
    repository: {
      id: 107700077,
      owner,
      name: 'maintenance',
      private: true,
      defaultBranch: 'main',
      createdAt: timestamp(),
    },
    key: randomBytes(32).toString('hex'),
    oidcKey: '',
    accounts: [...accounts],
    roles: { ...roles },
    teams: [structuredClone(operators)],
    workflows: [],
    runs: [],
    jobs: [],
    tokens: [],
    artifacts: [],
    issues: [],
    comments: [],
    commits: [],
    environments: standardEnvironments(timestamp()),
    reviews: [],
    gates: [],
    dispatches: [],
    script: usualScript,
    nextId: Math.floor(Date.now() / 1000),
  };
}

/** What was remembered, completed by what this version of the stand-in knows besides. */
export function completed(remembered: Partial<State>): State {
  const begun = fresh();
  const known = remembered.accounts ?? [];
  const added = begun.accounts.filter(({ id }) => !known.some((account) => account.id === id));
  const runs = (remembered.runs ?? []).map((run) => ({
    ...run,
    declared: run.declared ?? [],
    earlier: run.earlier ?? [],
  }));
  return { ...begun, ...remembered, accounts: [...known, ...added], runs };
}
