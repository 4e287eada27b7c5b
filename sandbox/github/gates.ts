import type { Account, Environment, Gate, Review, Run } from './model.ts';
import { type Store, timestamp } from './state.ts';

/** The environment of a name; made without any protection when there is none, as GitHub does when a job names it. */
export function environmentNamed(store: Store, name: string, now: number): Environment {
  const found = store.state.environments.find((known) => known.name === name);
  if (found !== undefined) return found;
  const at = timestamp(now);
  const made: Environment = {
    id: store.nextId(),
    name,
    createdAt: at,
    updatedAt: at,
    reviewers: [],
    preventSelfReview: false,
    waitTimer: 0,
    canAdminsBypass: true,
    branches: 'all',
  };
  store.state.environments.push(made);
  store.save();
  return made;
}

/** Whether an account is one of an environment's reviewers, by itself or through a team. */
export function mayReview(store: Store, { reviewers }: Environment, account: Account): boolean {
  return reviewers.some(({ type, id }) =>
    type === 'User'
      ? id === account.id
      : store.state.teams.some((team) => team.id === id && team.members.includes(account.id)),
  );
}

/** The gates at which a run waits now, with their environments. */
export function waitingGates(store: Store, run: Run): { gate: Gate; environment: Environment }[] {
  return store.state.gates
    .filter((gate) => gate.runId === run.id && gate.attempt === run.attempt && gate.decision === null)
    .flatMap((gate) => {
      const environment = store.state.environments.find(({ id }) => id === gate.environmentId);
      return environment === undefined ? [] : [{ gate, environment }];
    });
}

/** The gate of a job: opened when the job is first held. */
export function gateOf(store: Store, run: Run, job: string, environment: Environment, now: number): Gate {
  const { gates } = store.state;
  const mine = (gate: Gate): boolean => gate.runId === run.id && gate.attempt === run.attempt && gate.job === job;
  const found = gates.find(mine);
  if (found !== undefined) return found;
  const gate: Gate = {
    runId: run.id,
    attempt: run.attempt,
    job,
    environmentId: environment.id,
    since: timestamp(now),
    decision: environment.reviewers.length === 0 ? 'approved' : null,
  };
  gates.push(gate);
  store.save();
  return gate;
}

/**
 * Whether the gate still holds its job: nobody has reviewed, or the wait timer runs. Review and timer run side by side.
 * A rejected job is let go: it never starts on GitHub, but under act it has, and must be told no by what it reads.
 */
export function isHeld(gate: Gate, { waitTimer }: Environment, now: number): boolean {
  if (gate.decision === 'rejected') return false;
  return gate.decision === null || now < Date.parse(gate.since) + waitTimer * 60_000;
}

/** Writes a review down; the first one decides the gates of its environments. */
export function recordReview(
  store: Store,
  run: Run,
  { environments, state, user, comment }: Pick<Review, 'state' | 'user' | 'comment'> & { environments: Environment[] },
): void {
  const kept = environments.map(({ id, name, createdAt, updatedAt }) => ({ id, name, createdAt, updatedAt }));
  store.state.reviews.push({ runId: run.id, environments: kept, state, user, comment });
  for (const { gate, environment } of waitingGates(store, run)) {
    if (environments.some(({ id }) => id === environment.id)) gate.decision = state;
  }
  store.save();
}
