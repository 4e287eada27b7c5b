const lookAgainMs = 5_000;
/**
 * A request that nobody waits for any more (its answer was lost, its process killed or cancelled) is over by then, ms: the
 * API server is asked to give up before our own attempt of 15 s does (`timeout` of a write; WithRequestDeadline of
 * k8s.io/apiserver).
 */
const mayArriveMs = 15_000;

/** How often one may look again before what has not arrived is taken for never to arrive; shared by looks at the same time. */
export interface Patience {
  looks: number;
}

/** Patience for everything that may be on its way now. */
export const untilArrived = (): Patience => ({ looks: mayArriveMs / lookAgainMs });

/** Look until what is seen is final, or patience is at its end. Rejects as `look` and `pause` do. */
export async function lookUntilArrived<T>(
  look: () => Promise<T>,
  isFinal: (seen: T) => boolean,
  pause: (ms: number) => Promise<void>,
  patience: Patience = untilArrived(),
): Promise<T> {
  for (;;) {
    const seen = await look();
    if (isFinal(seen) || patience.looks <= 0) return seen;
    patience.looks -= 1;
    await pause(lookAgainMs);
  }
}
