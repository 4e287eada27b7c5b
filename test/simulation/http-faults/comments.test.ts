import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { PortError } from '../../../src/ports/port-error.ts';
import { BadProxy, type Strike } from './bad-proxy.ts';
import { type ForgeScene, startScene } from './forge-scene.ts';
import { httpFaults } from './http-faults.ts';
import { impatient } from './impatient.ts';

const marker = '<!-- ours -->';

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterAll(() => {
  jest.restoreAllMocks();
});

/** What came of telling twice, the first time through a bad connection. */
interface Told {
  readonly first: 'told' | PortError;
  readonly requests: readonly string[];
  readonly comments: readonly string[];
}

async function toldTwice({ ask, writing }: ForgeScene, strike?: Strike): Promise<Told> {
  await using proxy = await BadProxy.start(ask, strike);
  const { forge, issue } = await writing(proxy.url);
  const first = await hurried(strike, () =>
    forge.keepComment(issue, marker, 'the first report').then(
      () => 'told' as const,
      (error: PortError) => error,
    ),
  );
  const requests = [...proxy.seen];
  await forge.keepComment(issue, marker, 'the second report');
  const { comments } = await forge.recentComments(issue);
  return { first, requests, comments: comments.map(({ body }) => body) };
}

async function hurried<T>(strike: Strike | undefined, tell: () => Promise<T>): Promise<T> {
  using _patience = strike === undefined ? undefined : impatient(strike.fault);
  return await tell();
}

test('a comment that is told through a bad connection stays one comment, and is the newest', async () => {
  await using scene = await startScene('issue');
  const calm = await toldTwice(scene);
  expect(calm.first).toBe('told');
  const broken: string[] = [];
  for (const [index, asked] of calm.requests.entries()) {
    for (const fault of httpFaults) {
      const { first, comments } = await toldTwice(scene, { request: index + 1, fault });
      const at = `request ${index + 1}, ${asked}: ${fault.name}`;
      if (comments.join() !== calm.comments.join()) broken.push(`${at}: ${comments.join(' and ')}`);
      if (first !== 'told' && !(first instanceof PortError)) broken.push(`${at}: it broke: ${String(first)}`);
    }
  }
  expect(broken).toEqual([]);
}, 120_000);
