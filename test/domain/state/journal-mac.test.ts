import { expect, test } from '@jest/globals';
import { type Authenticated, authenticityOf, journalMac } from '../../../src/domain/state/journal-mac.ts';

const key = new Uint8Array(32).fill(7);
const content: Authenticated = {
  cluster: 'f9a1',
  id: 'p/increase-capacity',
  task: 'increase-capacity',
  digest: `sha256:${'a'.repeat(64)}`,
  text: 'b'.repeat(64),
  run: 'run 1 attempt 1 job adaptive',
  records: [
    { step: 'a', outcome: 'begun' },
    { step: 'a', outcome: 'done' },
    { step: 'b', outcome: 'begun' },
  ],
};
const [first, second, third] = content.records;
const mac = journalMac(key, content);

test('a journal as it was written is verified; without a key nobody can tell', () => {
  expect(authenticityOf(key, structuredClone(content), mac)).toBe('verified');
  expect(authenticityOf(undefined, content, mac)).toBe('unsigned');
});

test.each<readonly [string, Partial<Authenticated>]>([
  ['another cluster', { cluster: 'f9a2' }],
  ['another plan', { digest: `sha256:${'c'.repeat(64)}` }],
  ['another text of the plan', { text: 'c'.repeat(64) }],
  ['another writer', { run: 'run 2 attempt 1 job adaptive' }],
  ['a record left out', { records: [first, third] }],
  ['the last record left out', { records: [first, second] }],
  ['another place in the sequence', { records: [second, first, third] }],
  ['a record added', { records: [...content.records, third] }],
])('%s: broken', (_, change) => {
  expect(authenticityOf(key, { ...content, ...change }, mac)).toBe('broken');
});

test.each([
  ['none', undefined],
  ['another key’s', journalMac(new Uint8Array(32).fill(8), content)],
  ['a part of it', mac.slice(0, 20)],
])('a code that is %s: broken', (_, given) => {
  expect(authenticityOf(key, content, given)).toBe('broken');
});
