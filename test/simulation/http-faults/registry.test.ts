import { expect, test } from '@jest/globals';
import { PortError } from '../../../src/ports/port-error.ts';
import type { Strike } from './bad-proxy.ts';
import { faultsOfReads } from './http-faults.ts';
import { type Answered, askEverything } from './registry-questions.ts';

/** What is asked once more passes, but for the server that gives out tokens. */
const passing = new Set(['429 with Retry-After', '500', 'reset', 'reset half-way']);
const mostLostMs = 60_000;

function objections(answered: Answered, calm: Answered, { request, fault }: Strike): readonly string[] {
  const differ = Object.entries(answered.ended).filter(([name, end]) => end !== calm.ended[name]);
  const troubles = differ.flatMap(([, end]) => (end instanceof PortError ? [end] : []));
  const passes = passing.has(fault.name) && !calm.requests[request - 1]?.startsWith('/token');
  return [
    ...differ.flatMap(([name, end]) => (end instanceof PortError ? [] : [`${name}: ${end}`])),
    ...(passes ? troubles.map(({ message }) => `it did not pass: ${message}`) : []),
    ...(!passes && troubles.length !== 1 ? [`${troubles.length} questions tell of it`] : []),
    ...(answered.tookMs > calm.tookMs + mostLostMs ? [`it took ${answered.tookMs} ms`] : []),
  ];
}

test('a registry, a fault at every request: nothing is up to date or signed that could not be read', async () => {
  const calm = await askEverything();
  expect(Object.values(calm.ended).filter((end) => end instanceof PortError)).toEqual([]);
  expect(calm.ended).toMatchObject({
    'a signature among the referrers': expect.stringContaining('"signed"'),
    'no signature': expect.stringContaining('"unsigned"'),
  });
  expect(calm.requests.length).toBeGreaterThan(20);
  const broken: string[] = [];
  for (const [index, asked] of calm.requests.entries()) {
    for (const fault of faultsOfReads) {
      const strike = { request: index + 1, fault };
      const found = objections(await askEverything(strike), calm, strike);
      broken.push(...found.map((what) => `request ${index + 1}, ${asked}: ${fault.name}: ${what}`));
    }
  }
  expect(broken).toEqual([]);
}, 300_000);
