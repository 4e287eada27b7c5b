/** Series whose course is known, made without chance. */

/** Noise between -1 and 1, the same for the same seed (a linear congruential generator: Knuth, TAOCP 2, 3.3.4). */
export function noise(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** What a series is made of, by the index of a value. */
export interface Course {
  readonly level: number;
  readonly slope?: number;
  readonly seasons?: readonly { readonly length: number; readonly height: number }[];
  readonly noise?: number;
  readonly seed?: number;
}

/** `count` values of a course. */
export function made(count: number, { level, slope = 0, seasons = [], noise: spread = 0, seed = 1 }: Course): number[] {
  const random = noise(seed);
  return Array.from({ length: count }, (_, t) => {
    const waves = seasons.reduce((sum, { length, height }) => sum + height * Math.sin((2 * Math.PI * t) / length), 0);
    return level + slope * t + waves + spread * random();
  });
}
