import type { Pod } from '../../domain/kubernetes/objects.ts';
import { hasEnded } from '../../domain/kubernetes/pods.ts';
import type { PodTrouble } from '../../domain/rollout/trouble.ts';
import type { SeenRollout } from './read-rollout.ts';

/** What a look told about pods of the new version that were lost. */
export interface LostNow {
  /** One of those that were there when the first was lost is lost since the last look: its next one needs time. */
  readonly fresh: boolean;
  /** One has ended that was made after another had: replacing them does not help. */
  readonly again: PodTrouble | undefined;
}

/**
 * The pods of the new version that end or go while their rollout is watched; what had ended before says nothing about it.
 * One may be evicted, drained, or shut down with its node, and its controller makes another: of a Deployment it stays as
 * `Failed`, of the others it is removed, mostly before anybody sees how it ended. Only when a later one ends as well is it
 * the rollout that fails.
 */
export class LostPods {
  readonly #isWanted: (pod: Pod) => boolean;
  #ended: Set<string> | undefined;
  #here: ReadonlySet<string> = new Set();
  /** Those that were there when the first was lost, and when the first ended; undefined until then. */
  #atFirstLoss: ReadonlySet<string> | undefined;
  #atFirstEnd: ReadonlySet<string> | undefined;

  constructor(isWanted: (pod: Pod) => boolean) {
    this.#isWanted = isWanted;
  }

  /** Note what a look has seen. */
  note({ pods, state }: Pick<SeenRollout, 'pods' | 'state'>): LostNow {
    const here = pods.filter((pod) => !hasEnded(pod) && pod.metadata.deletionTimestamp === undefined);
    const before = this.#here;
    this.#here = uidsOf(here.filter(this.#isWanted));
    const ended = this.#newlyEnded(state.ended);
    const endedUids = ended.map(({ podUid }) => podUid);
    const lost = [...new Set([...before, ...endedUids])].filter((uid) => !uidsOf(here).has(uid));
    if (lost.length > 0) this.#atFirstLoss ??= new Set([...before, ...lost]);
    if (ended.length > 0) this.#atFirstEnd ??= new Set([...before, ...endedUids]);
    return {
      fresh: lost.some((uid) => this.#atFirstLoss?.has(uid)),
      again: ended.find(({ podUid }) => this.#atFirstEnd?.has(podUid) === false),
    };
  }

  #newlyEnded(all: readonly PodTrouble[]): readonly PodTrouble[] {
    const known = this.#ended ?? new Set(all.map(({ podUid }) => podUid));
    const newly = all.filter(({ podUid }) => !known.has(podUid));
    this.#ended = new Set([...known, ...newly.map(({ podUid }) => podUid)]);
    return newly;
  }
}

const uidsOf = (pods: readonly Pod[]): ReadonlySet<string> => new Set(pods.map(({ metadata }) => metadata.uid));
