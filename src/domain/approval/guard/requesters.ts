import { type Account, isPerson } from '../../forge/people.ts';
import type { LastChange } from '../../forge/runs.ts';
import type { CommonEvidence } from './evidence.ts';
import { type Denial, denied } from './judgement.ts';

/** Somebody who asked for a change, and in which part. */
export interface Requester {
  readonly account: Account;
  readonly as: string;
}

/** The forge's own account, which commits what people merge by its button: it stands for nobody. */
const mergeButton = 'web-flow';

function peopleOf({ path, author, committer, pulls }: LastChange): readonly Requester[] {
  const commit = (account: Account | undefined, part: string): readonly Requester[] =>
    account === undefined || account.login === mergeButton
      ? []
      : [{ account, as: `${part} of the last change to ${path}` }];
  return [
    ...commit(author, 'author'),
    ...commit(committer, 'committer'),
    ...pulls.flatMap((pull) => [...commit(pull.author, 'author'), ...commit(pull.mergedBy, 'merger')]),
  ];
}

/**
 * Who asked for what a plan would change: those who started its run, and the people of the last commit that changed
 * configuration or workflow. A set, compared by number.
 */
export function requestersOf({ planRun, changes }: CommonEvidence): readonly Requester[] {
  return [
    { account: planRun.actor, as: 'who started the run' },
    { account: planRun.triggeringActor, as: 'who started the run' },
    ...changes.flatMap(peopleOf),
  ];
}

/** The same as the report names them: each part of each account once. */
export function namedRequesters(evidence: CommonEvidence): readonly { readonly login: string; readonly as: string }[] {
  const seen = new Set<string>();
  return requestersOf(evidence)
    .filter(({ account, as }) => !seen.has(`${account.id} ${as}`) && seen.add(`${account.id} ${as}`))
    .map(({ account, as }) => ({ login: account.login, as }));
}

/** Who asked is known: a person started the run, or the people of the commits stand in for a schedule. */
export function hasKnownRequesters({ planRun, changes }: CommonEvidence): Denial | undefined {
  const subject = `run ${planRun.id}`;
  const bot = [planRun.actor, planRun.triggeringActor].find((account) => !isPerson(account));
  if (planRun.event !== 'schedule' && bot !== undefined) {
    return denied('requesters-known', subject, {
      rule: 'a gated plan is asked for by a person, or by the schedule',
      state: `${bot.login} (${bot.type}) started it by ${planRun.event}`,
      next: 'nothing was changed; somebody starts the run by hand',
    });
  }
  const anonymous = changes.find((change) => !change.pulls.some(({ author }) => author) && change.author === undefined);
  if (changes.length > 0 && anonymous === undefined) return undefined;
  return denied('requesters-known', subject, {
    rule: 'who last changed configuration and workflow is known',
    state:
      anonymous === undefined
        ? 'no commit that changed them was found'
        : `commit ${anonymous.commit.slice(0, 12)}, which changed ${anonymous.path}, is by no account that the forge knows`,
    next: 'nothing was changed; bring the change by a pull request, or by a commit whose address belongs to an account',
  });
}

/** The part in which an account asked; undefined when it did not. */
export function partIn(requesters: readonly Requester[], { id }: Account): string | undefined {
  return requesters.find(({ account }) => account.id === id)?.as;
}
