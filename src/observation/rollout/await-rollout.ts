import type { Pod } from '../../domain/kubernetes/objects.ts';
import { formatSpan } from '../../domain/quantities.ts';
import type { PodTrouble } from '../../domain/rollout/trouble.ts';
import type { WorkloadRef } from '../../domain/step/kinds.ts';
import type { TaskContext } from '../../ports/context.ts';
import { PortError } from '../../ports/port-error.ts';
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

/** How it ended. `failed`: it did not come to its end, and will not. */
export type RolloutEnd =
  | { readonly ended: 'complete'; readonly ready: number }
  | { readonly ended: 'failed'; readonly why: string; readonly troubles: readonly PodTrouble[] };

const pollMs = 1_000;

type Context = Pick<TaskContext<'cluster'>, 'ports' | 'pause' | 'progress'>;

/**
 * Watch a rollout until every pod is of the new version and ready and stays so, or until it is clear that it fails: a
 * trouble that does not pass, restarts, no progress. An API server that cannot be asked for a while counts as no
 * progress. `conflict` when the workload was removed; `cancelled` when the run was asked to stop.
 */
export async function awaitRollout(
  context: Context,
  ref: WorkloadRef,
  isWanted: (pod: Pod) => boolean,
  limits: RolloutLimits,
): Promise<RolloutEnd> {
  const watch = new RolloutWatch(limits);
  for (;;) {
    const seen = await look(context, ref, isWanted);
    const end = watch.note(seen);
    if (end !== undefined) return end;
    await context.pause(pollMs);
  }
}

const passing = new Set(['unreachable', 'timeout', 'busy', 'failed']);

/** The rollout now, or why it could not be read. */
async function look(
  { ports, progress }: Context,
  ref: WorkloadRef,
  isWanted: (pod: Pod) => boolean,
): Promise<SeenRollout | string> {
  try {
    return await readRollout(ports.cluster, ref, isWanted);
  } catch (error) {
    if (!(error instanceof PortError) || !passing.has(error.code)) throw error;
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

  constructor(limits: RolloutLimits) {
    this.#limits = limits;
  }

  note(seen: SeenRollout | string): RolloutEnd | undefined {
    this.#withoutProgress += pollMs;
    if (typeof seen === 'string') {
      this.#last = seen;
      return this.#stalled([]);
    }
    const { state } = seen;
    this.#last = state.text;
    this.#gaveUpBefore ??= state.deadlineExceeded;
    if (state.complete) return this.#settle(seen);
    const [worst] = state.troubles;
    if (this.#settled > 0) {
      return {
        ended: 'failed',
        why: `it became ready, and then not any more: ${state.text}`,
        troubles: state.troubles,
      };
    }
    this.#troubled = worst === undefined ? 0 : this.#troubled + pollMs;
    if (worst !== undefined && (worst.certain || this.#troubled > this.#limits.patienceMs)) {
      return { ended: 'failed', why: `${state.text}; pod/${worst.pod}: ${worst.reason}`, troubles: state.troubles };
    }
    if (state.deadlineExceeded && !this.#gaveUpBefore) {
      return { ended: 'failed', why: `${state.text}; its controller gave up`, troubles: state.troubles };
    }
    if (state.ready > this.#bestReady || state.others < this.#bestOthers) this.#withoutProgress = 0;
    this.#bestReady = Math.max(this.#bestReady, state.ready);
    this.#bestOthers = Math.min(this.#bestOthers, state.others);
    return this.#stalled(state.troubles);
  }

  #settle({ state }: SeenRollout): RolloutEnd | undefined {
    if (this.#settled > 0 && state.restarts > this.#restarts) {
      return { ended: 'failed', why: `a container restarted right after the rollout: ${state.text}`, troubles: [] };
    }
    this.#restarts = state.restarts;
    this.#settled += pollMs;
    return this.#settled > this.#limits.settleMs ? { ended: 'complete', ready: state.ready } : undefined;
  }

  #stalled(troubles: readonly PodTrouble[]): RolloutEnd | undefined {
    const { progressMs } = this.#limits;
    if (this.#withoutProgress <= progressMs) return undefined;
    return { ended: 'failed', why: `no progress for ${formatSpan(progressMs)}: ${this.#last}`, troubles };
  }
}
