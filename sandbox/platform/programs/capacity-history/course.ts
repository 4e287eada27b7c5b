/** How the platform's figures went before the sandbox was there: the same for the same moment, without chance. */

/** Which course the history takes: `growing` and `exhausted` are those of the database's volume. */
export const COURSES = ['steady', 'growing', 'exhausted'] as const;
export type CourseName = (typeof COURSES)[number];

/** The share of the database's volume in use at the beginning and the end of the history. */
export const VOLUME_SHARES: Readonly<Record<CourseName, readonly [from: number, to: number]>> = {
  steady: [0.41, 0.46],
  growing: [0.47, 0.75],
  exhausted: [0.6, 0.88],
};

const DAY_S = 86_400;

/** A figure over time. */
export interface Course {
  /** At the beginning and at the end of the history. */
  readonly from: number;
  readonly to: number;
  /** Height of the course of a day and of a week, as shares of the level. */
  readonly day: number;
  readonly week: number;
  /** Width of what cannot be told beforehand, as a share of the level. */
  readonly noise: number;
}

/** Between -1 and 1, by the number alone (a mixing function: Vigna's splitmix, cut to 32 bits). */
function chance(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 31 - 1;
}

/** The value of a course at a moment (seconds since 1970), `done` from 0 at the beginning to 1 at the end. */
export function valueAt({ from, to, day, week, noise }: Course, at: number, done: number, seed: number): number {
  const level = from + (to - from) * done;
  const hours = Math.sin((2 * Math.PI * (at % DAY_S)) / DAY_S - 2.2);
  const days = Math.sin((2 * Math.PI * (at % (7 * DAY_S))) / (7 * DAY_S));
  return level * (1 + day * hours + week * days + noise * chance(Math.floor(at / 60) + seed * 7919));
}
