import { describe, expect, test } from '@jest/globals';
import { LeaseKeeper } from '../../src/pipeline/lease-keeper.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { PortError } from '../../src/ports/port-error.ts';

const lost = new PortError({ code: 'timeout', subject: 'lease', message: 'no answer' });
const secondsOf = (seconds: number) => seconds * 1000;

/** A keeper that was renewed at 0; then each answer comes after so many seconds. */
async function keeperAt(seconds: number, answers: readonly (readonly [afterS: number, answer: boolean | PortError])[]) {
  let now = 0;
  let asked = 0;
  const clock: Clock = { now: () => now, monotonic: () => now, sleep: async () => undefined };
  const all = [[0, true] as const, ...answers];
  const renew = async (): Promise<boolean> => {
    const [after, answer] = all[asked] ?? [0, false];
    asked += 1;
    now += secondsOf(after);
    if (answer instanceof PortError) throw answer;
    return answer;
  };
  const lease = { take: async () => ({ taken: true }) as const, renew, release: async () => undefined };
  const keeper = new LeaseKeeper(lease, 'us', clock);
  await keeper.holds();
  now = secondsOf(seconds);
  return { keeper, asked: () => asked };
}

describe('whether the Lease is held', () => {
  test.each([
    ['renewed a moment ago: not even asked', 59, [], true, 1],
    ['renewed a minute ago: asked', 60, [[1, true]], true, 2],
    ['somebody else has it', 60, [[1, false]], false, 2],
    ['no answer, within two thirds of the duration', 150, [[30, lost]], true, 2],
    [
      'an answer after the process stood still for longer than that: asked again',
      60,
      [
        [240, true],
        [1, true],
      ],
      true,
      3,
    ],
    [
      'the same, and somebody else has it by then',
      60,
      [
        [240, true],
        [1, false],
      ],
      false,
      3,
    ],
  ] as const)('%s', async (_, seconds, answers, held, times) => {
    const { keeper, asked } = await keeperAt(seconds, answers);
    expect([await keeper.holds(), asked()]).toEqual([held, times]);
  });

  test('an action that ends at once has renewed it', async () => {
    const { keeper, asked } = await keeperAt(60, [[1, true]]);
    const ends = new AbortController();
    const kept = keeper.keep(ends.signal);
    ends.abort();
    await kept;
    expect(asked()).toBe(2);
  });

  test.each([
    ['no answer after two thirds of the duration', 190, [[15, lost]]],
    ['no answer, and the process stood still while it asked', 60, [[300, lost]]],
  ] as const)('nobody knows: %s', async (_, seconds, answers) => {
    const { keeper } = await keeperAt(seconds, answers);
    await expect(keeper.holds()).rejects.toBe(lost);
  });
});
