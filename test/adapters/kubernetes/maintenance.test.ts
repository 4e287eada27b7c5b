import { expect, test } from '@jest/globals';
import { bounded } from '../../../src/adapters/kubernetes/bounded-document.ts';
import { chunksOf } from '../../../src/adapters/kubernetes/journal.ts';
import { openMaintenance } from '../../../src/adapters/kubernetes/maintenance.ts';
import type { ConfigMap } from '../../../src/domain/kubernetes/objects.ts';
import { type Resource, resources } from '../../../src/domain/kubernetes/resources.ts';
import type { Cluster } from '../../../src/ports/cluster.ts';
import { PortError, type PortErrorCode } from '../../../src/ports/port-error.ts';
import { maintenanceContract, planOf } from '../../contracts/maintenance.contract.ts';
import type { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';
import { arranged, namespace } from './empty-maintenance.ts';

maintenanceContract('fake', async () => {
  const { fake, clock } = arranged();
  return { cluster: fake, clock, close: async () => undefined };
});

const lost = (code: PortErrorCode): PortError => new PortError({ code, subject: 'x', message: 'lost' });

const maps: Resource = resources.configMaps;
const writeData = (fake: FakeCluster, name: string, data: object): void => {
  fake.edit(maps, namespace, name, (map) => Object.assign(map, { data }));
};
const writeHead = (fake: FakeCluster, head: string): void => writeData(fake, 'journal', { head });

test.each(['before', 'after'] as const)(
  'a journal write whose answer is lost (%s its effect) is written once',
  async (when) => {
    const { fake, clock } = arranged();
    const { journal } = openMaintenance(fake, clock);
    const writer = await journal.open({ run: 'run', id: 'id-run', plan: planOf(2) });
    fake.fail({ verb: 'replace', resource: 'configmaps' }, { [when]: lost('unreachable') });
    const first = await writer.write('step-0', 'begun').catch((error: PortError) => error.code);
    expect(first).toBe(when === 'before' ? 'unreachable' : undefined);
    await writer.write('step-0', 'done');
    const records = (await journal.read())?.records.map(({ progress }) => progress);
    expect(records).toEqual(when === 'before' ? ['done'] : ['begun', 'done']);
  },
);

test.each(['create', 'replace'] as const)(
  'an opening that was lost on its way (%s) opens nothing when it arrives afterwards',
  async (verb) => {
    const { fake, clock } = arranged();
    const { journal } = openMaintenance(fake, clock);
    const opening = { run: 'run', id: 'id-run', plan: planOf(1) };
    if (verb === 'replace') await (await journal.open(opening)).close();
    const before = await fake.get<ConfigMap>(maps, namespace, 'journal');
    fake.fail({ verb, resource: 'configmaps', name: 'journal' }, { before: lost('timeout') });
    await expect(journal.open(opening)).rejects.toMatchObject({ code: 'timeout' });
    const late = { ...(before ?? { metadata: { name: 'journal' } }), data: { head: '{"version":1}' } };
    const arriving =
      before === undefined ? fake.create(maps, namespace, late) : fake.replace(maps, namespace, 'journal', late);
    await expect(arriving).rejects.toMatchObject({ code: 'conflict' });
    expect(await journal.read()).toBeUndefined();
    await journal.open(opening);
  },
);

test('an opening whose answer was lost after its effect opens the journal', async () => {
  const { fake, clock } = arranged();
  const { journal } = openMaintenance(fake, clock);
  fake.fail({ verb: 'create', resource: 'configmaps', name: 'journal' }, { after: lost('timeout') });
  const writer = await journal.open({ run: 'run', id: 'id-run', plan: planOf(1) });
  await writer.write('step-0', 'begun');
  expect((await journal.read())?.records).toHaveLength(1);
});

test('a step that the plan does not have is not written', async () => {
  const { fake, clock } = arranged();
  const writer = await openMaintenance(fake, clock).journal.open({ run: 'run', id: 'id-run', plan: planOf(1) });
  await expect(writer.write('step-7', 'begun')).rejects.toThrow('no step step-7');
});

test.each<[string, (fake: FakeCluster) => void]>([
  ['a chunk is missing', (fake) => fake.remove(maps, namespace, chunkName(fake))],
  ['the head is no JSON', (fake) => writeHead(fake, '{')],
  [
    'another digest',
    (fake) =>
      void fake.edit(maps, namespace, 'journal', (head) => {
        head.data.head = head.data.head.replace(/sha256:[0-9a-f]{64}/, `sha256:${'0'.repeat(64)}`);
      }),
  ],
  ['a step that is not in the plan', (fake) => writeRecords(fake, '[[9,"begun",1]]')],
  ['a later version', (fake) => writeHead(fake, '{"version":2}')],
  ['nothing at all', (fake) => writeHead(fake, 'null')],
  ['a record that is none', (fake) => writeRecords(fake, '[null]')],
  ['a record of no time', (fake) => writeRecords(fake, '[[0,"begun",1e20]]')],
  ['a record of a word that nobody writes', (fake) => writeRecords(fake, '[[0,"maybe",1]]')],
  ['a take-over of no time', (fake) => writeRecords(fake, '[],"takenOverAt":1e20')],
])('a damaged journal is an error, not an empty one: %s', async (_name, damage) => {
  const { fake, clock } = arranged();
  const { journal } = openMaintenance(fake, clock);
  await journal.open({ run: 'run', id: 'id-run', plan: planOf(1) });
  damage(fake);
  await expect(journal.read()).rejects.toMatchObject({
    code: 'invalid',
    subject: 'configmaps/journal in rooivalk-maintenance',
  });
});

const writeRecords = (fake: FakeCluster, records: string): void =>
  void fake.edit(maps, namespace, 'journal', (head) => {
    head.data.head = head.data.head.replace('"records":[]', `"records":${records}`);
  });

const chunkName = (fake: FakeCluster): string =>
  Object.keys(fake.snapshot())
    .find((key) => key.includes('journal-plan-'))
    ?.split('/')
    .pop() ?? '';

test('4,000 steps are journalled to their end in one head; chunks stay below 512 KiB and go away', async () => {
  const { fake, clock } = arranged();
  const { journal } = openMaintenance(fake, clock);
  const plan = planOf(4_000, 300);
  const writer = await journal.open({ run: 'run', id: 'id-run', plan });
  for (const { id } of plan.steps.slice(0, 50)) {
    await writer.write(id, 'begun');
    await writer.write(id, 'done');
  }
  const sizes = fake.changes().map(({ after }) => Buffer.byteLength(JSON.stringify((after as { data?: object }).data)));
  expect(Math.max(...sizes)).toBeLessThan(600 * 1024);
  const head = fake.snapshot()[`configmaps/${namespace}/journal`] as { data: { head: string } };
  const bytesPerRecord = JSON.stringify(JSON.parse(head.data.head).records).length / 100;
  expect(bytesPerRecord * 8_000).toBeLessThan(700 * 1024);
  await writer.close();
  const kept = ['journal', 'state-untold'].map((name) => `configmaps/${namespace}/${name}`);
  expect(Object.keys(fake.snapshot())).toEqual([...kept, `namespaces/${namespace}`]);
});

/** The objects that hold plans. */
const chunksIn = (fake: FakeCluster): readonly string[] =>
  Object.keys(fake.snapshot()).flatMap((key) => (key.includes('journal-plan-') ? [key.split('/').at(-1) ?? ''] : []));

test('what a closed opening had to remove, and removes late, does not harm the next one of the same plan', async () => {
  const { fake, clock } = arranged();
  const { journal } = openMaintenance(fake, clock);
  const opening = { run: 'run', id: 'id-run', plan: planOf(1) };
  const writer = await journal.open(opening);
  const [name = ''] = chunksIn(fake);
  const uid = (await fake.get<ConfigMap>(maps, namespace, name))?.metadata.uid;
  fake.fail({ verb: 'delete', resource: 'configmaps' }, { before: lost('timeout') });
  await writer.close();
  await journal.open(opening);
  await fake.delete(maps, namespace, name, uid ?? '');
  expect((await journal.read())?.plan).toEqual(opening.plan);
});

test('a run that stood still before it removed what it had left does not harm whoever opened the journal meanwhile', async () => {
  const { fake, clock } = arranged();
  const stood = standingAtList(fake);
  const writer = await openMaintenance(stood.cluster, clock).journal.open({ run: 'run', id: 'id', plan: planOf(1) });
  const [own = ''] = chunksIn(fake);
  await clock.sleep(5_000);
  const closing = writer.close();
  await stood.reached;
  const { journal } = openMaintenance(fake, clock);
  await journal.open({ run: 'later run', id: 'later', plan: planOf(2) });
  stood.goOn();
  await closing;
  expect((await journal.read())?.plan).toEqual(planOf(2));
  expect(chunksIn(fake)).not.toContain(own);
});

test('what an opening left that was killed before it opened anything goes with a later one', async () => {
  const { fake, clock } = arranged();
  const { journal } = openMaintenance(fake, clock);
  fake.fail({ verb: 'create', resource: 'configmaps', name: 'journal' }, { before: lost('forbidden') });
  await expect(journal.open({ run: 'run', id: 'id', plan: planOf(1) })).rejects.toMatchObject({ code: 'forbidden' });
  expect(chunksIn(fake)).toHaveLength(1);
  await clock.sleep(5_000);
  await (await journal.open({ run: 'later run', id: 'later', plan: planOf(2) })).close();
  expect(chunksIn(fake)).toEqual([]);
});

/** A cluster whose lists wait until they may go on. */
function standingAtList(fake: FakeCluster) {
  let goOn = (): void => undefined;
  let arrive = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const list: Cluster['list'] = async function* (query) {
    arrive();
    await released;
    yield* fake.list(query);
  };
  const cluster: Cluster = new Proxy(fake, {
    get: (target, name) => {
      if (name === 'list') return list;
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
  return { cluster, reached, goOn: () => goOn() };
}

test('chunks never split a character', () => {
  const text = `a${'🜂'.repeat(10)}b`;
  const chunks = chunksOf(text, 4);
  expect(chunks.join('')).toBe(text);
  for (const chunk of chunks) expect(Buffer.from(chunk, 'utf8').toString('utf8')).toBe(chunk);
});

test('state writes nothing when nothing changed, and nothing of what is empty', async () => {
  const { fake, clock } = arranged();
  const { state } = openMaintenance(fake, clock);
  await state.update('claims', (claims) => claims);
  await state.update('history', () => ({}));
  expect(fake.changes()).toEqual([]);
  await state.update('history', () => ({ cpu: [[1, 2]] }));
  await state.update('history', () => ({ cpu: [[1, 2]] }));
  expect(fake.changes()).toHaveLength(1);
});

test('an update is repeated on what somebody else wrote in between', async () => {
  const { fake, clock } = arranged();
  const { state } = openMaintenance(fake, clock);
  await state.update('durations', () => ({ a: [1] }));
  let first = true;
  const written = await state.update('durations', (all) => {
    if (first) writeData(fake, 'state-durations', { document: '{"a":[1],"b":[2]}' });
    first = false;
    return { ...all, c: [3] };
  });
  expect(written).toEqual({ a: [1], b: [2], c: [3] });
});

test('a state that cannot be written for ever is a conflict', async () => {
  const { fake, clock } = arranged();
  const { state } = openMaintenance(fake, clock);
  await state.update('durations', () => ({ a: [1] }));
  fake.fail({ verb: 'replace' }, lost('conflict'), 'every');
  await expect(state.update('durations', () => ({ a: [2] }))).rejects.toMatchObject({ code: 'conflict' });
  expect(clock.slept.length).toBeLessThan(20);
});

test('200 series of 1,000 points fit, each object below 1 MiB', async () => {
  const { fake, clock } = arranged();
  const { state } = openMaintenance(fake, clock);
  const points = Array.from({ length: 1_000 }, (_, index) => [1_795_000_000_000 + index * 60_000, 1234.5678] as const);
  const all = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`metric/${index}`, points]));
  await state.update('history', () => all);
  const read = await openMaintenance(fake, clock).state.read('history');
  // Deep comparison of 200,000 points takes the test runner 14 s.
  const text = (series: object): string => JSON.stringify(Object.entries(series).sort(([a], [b]) => (a < b ? -1 : 1)));
  expect(text(read) === text(all)).toBe(true);
  for (const { after } of fake.changes()) expect(JSON.stringify(after).length).toBeLessThan(1024 * 1024);
});

test.each<[string, object, number, object]>([
  ['fits', { a: [1, 2, 3] }, 100, { a: [1, 2, 3] }],
  ['a list loses its front', Array.from({ length: 20 }, (_, index) => index), 30, expect.not.arrayContaining([0])],
  [
    'the longest series loses its front',
    { long: Array.from({ length: 40 }, (_, index) => index), short: [7] },
    80,
    expect.objectContaining({ short: [7] }),
  ],
  [
    'the entries seen first go',
    { new: { firstSeen: '2026-02-01' }, old: { firstSeen: '2026-01-01' }, older: { firstSeen: '2025-01-01' } },
    70,
    { new: { firstSeen: '2026-02-01' }, old: { firstSeen: '2026-01-01' } },
  ],
])('bounded: %s', (_name, document, most, expected) => {
  const result = bounded(document, most);
  expect(result).toEqual(expected);
  expect(JSON.stringify(result).length).toBeLessThanOrEqual(most);
});

test('a state object that somebody broke is an error that names it', async () => {
  const { fake, clock } = arranged();
  fake.add(maps, { metadata: { name: 'state-claims', namespace }, data: { document: '{}' } });
  const read = openMaintenance(fake, clock).state.read('claims');
  await expect(read).rejects.toMatchObject({
    code: 'invalid',
    subject: 'configmaps/state-claims in rooivalk-maintenance',
  });
});
