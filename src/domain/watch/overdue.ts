import { isoOf } from '../calendar/instants.ts';
import { absorbedBy } from '../calendar/nesting.ts';
import { openings } from '../calendar/openings.ts';
import type { Calendar, EpochMs, Opening } from '../calendar/window.ts';
import { claimOf } from '../state/claims.ts';
import type { Claim } from '../state/documents.ts';

/** An opening that passed without a run that came to its end. */
export interface Overdue {
  readonly opening: Opening;
  /** Whose claim it was, when a run took it and did not end. */
  readonly claim?: Claim;
}

/** When the forge first saw a window's own workflow; `none`: the repository has none. */
export type Adopted = EpochMs | 'none';

/** How far back is looked, ms: what is older has had its issue. */
const lookBackMs = 8 * 86_400_000;

/**
 * The openings that have passed and were not completed, newest first, one a window. A smaller window that a larger one
 * absorbed is carried out by the larger one's claim. Openings from before maintenance was set up are nobody's fault: before
 * the first claim that is remembered and before `adopted`, when the forge first saw the window's own workflow (by window;
 * absent where that could not be read). So a window is missed also when nothing has ever run. One that the repository has no
 * workflow for (`none`), and that nothing ever claimed, is nobody's either.
 */
export function overdue(
  calendar: Calendar,
  claims: readonly Claim[],
  now: EpochMs,
  adopted: ReadonlyMap<string, Adopted>,
): readonly Overdue[] {
  const firstClaim = Math.min(...claims.map(({ claimedAt }) => Date.parse(claimedAt)));
  const since = (window: string): EpochMs => {
    const known = adopted.get(window) ?? Number.POSITIVE_INFINITY;
    if (known !== 'none') return Math.min(firstClaim, known);
    return claims.some((claim) => claim.window === window) ? firstClaim : Number.POSITIVE_INFINITY;
  };
  const passed = openings(calendar, now - lookBackMs, now)
    .filter(({ window, start, end }) => start >= Math.max(since(window), now - lookBackMs) && end <= now)
    .sort((a, b) => b.end - a.end);
  const latest = new Map<string, Opening>();
  for (const opening of passed) if (!latest.has(opening.window)) latest.set(opening.window, opening);
  return [...latest.values()].flatMap((opening) => {
    if (isCompleted(opening, calendar, claims)) return [];
    const claim = claimOf(claims, opening.id);
    return [claim === undefined ? { opening } : { opening, claim }];
  });
}

function isCompleted(opening: Opening, calendar: Calendar, claims: readonly Claim[]): boolean {
  const larger = absorbedBy(opening, calendar);
  const ids = [opening.id, ...(larger === undefined ? [] : [larger.id])];
  return ids.some((id) => claimOf(claims, id)?.completedAt !== undefined);
}

/** What a person is told of it: one sentence. */
export function describeOverdue({ opening, claim }: Overdue): string {
  const span = `${opening.window} of ${isoOf(opening.start)} closed at ${isoOf(opening.end)}`;
  return claim === undefined ? `${span} without any run` : `${span}; ${claim.run} took it and did not come to its end`;
}
