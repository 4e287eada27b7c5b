import { leftOver } from '../calendar/blackouts.ts';
import { describeNext, utcOf } from '../calendar/explanation.ts';
import { nextOpenings, timeLeft } from '../calendar/openings.ts';
import type { Opening } from '../calendar/window.ts';
import { formatSpan } from '../quantities.ts';
import { claimOf } from '../state/claims.ts';
import { gated } from './assignment.ts';
import type { Scene } from './scene.ts';
import type { Assignment, Situation } from './situation.ts';

/** Blackouts that have lost their effect. */
export function warnings({ calendar, now }: Scene): readonly string[] {
  return leftOver(calendar, now).map(
    ({ owner, reason, expires }) =>
      `a blackout by ${owner} (${reason}) expired ${utcOf(expires)} and has no effect: renew or remove it`,
  );
}

/** When the window opens next, or why it does not. */
export function nextOf({ calendar, window, now }: Scene): string {
  const own = calendar.windows.filter(({ name }) => name === window);
  if (own.length === 0) return `${window} is switched off (windows.${window}.enabled in .github/maintenance.yml)`;
  const next = nextOpenings({ ...calendar, windows: own }, now, 1)[0];
  if (next !== undefined) return describeNext(next, now);
  return `${window} does not open again: give it dates or days (windows.${window} in .github/maintenance.yml)`;
}

/** What becomes of each task. */
export function taskNotes({ due, notDue, lookOnly }: Assignment): readonly string[] {
  return [
    due.length === 0 ? 'no task is due any more' : `due, in this order: ${due.join(', ')}`,
    ...notDue.map(({ id, status, cause }) => `${id} is ${status}: ${cause}`),
    ...lookOnly.map((id) => `${id} looks and takes no step: the state in the cluster cannot be read`),
  ];
}

/** Tasks of some windows that are not this job's to run. */
export function gatedNotes(situation: Situation, windows: readonly string[]): readonly string[] {
  const ids = gated(situation, windows).map(({ id }) => id);
  return ids.length === 0 ? [] : [`needs approval, and runs in a job of its own: ${ids.join(', ')}`];
}

/** How far earlier runs of the opening came. */
export function earlierNotes(scene: Scene, opening: Opening, earlier: Assignment['earlier']): readonly string[] {
  const count = Object.keys(earlier).length;
  const predecessor = claimOf(scene.situation.state?.claims ?? [], opening.id)?.run;
  if (count === 0 && (predecessor === undefined || predecessor === scene.situation.run)) return [];
  const results =
    count === 0 ? 'no task has its result yet' : `with a result already: ${Object.keys(earlier).join(', ')}`;
  return [`goes on after ${predecessor ?? 'the run of a smaller window'}; ${results}`];
}

/** Since when it is open, and for how long. */
export function openedSentence({ now, window }: Scene, opening: Opening): string {
  const late = formatSpan(Math.max(0, now - opening.start));
  return `${window} opened ${utcOf(opening.start)} (${late} ago) and is open for ${formatSpan(timeLeft(opening, now))} more`;
}
