import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttps, type Server as HttpsServer } from 'node:https';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Access } from '../../../src/adapters/kubernetes/access.ts';
import { KubernetesCluster } from '../../../src/adapters/kubernetes/kubernetes-cluster.ts';
import { type Resource, resources } from '../../../src/domain/kubernetes/resources.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { type Answer, failure, LocalApi, SteppingClock } from './local-api.ts';

const maps: Resource = resources.configMaps;
const object = { metadata: { name: 'a', namespace: 'shop', uid: 'u', resourceVersion: '1' } };

test('answers come compressed, over few connections, with who we are', async () => {
  await using api = await LocalApi.start(() => ({}));
  api.server.removeAllListeners('request');
  const connections = new Set<unknown>();
  const agents = new Set<string | undefined>();
  api.server.on('request', (request, response) => {
    connections.add(request.socket);
    agents.add(request.headers['user-agent']);
    expect(request.headers['accept-encoding']).toBe('gzip');
    expect(request.headers.authorization).toBe('Bearer planted-token');
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(JSON.stringify({ ...object, note: 'grüße' })));
  });
  const cluster = api.cluster({ task: 'check-health' });
  const answers = await Promise.all(Array.from({ length: 100 }, () => cluster.get(maps, 'shop', 'a')));
  expect(answers.every((answer) => (answer as { note?: string } | undefined)?.note === 'grüße')).toBe(true);
  expect(connections.size).toBeLessThanOrEqual(12);
  expect([...agents]).toEqual(['rooivalk-maintenance/check-health']);
});

test('impersonation is said in every request', async () => {
  await using api = await LocalApi.start(() => ({ body: object }));
  await api.cluster({}, { impersonate: { user: 'robot', uid: '7', groups: ['a', 'b'] } }).get(maps, 'shop', 'a');
  expect(api.requests[0]?.headers).toMatchObject({
    'impersonate-user': 'robot',
    'impersonate-uid': '7',
    'impersonate-group': 'a, b',
  });
});

test('a server below a path, and names that need escaping', async () => {
  await using api = await LocalApi.start(() => ({ body: object }));
  const server = new URL(`http://127.0.0.1:${api.port}/k8s/clusters/c-1`);
  await api.cluster({}, { server }).get(maps, 'shop', 'a/b?c');
  expect(api.requests[0]?.path).toBe('/k8s/clusters/c-1/api/v1/namespaces/shop/configmaps/a%2Fb%3Fc');
});

test('what is written: paths, media types, manager of fields, when the server gives up, preconditions', async () => {
  await using api = await LocalApi.start(() => ({ body: object }));
  const cluster = api.cluster();
  await cluster.create(maps, 'shop', { metadata: { name: 'a' } });
  await cluster.patch(maps, 'shop', 'a', [{ op: 'remove', path: '/data' }]);
  await cluster.replace(maps, 'shop', 'a', object);
  await cluster.delete(maps, 'shop', 'a', 'uid-1');
  const sent = api.requests.map(({ method, path, query, headers }) => [
    method,
    path,
    query.get('fieldManager'),
    query.get('timeout'),
    headers['content-type'],
  ]);
  const at = '/api/v1/namespaces/shop/configmaps';
  expect(sent).toEqual([
    // the first contact with a server is bounded more closely
    ['POST', at, 'rooivalk-maintenance', '7s', 'application/json'],
    ['PATCH', `${at}/a`, 'rooivalk-maintenance', '12s', 'application/json-patch+json'],
    ['PUT', `${at}/a`, 'rooivalk-maintenance', '12s', 'application/json'],
    ['DELETE', `${at}/a`, null, '12s', 'application/json'],
  ]);
  expect(JSON.parse(api.requests[0]?.body ?? '')).toMatchObject({ apiVersion: 'v1', kind: 'ConfigMap' });
  expect(JSON.parse(api.requests[3]?.body ?? '')).toMatchObject({
    preconditions: { uid: 'uid-1' },
    propagationPolicy: 'Background',
  });
});

test.each<{ name: string; answer: Answer; found: object | undefined | string }>([
  { name: 'there', answer: { body: object }, found: object },
  { name: 'not there', answer: { status: 404, body: failure(404, 'NotFound', '', { name: 'a' }) }, found: undefined },
  { name: 'a resource that is not served', answer: { status: 404, body: '404 page not found' }, found: 'not-found' },
  { name: 'a login page', answer: { body: '<html>' }, found: 'failed' },
  {
    name: 'not what it says it is',
    answer: { headers: { 'content-encoding': 'gzip' }, body: 'plain' },
    found: 'failed',
  },
  { name: 'a redirect', answer: { status: 302, headers: { location: 'http://169.254.169.254/' } }, found: 'failed' },
])('get: $name', async ({ answer, found }) => {
  await using api = await LocalApi.start(() => answer);
  const result = await api
    .cluster()
    .get(maps, 'shop', 'a')
    .catch((error: PortError) => error.code);
  expect(result).toEqual(found);
  expect(api.requests).toHaveLength(1);
});

test('a delete whose answer was lost is repeated; a create is not', async () => {
  const cut: Answer = (_response, request) => request.socket.destroy();
  await using api = await LocalApi.start(({ method }, number) => {
    if (method === 'DELETE' && number > 1) return { status: 404, body: failure(404, 'NotFound', '', { name: 'a' }) };
    return cut;
  });
  const cluster = api.cluster();
  await cluster.delete(maps, 'shop', 'a', 'u');
  expect(api.requests).toHaveLength(2);
  await expect(cluster.create(maps, 'shop', { metadata: { name: 'a' } })).rejects.toMatchObject({
    code: 'unreachable',
  });
  expect(api.requests).toHaveLength(3);
});

test('a server that accepts and never answers is a timeout, within the bound', async () => {
  await using api = await LocalApi.start(() => () => undefined);
  const started = performance.now();
  const write = api.cluster({ attemptMs: 100 }).create(maps, 'shop', { metadata: { name: 'a' } });
  await expect(write).rejects.toMatchObject({ code: 'timeout', subject: 'configmaps/a in shop' });
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(api.requests).toHaveLength(1);
});

test('a body that stops half-way is a timeout too', async () => {
  await using api = await LocalApi.start(() => (response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('{"half":');
  });
  const read = api.cluster({ attemptMs: 100, deadlineMs: 150 }).get(maps, 'shop', 'a');
  await expect(read).rejects.toMatchObject({ code: 'timeout' });
});

test.each([
  ['refused', 'http://127.0.0.1:1', 'unreachable', /refuses connections/],
  ['a name that is not known', 'http://no-such-host.invalid:6443', 'unreachable', /not known|no answer/],
])('%s', async (_name, server, code, message) => {
  await using api = await LocalApi.start(() => ({}));
  const error = await api
    .cluster({ deadlineMs: 400 }, { server: new URL(server) })
    .identity()
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PortError);
  expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
});

let directory: string;
let secure: HttpsServer;
let peers: (string | undefined)[];
let resumed: boolean[];
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'kubernetes-tls-'));
  const openssl = (...words: string[]): void =>
    void execFileSync('openssl', words, { cwd: directory, stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-x509', '-days', '2'];
  openssl(
    'req',
    ...key,
    '-keyout',
    'server.key',
    '-out',
    'server.crt',
    '-subj',
    '/CN=api',
    '-addext',
    'subjectAltName=IP:127.0.0.1,DNS:kubernetes',
  );
  openssl('req', ...key, '-keyout', 'client.key', '-out', 'client.crt', '-subj', '/CN=robot');
  const files = { key: read('server.key'), cert: read('server.crt') };
  peers = [];
  resumed = [];
  secure = createHttps({ ...files, requestCert: true, rejectUnauthorized: false }, (request, response) => {
    const socket = request.socket as import('node:tls').TLSSocket;
    peers.push(socket.getPeerCertificate().subject?.CN as string | undefined);
    resumed.push(socket.isSessionReused());
    response
      .writeHead(200, { connection: request.url?.includes('close') ? 'close' : 'keep-alive' })
      .end(JSON.stringify(object));
  });
  await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  secure.closeAllConnections();
  await new Promise((resolve) => secure.close(resolve));
  rmSync(directory, { recursive: true });
});

const read = (name: string): Buffer => readFileSync(join(directory, name));

function secureCluster(more: Partial<Access>, options: object = {}): KubernetesCluster {
  const server = new URL(`https://127.0.0.1:${(secure.address() as AddressInfo).port}`);
  const access: Access = { context: 'c', user: 'u', server, verify: true, identification: { kind: 'none' }, ...more };
  return new KubernetesCluster(access, { clock: new SteppingClock(), random: () => 0.5, ...options });
}

test('a certificate of the right authority is accepted, also by another name; ours is presented', async () => {
  await using cluster = secureCluster({
    ca: read('server.crt'),
    clientCertificate: { cert: read('client.crt'), key: read('client.key') },
  });
  expect(await cluster.get(maps, 'shop', 'a')).toEqual(object);
  expect(peers.at(-1)).toBe('robot');
  await using named = secureCluster({ ca: read('server.crt'), serverName: 'kubernetes' });
  expect(await named.get(maps, 'shop', 'a')).toEqual(object);
});

test('later connections resume the TLS session', async () => {
  await using cluster = secureCluster({ ca: read('server.crt') });
  for (let turn = 0; turn < 3; turn += 1) await cluster.get(maps, 'shop', 'close');
  expect(resumed.slice(-3)).toEqual([false, true, true]);
});

test.each<[string, () => Partial<Access>]>([
  ['of nobody we know', () => ({})],
  ['of another authority', () => ({ ca: read('client.crt') })],
  ['of another name', () => ({ ca: read('server.crt'), serverName: 'elsewhere' })],
])('a certificate %s is not trusted, and not tried again', async (_name, more) => {
  const clock = new SteppingClock();
  await using cluster = secureCluster(more(), { clock });
  await expect(cluster.get(maps, 'shop', 'a')).rejects.toMatchObject({ code: 'untrusted' });
  expect(clock.slept).toEqual([]);
});

/** A proxy that knows one user, and counts what it opens. */
async function proxy(): Promise<{ server: Server; url: string; opened: string[] }> {
  const opened: string[] = [];
  const server = createServer((client: Socket) => {
    client.on('error', () => undefined);
    client.once('data', (head) => {
      const [, target = ''] = /^CONNECT (\S+) /.exec(head.toString('latin1')) ?? [];
      const known = head.toString('latin1').includes(`Basic ${Buffer.from('me:p@ss').toString('base64')}`);
      if (!known) {
        client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
        return;
      }
      opened.push(target);
      const [host, port] = target.split(':');
      const upstream = connect(Number(port), host, () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(client).pipe(upstream);
      });
      upstream.on('error', () => client.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, opened, url: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test('through a proxy, with TLS to the API server itself', async () => {
  const { server, opened, url } = await proxy();
  await using cluster = secureCluster({ ca: read('server.crt'), proxy: new URL(`http://me:p%40ss@${url}`) });
  expect(await cluster.get(maps, 'shop', 'a')).toEqual(object);
  expect(opened).toEqual([`127.0.0.1:${(secure.address() as AddressInfo).port}`]);
  await using stranger = secureCluster(
    { ca: read('server.crt'), proxy: new URL(`http://${url}`) },
    { deadlineMs: 300 },
  );
  const refused = stranger.get(maps, 'shop', 'a');
  await expect(refused).rejects.toMatchObject({ code: 'unreachable', message: expect.stringContaining('proxy') });
  server.close();
});
