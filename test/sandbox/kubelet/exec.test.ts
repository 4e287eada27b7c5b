import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import type { ContainerRunner } from '../../../sandbox/kubelet/container-runner.ts';
import { type Command, StartError } from '../../../sandbox/kubelet/pod-init.ts';
import { serveExec } from '../../../sandbox/kubelet/server/exec.ts';

/** A container whose commands are processes of this machine: what is tested is the framing. */
const children: ChildProcess[] = [];
const runner = {
  container: { name: 'c', image: 'i' },
  instance: {
    enter: async (argv: readonly string[]): Promise<Command> => {
      const [program = '', ...args] = argv;
      if (program === 'missing') throw new StartError('exec: "missing": executable file not found in $PATH');
      const child = spawn(program, args);
      children.push(child);
      child.stdin.on('error', () => undefined);
      const ended = new Promise<{ code: number; signal: number }>((resolve) => {
        child.once('exit', (code) => resolve({ code: code ?? 137, signal: 0 }));
      });
      return {
        pid: child.pid ?? 0,
        ended,
        stdin: child.stdin,
        stdout: child.stdout,
        stderr: child.stderr,
        kill: () => child.kill('SIGKILL'),
      };
    },
  },
} as unknown as ContainerRunner;

let server: Server;
beforeEach(async () => {
  server = createServer();
  server.on('upgrade', (request, socket, head) => {
    serveExec(runner, new URL(request.url ?? '', 'http://x').searchParams, { request, socket, head });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  server.closeAllConnections();
  server.close();
});

interface Session {
  readonly ws: WebSocket;
  /** The beginning of each channel. */
  readonly out: Record<number, Buffer>;
  readonly sizes: Record<number, number>;
  readonly closed: Promise<void>;
}

async function open(
  command: string[],
  query = 'input=1&output=1&error=1',
  protocol = 'v5.channel.k8s.io',
): Promise<Session> {
  const { port } = server.address() as AddressInfo;
  const words = command.map((word) => `command=${encodeURIComponent(word)}`).join('&');
  const ws = new WebSocket(`ws://127.0.0.1:${port}/exec?${words}&${query}`, [protocol]);
  const out: Record<number, Buffer> = {};
  const sizes: Record<number, number> = {};
  ws.on('message', (message: Buffer) => {
    const channel = message[0] ?? -1;
    const known = out[channel] ?? Buffer.alloc(0);
    out[channel] = known.length > 4096 ? known : Buffer.concat([known, message.subarray(1)]);
    sizes[channel] = (sizes[channel] ?? 0) + message.length - 1;
  });
  const closed = new Promise<void>((resolve) => ws.once('close', () => resolve()));
  await new Promise((resolve, reject) => ws.once('open', resolve).once('error', reject));
  return { ws, out, sizes, closed };
}

const status = (
  session: Session,
): { status: string; reason?: string; details?: { causes: { reason: string; message: string }[] } } =>
  JSON.parse(session.out[3]?.toString() ?? '{}');

describe('a command over WebSocket', () => {
  test('gives its outputs apart and its success', async () => {
    const session = await open(['sh', '-c', 'echo out; echo err >&2']);
    await session.closed;
    expect([session.out[1]?.toString(), session.out[2]?.toString()]).toEqual(['out\n', 'err\n']);
    expect(status(session).status).toBe('Success');
  });

  test('gives its exit code', async () => {
    const session = await open(['sh', '-c', 'exit 42']);
    await session.closed;
    expect(status(session)).toMatchObject({
      status: 'Failure',
      reason: 'NonZeroExitCode',
      details: { causes: [{ reason: 'ExitCode', message: '42' }] },
    });
  });

  test('sees the end of its input and still answers', async () => {
    const session = await open(['sh', '-c', 'cat; echo after']);
    session.ws.send(Buffer.from('\x00hello\n'));
    session.ws.send(Buffer.from([255, 0]));
    await session.closed;
    expect(session.out[1]?.toString()).toBe('hello\nafter\n');
  });

  test('has no input where none was asked for', async () => {
    const session = await open(['cat'], 'output=1');
    await session.closed;
    expect(status(session).status).toBe('Success');
  });

  test('is not started where it does not exist', async () => {
    const session = await open(['missing']);
    await session.closed;
    expect(status(session)).toMatchObject({ status: 'Failure', reason: 'InternalError' });
    expect(session.out[3]?.toString()).toContain('executable file not found in $PATH');
  });

  test('is held back by a client that does not read, and loses nothing', async () => {
    const bytes = 48 << 20;
    const session = await open(['head', '-c', String(bytes), '/dev/zero'], 'output=1');
    session.ws.pause();
    const before = process.memoryUsage().arrayBuffers;
    await new Promise((resolve) => setTimeout(resolve, 400));
    const held = process.memoryUsage().arrayBuffers - before;
    session.ws.resume();
    await session.closed;
    expect(held).toBeLessThan(24 << 20);
    expect(session.sizes[1]).toBe(bytes);
  }, 30_000);

  test('goes on when the client goes away', async () => {
    const session = await open(['sleep', '30'], 'output=1');
    session.ws.terminate();
    await session.closed;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(children[0]?.exitCode).toBe(null);
    expect(children[0]?.signalCode).toBe(null);
  });
});
