import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Forward } from '../../../src/ports/cluster.ts';
import { talk } from '../../contracts/talk.ts';
import { failure, LocalApi } from './local-api.ts';

const target = { namespace: 'shop', pod: 'db-0' };
const frame = (channel: number, payload: Buffer | string): Buffer =>
  Buffer.concat([Buffer.from([channel]), Buffer.from(payload)]);
const portBytes = Buffer.from([0x38, 0x15]); // 5432, little-endian

type Serve = (socket: WebSocket, number: number, raw: Duplex) => void;

/** A local server that upgrades `portforward`; both channels begin with the port, as the kubelet's do. */
async function kubelet(serve: Serve, refuse?: { readonly status: number; readonly body: object }) {
  const api = await LocalApi.start(() => ({ status: 404, body: failure(404, 'NotFound', '', { name: 'db-0' }) }));
  const urls: string[] = [];
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: (protocols) => [...protocols][0] ?? false });
  api.server.on('upgrade', (request, raw: Duplex, head) => {
    urls.push(request.url ?? '');
    if (refuse !== undefined) {
      raw.end(`HTTP/1.1 ${refuse.status} No\r\nConnection: close\r\n\r\n${JSON.stringify(refuse.body)}`);
      return;
    }
    sockets.handleUpgrade(request, raw, head, (socket) => {
      socket.on('error', () => undefined);
      socket.send(frame(0, portBytes));
      socket.send(frame(1, portBytes));
      serve(socket, urls.length, raw);
    });
  });
  return { api, urls, sockets, cluster: api.cluster(), [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]() };
}

/** Sends everything back, with the number of the stream in front. */
const echo: Serve = (socket, number) => {
  socket.on('message', (data: Buffer) => {
    if (data[0] === 0) socket.send(frame(0, `${number}:${data.subarray(1)}`));
  });
};

const open = ({ host, port }: Forward): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port, allowHalfOpen: true }, () => resolve(socket));
    socket.once('error', reject);
  });

/** Everything until the connection ends, and how it ended. */
function gathered(socket: Socket): Promise<{ text: string; error?: string }> {
  return new Promise((resolve) => {
    let text = '';
    let error: string | undefined;
    socket.on('data', (data) => {
      text += data.toString('utf8');
    });
    socket.on('error', ({ code }: NodeJS.ErrnoException) => {
      error = code;
    });
    socket.once('end', () => socket.end());
    socket.once('close', () => resolve({ text, ...(error === undefined ? {} : { error }) }));
  });
}

test('one stream for each connection; the first is the one that was tried out', async () => {
  await using local = await kubelet(echo);
  await using forward = await local.cluster.forward(target, 5432);
  expect(local.urls).toEqual(['/api/v1/namespaces/shop/pods/db-0/portforward?ports=5432']);
  const answers = await Promise.all(['a', 'b', 'c'].map((word) => talk(forward.host, forward.port, word)));
  expect(answers.map((answer) => answer.split(':')[1])).toEqual(['a', 'b', 'c']);
  expect(new Set(answers.map((answer) => answer.split(':')[0])).size).toBe(3);
  expect(local.urls).toHaveLength(3);
});

test('a greeting that comes before anybody has connected is kept for the first', async () => {
  await using local = await kubelet((socket) => socket.send(frame(0, 'hello')));
  await using forward = await local.cluster.forward(target, 5432);
  const socket = await open(forward);
  const greeting = await new Promise((resolve) => socket.once('data', (data) => resolve(data.toString('utf8'))));
  expect(greeting).toBe('hello');
  socket.destroy();
});

test('a stream that was tried out and has ended meanwhile is not used', async () => {
  await using local = await kubelet((socket, number, raw) => {
    if (number === 1) setTimeout(() => socket.close(), 200);
    else echo(socket, number, raw);
  });
  await using forward = await local.cluster.forward(target, 5432);
  await wait(100);
  expect(await talk(forward.host, forward.port, 'x')).toBe('2:x');
});

test('large bodies arrive whole in both directions, through a slow reader', async () => {
  await using local = await kubelet((socket, _number, raw) => {
    const slow = setInterval(() => {
      raw.pause();
      setTimeout(() => raw.resume(), 3);
    }, 6);
    socket.once('close', () => clearInterval(slow));
    let received = 0;
    socket.on('message', (data: Buffer) => {
      received += data.byteLength - 1;
      socket.send(frame(0, data.subarray(1)), () => {
        if (received === 8 * 1024 * 1024) socket.close();
      });
    });
  });
  await using forward = await local.cluster.forward(target, 5432);
  const socket = await open(forward);
  const all = gathered(socket);
  socket.write('y'.repeat(8 * 1024 * 1024));
  const { text, error } = await all;
  expect([text.length, error]).toEqual([8 * 1024 * 1024, undefined]);
});

test('who ends his own direction still gets the answer', async () => {
  await using local = await kubelet((socket) => {
    socket.on('message', (data: Buffer) => {
      setTimeout(() => {
        socket.send(frame(0, `late ${data.subarray(1)}`));
        socket.close();
      }, 100);
    });
  });
  await using forward = await local.cluster.forward(target, 5432);
  const socket = await open(forward);
  const all = gathered(socket);
  socket.end('question');
  expect(await all).toEqual({ text: 'late question' });
});

test.each([
  ['nothing listens on the port', 'error forwarding port 5432: dial tcp4 127.0.0.1:5432: connect: connection refused'],
  ['the pod does not run', 'container not running (planted-secret)'],
  ['the kubelet could not forward', 'planted-secret'],
])('a port that cannot be reached is an error at once: %s', async (why, complaint) => {
  await using local = await kubelet((socket) => socket.send(frame(1, complaint)));
  const error = await local.cluster.forward(target, 5432).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    code: 'unreachable',
    subject: 'port 5432 of pods/db-0 in shop',
    message: `Port 5432 cannot be reached: ${why}`,
  });
  expect(JSON.stringify(error)).not.toContain('planted-secret');
});

test('a connection that the pod resets is reset here too, says why, and spares the others', async () => {
  await using local = await kubelet((socket, number, raw) => {
    if (number !== 2) {
      echo(socket, number, raw);
      return;
    }
    socket.on('message', () => socket.send(frame(1, 'read tcp: connection reset by peer')));
  });
  await using forward = await local.cluster.forward(target, 5432);
  const first = await open(forward);
  await wait(20);
  const second = await open(forward);
  const ended = gathered(second);
  second.write('x');
  expect(await ended).toEqual({ text: '', error: 'ECONNRESET' });
  expect(forward.failure?.()).toMatchObject({
    code: 'unreachable',
    message: 'The forwarded connection ended: the pod reset the connection',
  });
  const answer = new Promise((resolve) => first.once('data', (data) => resolve(data.toString('utf8'))));
  first.write('still here');
  expect(await answer).toBe('1:still here');
  first.destroy();
});

test('a stream that cannot be opened ends the connection, and says why', async () => {
  await using local = await kubelet(echo);
  await using forward = await local.cluster.forward(target, 5432);
  const first = await open(forward);
  await wait(20);
  local.api.server.removeAllListeners('upgrade');
  local.api.server.on('upgrade', (_request, raw: Duplex) => raw.destroy());
  const second = await open(forward);
  await gathered(second);
  expect(forward.failure?.()).toMatchObject({ code: 'unreachable' });
  first.destroy();
});

test('closing ends the listener, its connections and its streams, and may be done twice', async () => {
  await using local = await kubelet(echo);
  const forward = await local.cluster.forward(target, 5432);
  const socket = await open(forward);
  const ended = gathered(socket);
  await wait(20);
  await Promise.all([forward.close(), forward.close()]);
  await ended;
  await wait(20);
  expect([...local.sockets.clients].filter(({ readyState }) => readyState === 1)).toEqual([]);
  await expect(open(forward)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('one that nobody uses is closed with the cluster', async () => {
  await using local = await kubelet(echo);
  const forward = await local.cluster.forward(target, 5432);
  await local.cluster.close();
  await expect(open(forward)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a refused upgrade is explained', async () => {
  await using local = await kubelet(echo, { status: 404, body: failure(404, 'NotFound', 'x') });
  await expect(local.cluster.forward(target, 5432)).rejects.toMatchObject({
    code: 'not-found',
    message: 'Pod db-0 does not exist in shop',
  });
});

test('an opening that is never answered is a timeout', async () => {
  await using api = await LocalApi.start(() => ({}));
  api.server.on('upgrade', () => undefined);
  await expect(api.cluster({ attemptMs: 100 }).forward(target, 5432)).rejects.toMatchObject({
    code: 'timeout',
    subject: 'pods/db-0 in shop',
  });
});

test('a cancelled run does not wait for an opening', async () => {
  const run = new AbortController();
  await using api = await LocalApi.start(() => ({}));
  api.server.on('upgrade', () => run.abort());
  await expect(api.cluster({ signal: run.signal }).forward(target, 5432)).rejects.toMatchObject({ code: 'cancelled' });
});

test('a stream that is cut off without a word is no end: what was to come is missing', async () => {
  await using local = await kubelet((socket, _number, raw) => {
    socket.on('message', () => socket.send(frame(0, 'half of the answer'), () => raw.destroy()));
  });
  await using forward = await local.cluster.forward(target, 5432);
  const socket = await open(forward);
  const ended = gathered(socket);
  socket.write('question');
  expect(await ended).toEqual({ text: 'half of the answer', error: 'ECONNRESET' });
  expect(forward.failure?.()).toMatchObject({ code: 'unreachable', message: expect.stringContaining('was lost') });
});

test.each([
  ['an API server that is going away', 1001],
  ['one that stumbled', 1011],
])('what ends with %s has not come to its end', async (_, code) => {
  await using local = await kubelet((socket) => {
    socket.on('message', () => socket.send(frame(0, 'half of the answer'), () => socket.close(code)));
  });
  await using forward = await local.cluster.forward(target, 5432);
  const socket = await open(forward);
  const ended = gathered(socket);
  socket.write('question');
  expect(await ended).toEqual({ text: 'half of the answer', error: 'ECONNRESET' });
  expect(forward.failure?.()).toMatchObject({ code: 'unreachable' });
});

test('a pod that ends the connection properly has ended it', async () => {
  await using local = await kubelet((socket) => {
    socket.on('message', () => socket.send(frame(0, 'all of it'), () => socket.close(1000)));
  });
  await using forward = await local.cluster.forward(target, 5432);
  const socket = await open(forward);
  const ended = gathered(socket);
  socket.write('question');
  expect(await ended).toEqual({ text: 'all of it' });
  expect(forward.failure?.()).toBeUndefined();
});
