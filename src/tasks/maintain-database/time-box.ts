import type { Inputs } from './inputs.ts';
import { estimateMs, type Need } from './need.ts';

/** Why a table in need is left for another opening: what it does not fit into. */
export type TooSmall = 'time box' | 'window' | 'journal';

/** A table that is worked on, and how long its statement may take, ms. */
export interface Chosen extends Need {
  readonly timeoutMs: number;
}

/** A table that is left for another opening. */
export interface Left {
  readonly need: Need;
  readonly tooSmall: TooSmall;
}

/** What is done and what is left, each worst first. */
export interface Fitted {
  readonly chosen: readonly Chosen[];
  readonly left: readonly Left[];
}

/** No plan has more steps than this: it must fit into the journal. */
const mostSteps = 200;
/** A step may take longer than its statement, ms: logging in, asking the statistics, and ending what does not end by itself. */
export const slackMs = 30_000;
/** From the look at the window's end to the first step, ms: tables are read and the journal is opened. */
const beforeFirstMs = 30_000;
const leastTimeoutMs = 60_000;

/** Ten times what the size makes us expect, within the bounds. */
const usualTimeoutMs = (need: Need, inputs: Inputs): number =>
  Math.min(inputs['table-timeout'], Math.max(leastTimeoutMs, 10 * estimateMs(need.table)));

/** With less than this it would probably be cut off. */
const leastUsefulMs = (need: Need): number => Math.max(leastTimeoutMs, 2 * estimateMs(need.table));

/**
 * Those that fit, worst first, into the time box by their sizes and into what is left of the window by the time that their
 * statements may take; the worst one is taken even if it is larger than the time box. Where less is left of the window than a
 * statement usually may take, it may take less, as long as twice its expected time.
 */
export function fitting(needs: readonly Need[], inputs: Inputs, leftMs = Number.POSITIVE_INFINITY): Fitted {
  const chosen: Chosen[] = [];
  const left: Left[] = [];
  let spent = 0;
  for (const need of needs) {
    const usual = usualTimeoutMs(need, inputs);
    const timeoutMs = Math.min(usual, leftMs - beforeFirstMs - spent - slackMs);
    const cost = Math.min(estimateMs(need.table), inputs['table-timeout']);
    const tooSmall = tooSmallFor(
      timeoutMs >= Math.min(usual, leastUsefulMs(need)),
      chosen.length === 0 || spent + cost <= inputs['time-box'],
      chosen.length < mostSteps,
    );
    if (tooSmall !== undefined) {
      left.push({ need, tooSmall });
      continue;
    }
    chosen.push({ ...need, timeoutMs });
    spent += cost;
  }
  return { chosen, left };
}

function tooSmallFor(fitsWindow: boolean, fitsBox: boolean, fitsJournal: boolean): TooSmall | undefined {
  if (!fitsWindow) return 'window';
  if (!fitsBox) return 'time box';
  return fitsJournal ? undefined : 'journal';
}
