import { describe, expect, test } from '@jest/globals';
import { PortError, type PortErrorCode } from '../../../src/ports/port-error.ts';
import { settleLost } from '../../../src/steps/rollout/settle-lost.ts';

const error = (code: PortErrorCode) => new PortError({ code, subject: 'deployment/a', message: code });

/** A change that fails so, and arrives after so many ms, or never. */
async function attempt(code: PortErrorCode, arrivesAfterMs: number): Promise<{ readonly came: string; ms: number }> {
  let waited = 0;
  const came = await settleLost(
    () => Promise.reject(error(code)),
    async () => waited >= arrivesAfterMs,
    async (ms) => {
      waited += ms;
    },
  ).then(
    () => 'made',
    (failure: PortError) => `${failure.code}: ${failure.message}`,
  );
  return { came, ms: waited };
}

test('a look that fails is no answer: the next one is asked', async () => {
  for (const [failures, came] of [
    [2, 'made'],
    [9, 'failed: timeout; whether the change arrived could not be seen'],
  ] as const) {
    let looks = 0;
    const arrived = async () => {
      looks += 1;
      if (looks <= failures) throw error('unreachable');
      return true;
    };
    const settled = settleLost(
      () => Promise.reject(error('timeout')),
      arrived,
      async () => undefined,
    );
    expect(
      await settled.then(
        () => 'made',
        (failure: PortError) => `${failure.code}: ${failure.message}`,
      ),
    ).toBe(came);
  }
});

const never = Number.POSITIVE_INFINITY;

describe('a change whose answer', () => {
  test.each([
    ['was lost, and that has arrived', 'timeout', 0, 'made', 0],
    ['was lost, and that arrives while nobody waits for it', 'unreachable', 8_000, 'made', 10_000],
    ['was an error of the server, after which it arrives all the same', 'failed', 12_000, 'made', 15_000],
    ['was lost, and that never arrives', 'timeout', never, 'failed: timeout; the change did not arrive', 15_000],
    ['is a conflict with itself, repeated on its way', 'conflict', 0, 'made', 0],
    ['is a conflict with somebody else', 'conflict', never, 'conflict: conflict', 0],
    ['is a refusal', 'forbidden', 0, 'forbidden: forbidden', 0],
  ] as const)('%s', async (_, code, arrivesAfterMs, came, ms) => {
    expect(await attempt(code, arrivesAfterMs)).toEqual({ came, ms });
  });
});
