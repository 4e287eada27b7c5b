import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ConfigMap, Workload } from '../../src/domain/kubernetes/objects.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import type { Cluster } from '../../src/ports/cluster.ts';
import type { PortError } from '../../src/ports/port-error.ts';
import { containersContract } from './cluster-containers.contract.ts';
import type { ClusterSubject } from './cluster-subject.ts';
import { codeOf } from './code-of.ts';

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** What every implementation of the port `Cluster` does. `talk` sends to a local port and returns what comes back. */
export function clusterContract(
  name: string,
  arrange: () => Promise<ClusterSubject>,
  talk: (host: string, port: number, send: string) => Promise<string>,
): void {
  describe(`cluster contract: ${name}`, () => {
    let subject: ClusterSubject;
    let cluster: Cluster;
    let ns: string;

    beforeAll(async () => {
      subject = await arrange();
      cluster = subject.cluster;
      ns = subject.namespace;
    }, 60_000);
    afterAll(() => subject.close());

    const makeConfigMap = (map: string, data: Record<string, string>, labels: Record<string, string> = {}) =>
      cluster.create<ConfigMap>(resources.configMaps, ns, { metadata: { name: map, labels }, data });

    test('says which cluster it is', async () => {
      const identity = await cluster.identity();
      expect(identity.version).toMatch(/^v1\.\d+\.\d+/);
      expect(identity.uid).toMatch(/^[0-9a-f-]{36}$/);
      expect(identity.server).toMatch(/^[^/]+:\d+$/);
    });

    test('creates, gets and deletes that very object', async () => {
      const created = await makeConfigMap('one', { a: '1' });
      const read = await cluster.get(resources.configMaps, ns, 'one');
      expect(read).toMatchObject({
        metadata: { name: 'one', namespace: ns, uid: created.metadata.uid },
        data: { a: '1' },
      });
      expect(
        await codeOf(cluster.delete(resources.configMaps, ns, 'one', '00000000-0000-0000-0000-000000000000')),
      ).toBe('conflict');
      await cluster.delete(resources.configMaps, ns, 'one', created.metadata.uid);
      expect(await cluster.get(resources.configMaps, ns, 'one')).toBeUndefined();
      await cluster.delete(resources.configMaps, ns, 'one', created.metadata.uid);
    });

    test('reads the metadata of an object alone', async () => {
      const created = await makeConfigMap('described', { secret: 'value' }, { purpose: 'shown' });
      const metadata = await cluster.metadata(resources.configMaps, ns, 'described');
      expect(metadata).toMatchObject({
        name: 'described',
        uid: created.metadata.uid,
        resourceVersion: created.metadata.resourceVersion,
        labels: { purpose: 'shown' },
      });
      expect(JSON.stringify(metadata)).not.toContain('value');
      expect(await cluster.metadata(resources.configMaps, ns, 'absent')).toBeUndefined();
      expect(await codeOf(subject.restricted.metadata(resources.secrets, ns, 'x'))).toBe('forbidden');
    });

    test('refuses to create twice, in no namespace, or what is invalid', async () => {
      await makeConfigMap('twice', {});
      expect(await codeOf(makeConfigMap('twice', {}))).toBe('conflict');
      const nowhere = cluster.create(resources.configMaps, `${ns}-is-not-there`, { metadata: { name: 'x' } });
      expect(await codeOf(nowhere)).toBe('not-found');
      expect(await codeOf(makeConfigMap('Not_A_Name', {}))).toBe('invalid');
    });

    test('patches when the test holds, and is a conflict when it does not', async () => {
      const { uid } = (await makeConfigMap('patched', { level: 'low', other: 'kept' })).metadata;
      const raise = (from: string, to: string, ofUid = uid) =>
        cluster.patch<ConfigMap>(resources.configMaps, ns, 'patched', [
          { op: 'test', path: '/metadata/uid', value: ofUid },
          { op: 'test', path: '/data/level', value: from },
          { op: 'replace', path: '/data/level', value: to },
        ]);
      expect((await raise('low', 'high')).data).toEqual({ level: 'high', other: 'kept' });
      expect(await codeOf(raise('low', 'higher'))).toBe('conflict');
      expect(await codeOf(raise('high', 'higher', '00000000-0000-0000-0000-000000000000'))).toBe('conflict');
      const gone = cluster.patch(resources.configMaps, ns, 'patched', [{ op: 'remove', path: '/data/missing' }]);
      expect(await codeOf(gone)).toBe('conflict');
      const nested = [{ op: 'add', path: '/absent/key', value: 'x' }] as const;
      expect(await codeOf(cluster.patch(resources.configMaps, ns, 'patched', nested))).toBe('conflict');
      expect(await codeOf(cluster.patch(resources.configMaps, ns, 'absent', []))).toBe('not-found');
      expect((await cluster.get(resources.configMaps, ns, 'patched'))?.data).toEqual({ level: 'high', other: 'kept' });
    });

    test('patches the status of an object and nothing else of it', async () => {
      const backend = { service: { name: 'x', port: { number: 80 } } };
      const { metadata } = await cluster.create(resources.ingresses, ns, {
        metadata: { name: 'stated' },
        spec: { defaultBackend: backend },
      });
      const patch = (uid: string, name = 'stated') =>
        cluster.patchSubresource(resources.ingresses, 'status', { namespace: ns, name }, [
          { op: 'test', path: '/metadata/uid', value: uid },
          { op: 'add', path: '/status/loadBalancer', value: { ingress: [{ ip: '192.0.2.7' }] } },
          { op: 'add', path: '/spec/ingressClassName', value: 'other' },
        ]);
      await patch(metadata.uid);
      const found = await cluster.get(resources.ingresses, ns, 'stated');
      expect(found).toMatchObject({
        spec: { defaultBackend: backend },
        status: { loadBalancer: { ingress: [{ ip: '192.0.2.7' }] } },
      });
      expect(found?.spec).not.toHaveProperty('ingressClassName');
      expect(await codeOf(patch('00000000-0000-0000-0000-000000000000'))).toBe('conflict');
      expect(await codeOf(patch(metadata.uid, 'absent'))).toBe('not-found');
      await cluster.delete(resources.ingresses, ns, 'stated', metadata.uid);
    });

    test('scales a workload of that uid from that number, and shows the workload so', async () => {
      const labels = { app: 'scaled' };
      const { metadata } = await cluster.create<Workload>(resources.deployments, ns, {
        metadata: { name: 'scaled', labels },
        spec: {
          replicas: 0,
          selector: { matchLabels: labels },
          template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'example.invalid/none:1' }] } },
        },
      });
      const { uid } = metadata;
      const scale = (from: number, to: number, ofUid = uid) =>
        cluster.scale(resources.deployments, ns, 'scaled', { uid: ofUid, from, to });
      expect(await codeOf(scale(0, 1, '00000000-0000-0000-0000-000000000000'))).toBe('conflict');
      expect(await codeOf(scale(2, 1))).toBe('conflict');
      for (const [from, to] of [
        [0, 1],
        [1, 3],
        [3, 0],
      ] as const) {
        await scale(from, to);
        expect((await cluster.get(resources.deployments, ns, 'scaled'))?.spec.replicas).toBe(to);
      }
      const change = { uid, from: 0, to: 1 };
      expect(await codeOf(cluster.scale(resources.deployments, ns, 'absent', change))).toBe('not-found');
      expect(await codeOf(subject.restricted.scale(resources.deployments, ns, 'scaled', change))).toBe('forbidden');
      await cluster.delete(resources.deployments, ns, 'scaled', uid);
    });

    test('adds and removes keys that hold slashes and tildes', async () => {
      await makeConfigMap('escaped', {}, { keep: 'yes' });
      const add = { op: 'add', path: '/metadata/labels/example.com~1a', value: 'b' } as const;
      const patched = await cluster.patch(resources.configMaps, ns, 'escaped', [add]);
      expect(patched.metadata.labels).toEqual({ keep: 'yes', 'example.com/a': 'b' });
      const remove = { op: 'remove', path: '/metadata/labels/example.com~1a' } as const;
      expect((await cluster.patch(resources.configMaps, ns, 'escaped', [remove])).metadata.labels).toEqual({
        keep: 'yes',
      });
    });

    test('replaces its own version only', async () => {
      const first = await makeConfigMap('replaced', { a: '1' });
      const second = await cluster.replace<ConfigMap>(resources.configMaps, ns, 'replaced', {
        ...first,
        data: { a: '2' },
      });
      expect(second.metadata.resourceVersion).not.toBe(first.metadata.resourceVersion);
      expect(await codeOf(cluster.replace(resources.configMaps, ns, 'replaced', { ...first, data: { a: '3' } }))).toBe(
        'conflict',
      );
      const { resourceVersion, ...metadata } = second.metadata;
      expect(await codeOf(cluster.replace(resources.configMaps, ns, 'replaced', { ...second, metadata }))).toBe(
        'invalid',
      );
      expect((await cluster.get(resources.configMaps, ns, 'replaced'))?.data).toEqual({ a: '2' });
    });

    test('lists by label and by field, each object once', async () => {
      for (const [map, colour] of [
        ['red-1', 'red'],
        ['red-2', 'red'],
        ['blue-1', 'blue'],
      ] as const) {
        await makeConfigMap(map, {}, { colour });
      }
      const names = async (query: { labels?: string; fields?: string }): Promise<string[]> => {
        const found = await collect(cluster.list({ resource: resources.configMaps, namespace: ns, ...query }));
        return found.map(({ metadata }) => metadata.name).sort();
      };
      expect(await names({ labels: 'colour=red' })).toEqual(['red-1', 'red-2']);
      expect(await names({ labels: 'colour in (red,blue),colour!=red' })).toEqual(['blue-1']);
      expect(await names({ labels: 'colour', fields: 'metadata.name!=red-1' })).toEqual(['blue-1', 'red-2']);
      const odd = collect(cluster.list({ resource: resources.configMaps, namespace: ns, fields: 'data.x=1' }));
      expect(await codeOf(odd)).toBe('invalid');
    });

    test('gives the table rows that kubectl prints', async () => {
      await makeConfigMap('row', { a: '1', b: '2' }, { rows: 'yes' });
      const query = { resource: resources.configMaps, namespace: ns, labels: 'rows=yes' };
      expect(await collect(cluster.rows(query))).toMatchObject([
        { name: 'row', namespace: ns, cells: { name: 'row' } },
      ]);
      const { namespace, pod } = subject.container;
      const fields = `metadata.name=${pod}`;
      const rows = await collect(cluster.rows({ resource: resources.pods, namespace, fields }));
      expect(rows).toMatchObject([
        { name: pod, namespace, cells: { status: 'Running', ready: expect.stringMatching(/^\d\/\d$/) } },
      ]);
      const everywhere = await collect(cluster.rows({ resource: resources.pods, fields }));
      expect(everywhere.map(({ namespace: where }) => where)).toContain(namespace);
    });

    test('a missing permission names verb, resource, namespace and what to do', async () => {
      const error = await collect(subject.restricted.list({ resource: resources.secrets, namespace: ns })).catch(
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({ code: 'forbidden', subject: `secrets in ${ns}` });
      expect((error as PortError).message).toContain(`may not list secrets in namespace ${ns}`);
      expect((error as PortError).next).toContain('kubectl');
      const { container } = subject;
      expect(await codeOf(subject.restricted.exec(container, ['echo'], { timeoutMs: 5_000 }))).toBe('forbidden');
      expect(await codeOf(subject.restricted.logs(container, { lines: 5 }))).toBe('forbidden');
      expect(await codeOf(subject.restricted.forward(container, subject.service.port))).toBe('forbidden');
    });

    test('tells what it may do', async () => {
      const access = { resource: resources.configMaps, namespace: ns };
      expect(await subject.restricted.may({ verb: 'get', ...access })).toBe(true);
      expect(await subject.restricted.may({ verb: 'delete', ...access })).toBe(false);
      const exec = { verb: 'create', resource: resources.pods, subresource: 'exec', namespace: ns };
      expect(await subject.restricted.may(exec)).toBe(false);
    });

    containersContract(() => subject, talk);
  });
}
