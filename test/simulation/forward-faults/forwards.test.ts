import { expect, test } from '@jest/globals';
import { cacheConversation, databaseConversation } from './conversation.ts';
import { forwardFaults, openingFaults } from './forward-faults.ts';
import { objections } from './judge.ts';
import type { Strike } from './pod-ports.ts';
import { speak } from './speak.ts';

for (const conversation of [cacheConversation, databaseConversation]) {
  test(`${conversation.name} behind a forward, a fault at every opening and every request`, async () => {
    const calm = await speak(conversation);
    expect(Object.values(calm.ended).filter((ended) => !('answer' in ended))).toEqual([]);
    expect(calm.requests).toBeGreaterThan(20);
    const strikes: readonly Strike[] = [
      ...numbers(calm.openings).flatMap((opening) => openingFaults.map((fault) => ({ opening, fault }))),
      ...numbers(calm.requests).flatMap((request) => forwardFaults.map((fault) => ({ request, fault }))),
    ];
    const broken: string[] = [];
    for (const strike of strikes) {
      const at = 'request' in strike ? `request ${strike.request}` : `opening ${strike.opening}`;
      const found = await speak(conversation, strike).then(
        (spoken) => objections(spoken, calm, strike),
        (error: Error) => [`it broke: ${error.message}`],
      );
      broken.push(...found.map((what) => `${at}: ${strike.fault.name}: ${what}`));
    }
    expect(broken).toEqual([]);
  }, 600_000);
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
