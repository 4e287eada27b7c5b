import type { Duplex } from 'node:stream';
import { afterEach, expect, jest, test } from '@jest/globals';
import type { WebSocket } from 'ws';
import type { ExecLimits } from '../../../src/ports/cluster.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { kubelet } from './local-kubelet.ts';

afterEach(() => {
  jest.useRealTimers();
});

const target = { namespace: 'shop', pod: 'web-0', container: 'main' };
const limits: ExecLimits = { timeoutMs: 5_000 };
const frame = (channel: number, text: string): Buffer => Buffer.concat([Buffer.from([channel]), Buffer.from(text)]);
const success = frame(3, '{"status":"Success"}');
const exit = (code: number): Buffer =>
  frame(
    3,
    JSON.stringify({
      status: 'Failure',
      reason: 'NonZeroExitCode',
      details: { causes: [{ reason: 'ExitCode', message: `${code}` }] },
    }),
  );

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

test('the command stands behind a timeout; output, exit code and protocol', async () => {
  let asked: URL | undefined;
  await using local = await kubelet({
    serve: (socket, url) => {
      asked = url;
      for (const part of [frame(1, 'out'), frame(2, 'err'), frame(1, 'put\0'), exit(3)]) socket.send(part);
    },
  });
  const result = await local.cluster.exec(target, ['df', '-h', 'a b&c=d'], { timeoutMs: 1_500 });
  expect([result.exitCode, text(result.stdout), text(result.stderr), result.truncated]).toEqual([
    3,
    'output\0',
    'err',
    false,
  ]);
  expect(asked?.pathname).toBe('/api/v1/namespaces/shop/pods/web-0/exec');
  expect(asked?.searchParams.getAll('command')).toEqual(['timeout', '2', 'df', '-h', 'a b&c=d']);
  expect(asked?.searchParams.get('stdin')).toBeNull();
  expect(local.offered).toEqual([['v5.channel.k8s.io', 'v4.channel.k8s.io']]);
});

test.each<[string, (socket: WebSocket, raw: Duplex) => void]>([
  ['closed properly', (socket) => socket.close()],
  ['closed after output', (socket) => socket.send(frame(1, 'half of it'), () => socket.close())],
  ['reset', (_socket, raw) => raw.destroy()],
  ['closed after an empty status', (socket) => socket.send(Buffer.from([3]), () => socket.close())],
])('without a status there is no success: %s', async (_name, end) => {
  await using local = await kubelet({ serve: (socket, _url, raw) => end(socket, raw) });
  const run = local.cluster.exec(target, ['true'], limits);
  await expect(run).rejects.toMatchObject({ code: 'unreachable', subject: 'container main of pods/web-0 in shop' });
});

test('a half-open connection is given up after two unanswered pings', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  await using local = await kubelet({
    serve: (_socket, _url, raw) => {
      // Reads nothing any more, answers nothing: as if a firewall had forgotten the connection.
      raw.removeAllListeners('data');
      raw.pause();
      open();
    },
  });
  const run = local.cluster.exec(target, ['sleep'], { timeoutMs: 600_000 }).catch((error: unknown) => error);
  await opened;
  for (let tick = 0; tick < 5; tick += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    await jest.advanceTimersByTimeAsync(15_000);
  }
  expect(await run).toMatchObject({ code: 'unreachable', message: expect.stringContaining('went dead') });
});

test('a connection that answers pings may be silent until the deadline, and no longer', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  await using local = await kubelet({ serve: () => open() });
  let settled: unknown;
  local.cluster.exec(target, ['sleep'], { timeoutMs: 120_000 }).catch((error: unknown) => {
    settled = error;
  });
  await opened;
  const advance = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += 5_000) {
      await jest.advanceTimersByTimeAsync(5_000);
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await advance(120_000);
  expect(settled).toBeUndefined();
  await advance(10_000);
  expect(settled).toMatchObject({ code: 'timeout', message: 'sleep did not end within 120 s and was ended' });
});

test('output beyond the cap ends the command', async () => {
  let closed = false;
  await using local = await kubelet({
    serve: (socket) => {
      socket.once('close', () => {
        closed = true;
      });
      const more = (): void => {
        if (!closed) socket.send(frame(1, 'x'.repeat(1_000)), () => setImmediate(more));
      };
      more();
    },
  });
  const result = await local.cluster.exec(target, ['yes'], { ...limits, maxOutputBytes: 2_500 });
  expect([result.stdout.byteLength, result.truncated, result.exitCode]).toEqual([2_500, true, 141]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(closed).toBe(true);
});

test('errors beyond 64 KiB are dropped without ending the command', async () => {
  await using local = await kubelet({
    serve: (socket) => {
      socket.send(frame(2, 'e'.repeat(100_000)));
      socket.send(success);
    },
  });
  const result = await local.cluster.exec(target, ['noisy'], limits);
  expect([result.exitCode, result.stderr.byteLength, result.truncated]).toEqual([0, 64 * 1024, false]);
});

test('stdin goes in small frames, is closed after the last, and waits for a slow reader', async () => {
  const frames: number[] = [];
  let received = 0;
  let heldBack = 0;
  const stdin = Buffer.alloc(20 * 1024 * 1024, 'x');
  await using local = await kubelet({
    serve: (socket, _url, raw) => {
      const before = process.memoryUsage().arrayBuffers;
      raw.pause();
      setTimeout(() => {
        heldBack = process.memoryUsage().arrayBuffers - before;
        raw.resume();
      }, 200);
      socket.on('message', (data: Buffer) => {
        if (data[0] === 255) {
          socket.send(frame(1, `${received} closed ${data[1]}`));
          socket.send(success);
          return;
        }
        frames.push(data.byteLength - 1);
        received += data.byteLength - 1;
      });
    },
  });
  const result = await local.cluster.exec(target, ['cat'], { timeoutMs: 30_000, stdin });
  expect(text(result.stdout)).toBe(`${stdin.byteLength} closed 0`);
  expect(Math.max(...frames)).toBeLessThanOrEqual(32 * 1024);
  expect(local.offered).toEqual([['v5.channel.k8s.io']]);
  // While nobody reads, what is prepared for sending does not grow to the whole of it.
  expect(heldBack).toBeLessThan(8 * 1024 * 1024);
});

test('a command that ends without reading its stdin is no error', async () => {
  await using local = await kubelet({ serve: (socket) => socket.send(success) });
  const result = await local.cluster.exec(target, ['true'], { ...limits, stdin: Buffer.alloc(1024 * 1024) });
  expect(result.exitCode).toBe(0);
});
test('a server without the fifth protocol cannot close stdin, and that is said', async () => {
  await using local = await kubelet({ serve: (socket) => socket.send(success), choose: 'v4.channel.k8s.io' });
  await expect(local.cluster.exec(target, ['df'], limits)).resolves.toMatchObject({ exitCode: 0 });
  const fed = local.cluster.exec(target, ['cat'], { ...limits, stdin: Buffer.from('x') });
  await expect(fed).rejects.toBeInstanceOf(PortError);
});

test('a cancelled run ends what is under way, and begins nothing', async () => {
  const run = new AbortController();
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  await using local = await kubelet({ serve: () => open() });
  const cluster = local.api.cluster({ signal: run.signal });
  const running = cluster.exec(target, ['sleep'], limits);
  await opened;
  run.abort();
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  await expect(cluster.exec(target, ['sleep'], limits)).rejects.toMatchObject({ code: 'cancelled' });
  await expect(cluster.identity()).rejects.toMatchObject({ code: 'cancelled' });
});
