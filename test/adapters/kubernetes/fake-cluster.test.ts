import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { ExecTarget } from '../../../src/ports/cluster.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { clusterContract } from '../../contracts/cluster.contract.ts';
import type { ClusterSubject } from '../../contracts/cluster-subject.ts';
import { talk } from '../../contracts/talk.ts';
import { FakeCluster, printed } from '../../fakes/cluster/fake-cluster.ts';

const pod = (name: string) => ({
  metadata: { name, namespace: 'shop' },
  spec: { containers: [{ name: 'main', image: 'example/main:1' }] },
  status: { phase: 'Running', containerStatuses: [{ name: 'main', ready: true, restartCount: 0 }] },
});

/** A cluster in which one pod has `echo`, `cat` and `sh`, and answers on port 7000. */
async function arrange(): Promise<ClusterSubject> {
  const server = createServer((socket) => socket.on('data', () => socket.end('pong')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const container: ExecTarget = { namespace: 'shop', pod: 'web-0', container: 'main' };
  const make = (): FakeCluster => {
    const fake = new FakeCluster();
    fake.add(resources.pods, pod('web-0'));
    fake.add(resources.nodes, { metadata: { name: 'node-1' } });
    fake.summaries.set('node-1', [{ name: 'nodefs', capacityBytes: 100, availableBytes: 40 }]);
    fake.onExec((_target, [program, ...rest], stdin) => {
      if (program === 'echo') return printed(`${rest.join(' ')}\n`);
      if (program === 'cat') return printed(stdin ?? '');
      return program === 'sh' ? printed('out\n', { stderr: 'oops\n', exitCode: 42 }) : undefined;
    });
    fake.onLogs(() => ['first', 'second', '::error::third']);
    fake.onForward((_namespace, _pod, port) => (port === 7000 ? (server.address() as AddressInfo).port : undefined));
    return fake;
  };
  const restricted = make();
  restricted.restrict([{ resource: resources.configMaps, verbs: ['get'], namespace: 'shop' }]);
  return {
    cluster: make(),
    restricted,
    namespace: 'shop',
    container,
    printed: 3,
    service: { port: 7000, send: 'ping', expect: 'pong' },
    node: 'node-1',
    close: async () => {
      server.close();
    },
  };
}

clusterContract('fake', arrange, talk);

const lost = new PortError({ code: 'unreachable', subject: 'x', message: 'lost' });
const bumped = [{ op: 'replace', path: '/spec/nodeName', value: 'node-2' }] as const;

test.each([
  { fault: { before: lost }, rejects: true, writes: 0 },
  { fault: { after: lost }, rejects: true, writes: 1 },
  { fault: { delayMs: 5 }, rejects: false, writes: 1 },
])('a fault $fault decides between answer and effect', async ({ fault, rejects, writes }) => {
  const slept: number[] = [];
  const fake = new FakeCluster({ sleep: async (ms) => void slept.push(ms) });
  fake.add(resources.pods, { ...pod('web-0'), spec: { ...pod('web-0').spec, nodeName: 'node-1' } });
  fake.fail({ verb: 'patch', resource: 'pods' }, fault, 1);
  const first = await fake.patch(resources.pods, 'shop', 'web-0', bumped).catch((error: unknown) => error);
  expect(first === lost).toBe(rejects);
  expect(fake.changes()).toHaveLength(writes);
  expect(slept).toEqual(fault.delayMs === undefined ? [] : [5]);
  await fake.patch(resources.pods, 'shop', 'web-0', bumped);
  expect(fake.changes()).toHaveLength(1);
});

test('a call delivered twice takes effect twice', async () => {
  const fake = new FakeCluster();
  fake.add(resources.configMaps, { metadata: { name: 'list', namespace: 'shop' }, items: [1] });
  fake.fail({ verb: 'patch' }, { twice: true });
  await fake.patch(resources.configMaps, 'shop', 'list', [{ op: 'add', path: '/items/-', value: 2 }]);
  expect(await fake.get(resources.configMaps, 'shop', 'list')).toMatchObject({ items: [1, 2, 2] });
});

test('only the nth call fails, and only those that the filter selects', async () => {
  const fake = new FakeCluster();
  fake.add(resources.pods, pod('web-0'));
  fake.fail({ verb: 'get', name: 'web-0' }, lost, 2);
  await fake.get(resources.pods, 'shop', 'web-0');
  await fake.get(resources.pods, 'shop', 'other');
  await expect(fake.get(resources.pods, 'shop', 'web-0')).rejects.toBe(lost);
  await fake.get(resources.pods, 'shop', 'web-0');
});

test('changes hold before and after; arranging is not a change, undoing restores the snapshot', async () => {
  const fake = new FakeCluster();
  fake.add(resources.pods, { ...pod('web-0'), spec: { nodeName: 'node-1', containers: [] } });
  const before = fake.snapshot();
  expect(fake.changes()).toEqual([]);
  await fake.patch(resources.pods, 'shop', 'web-0', bumped);
  expect(fake.changes()).toMatchObject([
    { verb: 'patch', name: 'web-0', before: { spec: { nodeName: 'node-1' } }, after: { spec: { nodeName: 'node-2' } } },
  ]);
  expect(fake.snapshot()).not.toEqual(before);
  await fake.patch(resources.pods, 'shop', 'web-0', [{ op: 'replace', path: '/spec/nodeName', value: 'node-1' }]);
  expect(fake.snapshot()).toEqual(before);
});

test('a controller can be played, and what an owner owned goes with it', async () => {
  const fake = new FakeCluster();
  const owner = fake.add(resources.statefulSets, {
    metadata: { name: 'web', namespace: 'shop' },
    spec: { replicas: 1 },
  });
  const owned = {
    ...pod('web-0'),
    metadata: { ...pod('web-0').metadata, ownerReferences: [{ uid: owner.metadata.uid }] },
  };
  fake.onChange((change) => {
    if (change.verb === 'delete' && change.name === 'web-0') fake.add(resources.pods, owned);
  });
  const first = fake.add(resources.pods, owned);
  await fake.delete(resources.pods, 'shop', 'web-0', first.metadata.uid);
  const second = await fake.get(resources.pods, 'shop', 'web-0');
  expect(second?.metadata.uid).not.toBe(first.metadata.uid);
  await fake.delete(resources.statefulSets, 'shop', 'web', owner.metadata.uid);
  expect(await fake.get(resources.pods, 'shop', 'web-0')).toBeUndefined();
});

test('an immutable object and one that is too large are refused', async () => {
  const fake = new FakeCluster();
  const sealed = fake.add(resources.configMaps, {
    metadata: { name: 'a', namespace: 'shop' },
    immutable: true,
    data: { k: 'v' },
  });
  const changed = { ...sealed, data: { k: 'w' } };
  await expect(fake.replace(resources.configMaps, 'shop', 'a', changed)).rejects.toMatchObject({ code: 'invalid' });
  const large = { metadata: { name: 'b' }, data: { k: 'x'.repeat(1024 * 1024 + 1) } };
  await expect(fake.create(resources.configMaps, 'shop', large)).rejects.toMatchObject({ code: 'invalid' });
});

test.each([
  [
    'CrashLoopBackOff',
    { status: { phase: 'Running', containerStatuses: [{ state: { waiting: { reason: 'CrashLoopBackOff' } } }] } },
  ],
  [
    'Error',
    { status: { phase: 'Failed', containerStatuses: [{ state: { terminated: { exitCode: 1, reason: 'Error' } } }] } },
  ],
  ['ExitCode:3', { status: { phase: 'Failed', containerStatuses: [{ state: { terminated: { exitCode: 3 } } }] } }],
  ['Evicted', { status: { phase: 'Failed', reason: 'Evicted' } }],
  ['Pending', { status: { phase: 'Pending' } }],
  ['Terminating', { metadata: { name: 'web-0', namespace: 'shop', deletionTimestamp: '2026-11-24T02:00:00Z' } }],
])('prints the status %s as kubectl does', async (status, parts) => {
  const fake = new FakeCluster();
  fake.add(resources.pods, { ...pod('web-0'), ...parts });
  for await (const row of fake.rows({ resource: resources.pods })) expect(row.cells.status).toBe(status);
  expect.assertions(1);
});
