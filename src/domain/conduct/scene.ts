import { isoOf } from '../calendar/instants.ts';
import { timeLeft } from '../calendar/openings.ts';
import type { Calendar, EpochMs, Opening } from '../calendar/window.ts';
import type { WindowName } from '../task/declaration.ts';
import type { Frame } from './fit.ts';
import type { Due, Situation } from './situation.ts';

/** Hosted jobs and their tokens end at six hours; nothing of ours runs longer than this, ms. */
export const JOB_MS = 330 * 60_000;
/** Kept free before the end of a window or job, ms: for closing, publishing and what takes longer than thought. */
export const RESERVE_MS = 10 * 60_000;

/** Where things stand when the decision is taken. */
export interface Scene {
  readonly situation: Situation;
  readonly calendar: Calendar;
  readonly window: WindowName;
  readonly now: EpochMs;
  /** The window's opening that is open now. */
  readonly opening: Opening | undefined;
  /** By hand, with a written reason: may go against the calendar. */
  readonly reasoned: boolean;
}

/** The window as the report's head shows it. */
export function windowPart(scene: Scene, outside: boolean): Due['window'] {
  const { opening, window, now } = scene;
  if (opening === undefined) return { name: window, outside };
  const { start, end } = opening;
  return { name: window, opensAt: isoOf(start), closesAt: isoOf(end), openedLate: now - start, outside };
}

/** When the job must be over. */
export const jobEndOf = ({ situation }: Scene) => situation.jobStartedAt + JOB_MS;

/** The time that is left until an end: what changes something stops a reserve before it. */
export function frameUntil(scene: Scene, end: EpochMs, lastStart: EpochMs): Frame {
  const { now, situation } = scene;
  return { now, closesAt: end - RESERVE_MS, lastStart, durations: situation.state?.durations ?? {} };
}

/** When an opening that is open now closes: its end or the next blackout. */
export const endOf = ({ now }: Scene, opening: Opening): EpochMs => now + timeLeft(opening, now);
