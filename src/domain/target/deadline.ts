/** No step may take longer, ms: two hours. */
const longestMs = 7_200_000;
/** What the watching at the end takes, and a slow API server. */
const reserveMs = 60_000;

/** When a step is given up whose pods become ready one after the other in the worst case, ms. */
export function boundedDeadline(readyWithinMs: number, pods: number): number {
  return Math.min(longestMs, readyWithinMs * Math.max(1, pods) + reserveMs);
}
