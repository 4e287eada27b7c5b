import { expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { type Answer, failure, LocalApi, type Seen } from './local-api.ts';

const item = (name: string, namespace = 'shop') => ({ metadata: { name, namespace, uid: name, resourceVersion: '1' } });
const page = (names: readonly string[], next?: string): Answer => ({
  body: { metadata: next === undefined ? {} : { continue: next }, items: names.map((name) => item(name)) },
});
const expired = (next?: string): Answer => ({
  status: 410,
  body: { ...failure(410, 'Expired', 'too old'), metadata: next === undefined ? {} : { continue: next } },
});

/** Answers by the continue token; a list of answers is used up, its last one repeats. */
function scripted(byToken: Record<string, Answer[]>): (seen: Seen) => Answer {
  return ({ query }) => {
    const answers = byToken[query.get('continue') ?? ''] ?? [];
    return (answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 500 };
  };
}

const names = async (api: LocalApi): Promise<string[]> => {
  const found: string[] = [];
  for await (const { metadata } of api.cluster().list({ resource: resources.pods, namespace: 'shop' }))
    found.push(metadata.name);
  return found;
};

test.each<{ name: string; byToken: Record<string, Answer[]>; found: string[] }>([
  { name: 'one page', byToken: { '': [page(['a', 'b'])] }, found: ['a', 'b'] },
  { name: 'no items', byToken: { '': [{ body: { metadata: {}, items: null } }] }, found: [] },
  {
    name: 'three pages',
    byToken: { '': [page(['a'], 'p2')], p2: [page(['b'], 'p3')], p3: [page(['c'])] },
    found: ['a', 'b', 'c'],
  },
  {
    name: 'a token that expired, traded for one that goes on',
    byToken: { '': [page(['a', 'b'], 'p2')], p2: [expired('p2-now')], 'p2-now': [page(['c'])] },
    found: ['a', 'b', 'c'],
  },
  {
    name: 'a token that expired for good: begun again, nothing given twice',
    byToken: { '': [page(['a', 'b'], 'p2'), page(['a', 'aa', 'b', 'c'], 'q2')], p2: [expired()], q2: [page(['d'])] },
    found: ['a', 'b', 'c', 'd'],
  },
  {
    name: 'a token that was traded and expired as well: begun again',
    byToken: {
      '': [page(['a', 'b'], 'p2'), page(['a', 'b'], 'q2')],
      p2: [expired('p2-now')],
      'p2-now': [expired('p2-later')],
      q2: [page(['c'])],
    },
    found: ['a', 'b', 'c'],
  },
  {
    name: 'a first page that is answered with 410: asked again',
    byToken: { '': [expired(), page(['a'], 'p2')], p2: [page(['b'])] },
    found: ['a', 'b'],
  },
])('$name', async ({ byToken, found }) => {
  await using api = await LocalApi.start(scripted(byToken));
  expect(await names(api)).toEqual(found);
  expect(
    api.requests.every(({ query, path }) => query.get('limit') === '250' && path === '/api/v1/namespaces/shop/pods'),
  ).toBe(true);
});

test('a list that never comes to its end is given up', async () => {
  await using api = await LocalApi.start(scripted({ '': [page(['a'], 'p2')], p2: [expired()] }));
  await expect(names(api)).rejects.toMatchObject({ code: 'gone', subject: 'pods in shop' });
  expect(api.requests.length).toBeLessThan(12);
});

test('who stops reading leaves no failure behind', async () => {
  await using api = await LocalApi.start(scripted({ '': [page(['a', 'b'], 'p2')], p2: [{ status: 500 }] }));
  for await (const { metadata } of api.cluster().list({ resource: resources.pods })) {
    expect(metadata.name).toBe('a');
    break;
  }
});

test('selectors go to the server; what lists leave out is put back', async () => {
  await using api = await LocalApi.start(() => page(['a']));
  const query = { resource: resources.deployments, labels: 'a in (b,c)', fields: 'metadata.name!=x' };
  for await (const object of api.cluster().list(query)) {
    expect(object).toMatchObject({ apiVersion: 'apps/v1', kind: 'Deployment' });
  }
  const [{ path, query: sent } = { path: '', query: new URLSearchParams() }] = api.requests;
  expect(path).toBe('/apis/apps/v1/deployments');
  expect([sent.get('labelSelector'), sent.get('fieldSelector')]).toEqual(['a in (b,c)', 'metadata.name!=x']);
});

const columns = [{ name: 'Name' }, { name: 'Status' }, { name: 'Up-To-Date' }];
const row = (name: string, status: string, namespace?: string) => ({
  cells: [name, status, 3],
  ...(namespace === undefined ? {} : { object: { metadata: { name, namespace } } }),
});
const table = (rows: object[], more: object = {}): Answer => ({ body: { kind: 'Table', rows, metadata: {}, ...more } });

const rows = async (api: LocalApi, query: object): Promise<unknown[]> => {
  const found: unknown[] = [];
  for await (const each of api.cluster().rows({ resource: resources.pods, ...query })) found.push(each);
  return found;
};

test('rows of a namespace come without objects; only the first page names the columns', async () => {
  await using api = await LocalApi.start(
    scripted({
      '': [table([row('a', 'Running')], { columnDefinitions: columns, metadata: { continue: 'p2' } })],
      p2: [table([row('b', 'Pending')], { columnDefinitions: [] })],
    }),
  );
  expect(await rows(api, { namespace: 'shop' })).toEqual([
    { name: 'a', namespace: 'shop', cells: { name: 'a', status: 'Running', 'up-to-date': 3 } },
    { name: 'b', namespace: 'shop', cells: { name: 'b', status: 'Pending', 'up-to-date': 3 } },
  ]);
  expect(api.requests.map(({ query }) => query.get('includeObject'))).toEqual(['None', 'None']);
  expect(api.requests[0]?.headers.accept).toContain('as=Table');
});

test('a selection over all namespaces is one request, with metadata', async () => {
  await using api = await LocalApi.start(() => table([row('a', 'Failed', 'shop')], { columnDefinitions: columns }));
  expect(await rows(api, { fields: 'status.phase!=Running' })).toMatchObject([{ name: 'a', namespace: 'shop' }]);
  expect(api.requests.map(({ query }) => query.get('includeObject'))).toEqual(['Metadata']);
});

test('everything over all namespaces is asked for namespace by namespace, eight at a time', async () => {
  const all = Array.from({ length: 20 }, (_, index) => `ns-${index}`);
  let open = 0;
  let most = 0;
  await using api = await LocalApi.start(({ path }) => {
    if (path === '/api/v1/namespaces')
      return table(
        all.map((name) => row(name, 'Active')),
        { columnDefinitions: columns },
      );
    return (response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        response.end(JSON.stringify({ metadata: {}, columnDefinitions: columns, rows: [row('pod', 'Running')] }));
      }, 10);
    };
  });
  const found = (await rows(api, {})) as { namespace: string }[];
  expect(found.map(({ namespace }) => namespace).sort()).toEqual([...all].sort());
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(8);
});

test('who may not list namespaces gets the rows with metadata', async () => {
  await using api = await LocalApi.start(({ path }) =>
    path === '/api/v1/namespaces'
      ? { status: 403, body: failure(403, 'Forbidden', '') }
      : table([row('a', 'Running', 'shop')], { columnDefinitions: columns }),
  );
  expect(await rows(api, {})).toMatchObject([{ name: 'a', namespace: 'shop', cells: { status: 'Running' } }]);
});
