import type { Pod } from '../../domain/kubernetes/objects.ts';
import { formatSpan } from '../../domain/quantities.ts';
import type { PodTrouble } from '../../domain/rollout/trouble.ts';
import type { WorkloadRef } from '../../domain/step/kinds.ts';
import type { TaskContext } from '../../ports/context.ts';
import { PortError } from '../../ports/port-error.ts';
import { LostPods } from './lost-pods.ts';
import { readRollout, type SeenRollout } from './read-rollout.ts';

/** How patient a rollout is watched. */
export interface RolloutLimits {
  /** So long may pass without another pod becoming ready, ms. */
  readonly progressMs: number;
  /** So long may a pod have a trouble that could pass (an image that cannot be pulled just now), ms. */
  readonly patienceMs: number;
  /** So long must everything stay ready at the end, without a restart, ms. */
  readonly settleMs: number;
}

/** A rollout that did not come to its end, and will not; `pods` are those of the new version, as they were seen last. */
export interface RolloutFailed {
  readonly ended: 'failed';
  readonly why: string;
  readonly troubles: readonly PodTrouble[];
  readonly pods: readonly Pod[];
}

/** How it ended. */
export type RolloutEnd = { readonly ended: 'complete'; readonly ready: number } | RolloutFailed;

const pollMs = 1_000;

type Context = Pick<TaskContext<'cluster'>, 'ports' | 'pause' | 'progress'> & {
  /** Set while something is put back, which has nowhere further to go: pods that waver get the time for progress. */
  readonly puttingBack?: true;
};

/**
 * Watch a rollout until every pod is of the new version and ready and stays so, or until it is clear that it fails: a
 * trouble that does not pass, restarts, pods that end one after the other, no progress; when it puts back, pods that were
 * ready and are not, or restarted, may become ready once more. An API server that cannot be asked for a while counts as no
 * progress. `conflict` when the workload was removed; `cancelled` when the run was asked to stop.
 */
export async function awaitRollout(
  context: Context,
  ref: WorkloadRef,
  isWanted: (pod: Pod) => boolean,
  limits: RolloutLimits,
): Promise<RolloutEnd> {
  const watch = new RolloutWatch(limits, isWanted, context.puttingBack === true);
  for (;;) {
    const seen = await look(context, ref, isWanted);
    const end = watch.note(seen);
    if (end !== undefined) return end;
    await context.pause(pollMs);
  }
}

const passing = new Set(['unreachable', 'timeout', 'busy', 'failed']);

/** Whether an error of a look says no more than that nobody could look just now. */
export const mayPass = (error: unknown): error is PortError => error instanceof PortError && passing.has(error.code);

/** The rollout now, or why it could not be read. */
async function look(
  { ports, progress }: Context,
  ref: WorkloadRef,
  isWanted: (pod: Pod) => boolean,
): Promise<SeenRollout | string> {
  try {
    return await readRollout(ports.cluster, ref, isWanted);
  } catch (error) {
    if (!mayPass(error)) throw error;
    progress(error.message);
    return error.message;
  }
}

/** What has been seen of a rollout so far; time is counted in looks, so that a clock that stands still ends it too. */
class RolloutWatch {
  readonly #limits: RolloutLimits;
  #bestReady = -1;
  #bestOthers = Number.POSITIVE_INFINITY;
  #withoutProgress = 0;
  #troubled = 0;
  #settled = 0;
  #restarts = 0;
  /** Whether its controller had given up already when we began to watch: that was about what was there before. */
  #gaveUpBefore: boolean | undefined;
  #last = 'it could not be read';
  #pods: readonly Pod[] = [];
  readonly #isWanted: (pod: Pod) => boolean;
  readonly #lost: LostPods;
  readonly #mayWaver: boolean;

  constructor(limits: RolloutLimits, isWanted: (pod: Pod) => boolean, mayWaver: boolean) {
    this.#limits = limits;
    this.#isWanted = isWanted;
    this.#mayWaver = mayWaver;
    this.#lost = new LostPods(isWanted);
  }

  note(seen: SeenRollout | string): RolloutEnd | undefined {
    this.#withoutProgress += pollMs;
    if (typeof seen === 'string') {
      this.#last = seen;
      return this.#stalled([]);
    }
    const { state } = seen;
    this.#last = state.text;
    this.#pods = seen.pods.filter(this.#isWanted);
    this.#gaveUpBefore ??= state.deadlineExceeded;
    const { fresh, again } = this.#lost.note(seen);
    if (fresh) this.#beginAnew();
    if (again !== undefined) {
      const why = `one pod after the other ends; pod/${again.pod}: ${again.reason}`;
      return this.#failed(why, [again, ...state.troubles]);
    }
    return state.complete ? this.#settle(seen) : this.#roll(seen);
  }

  #roll({ state }: SeenRollout): RolloutEnd | undefined {
    const [worst] = state.troubles;
    if (this.#settled > 0 && !this.#mayWaver) {
      return this.#failed(`it became ready, and then not any more: ${state.text}`, state.troubles);
    }
    this.#settled = 0;
    this.#troubled = worst === undefined ? 0 : this.#troubled + pollMs;
    if (worst !== undefined && (worst.certain || this.#troubled > this.#limits.patienceMs)) {
      return this.#failed(`${state.text}; pod/${worst.pod}: ${worst.reason}`, state.troubles);
    }
    if (state.deadlineExceeded && !this.#gaveUpBefore) {
      return this.#failed(`${state.text}; its controller gave up`, state.troubles);
    }
    if (state.ready > this.#bestReady || state.others < this.#bestOthers) this.#withoutProgress = 0;
    this.#bestReady = Math.max(this.#bestReady, state.ready);
    this.#bestOthers = Math.min(this.#bestOthers, state.others);
    return this.#stalled(state.troubles);
  }

  /** A pod that was lost gets the time that its next one needs. */
  #beginAnew(): void {
    this.#settled = 0;
    this.#withoutProgress = 0;
    this.#bestReady = -1;
  }

  #settle({ state }: SeenRollout): RolloutEnd | undefined {
    const restarted = this.#settled > 0 && state.restarts > this.#restarts;
    if (restarted && !this.#mayWaver) {
      return this.#failed(`a container restarted right after the rollout: ${state.text}`, []);
    }
    this.#restarts = state.restarts;
    this.#settled = restarted ? pollMs : this.#settled + pollMs;
    if (restarted) return this.#stalled([]);
    return this.#settled > this.#limits.settleMs ? { ended: 'complete', ready: state.ready } : undefined;
  }

  #stalled(troubles: readonly PodTrouble[]): RolloutEnd | undefined {
    const { progressMs } = this.#limits;
    if (this.#withoutProgress <= progressMs) return undefined;
    return this.#failed(`no progress for ${formatSpan(progressMs)}: ${this.#last}`, troubles);
  }

  #failed(why: string, troubles: readonly PodTrouble[]): RolloutFailed {
    return { ended: 'failed', why, troubles, pods: this.#pods };
  }
}
