import { expect, test } from '@jest/globals';
import { search } from './property.ts';

/** A thousand worlds of a seed: in none of them anything is broken, and enough has gone wrong in them to prove something. */
export function storm(seed: number): void {
  test(`a thousand worlds in a storm, seed ${seed}`, async () => {
    const { counterexample, worlds, happened } = await search({ seed, worlds: 1000 });
    const said = counterexample && [`${counterexample.broken} (path ${counterexample.path})`, ...counterexample.trace];
    expect(said).toBeUndefined();
    expect(worlds).toBe(1000);
    for (const what of [
      'killed',
      'frozen',
      'answers lost',
      'arrived late',
      'delivered twice',
      'clocks jumped',
      'changes by people',
      'steps put back',
      'steps left to people',
    ]) {
      expect([what, (happened.get(what) ?? 0) > 50]).toEqual([what, true]);
    }
  }, 600_000);
}
