import { type Ended, whyUnmet } from '../domain/conduct/met-need.ts';

/** Which need of a task is not met, and why; undefined when all are. */
export function unmetNeed(needs: readonly string[], ended: ReadonlyMap<string, Ended>): string | undefined {
  for (const need of needs) {
    const how = ended.get(need);
    const why = how === undefined ? `it needs ${need}, which has not run` : whyUnmet(need, how);
    if (why !== undefined) return why;
  }
  return undefined;
}
