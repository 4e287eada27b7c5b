import type { RawData, WebSocket } from 'ws';
import type { ExecLimits, ExecResult, ExecTarget } from '../../ports/cluster.ts';
import { PortError } from '../../ports/port-error.ts';
import type { ApiClient } from './client.ts';
import { type ExecAsked, type ExecStatus, execOutcome, execTimeout } from './exec-outcome.ts';
import { streamSubject } from './refusal.ts';
import { keepAlive, lostStream, openStream } from './socket.ts';

const channel = { stdin: 0, stdout: 1, stderr: 2, status: 3, close: 255 } as const;
const v5 = 'v5.channel.k8s.io';
const v4 = 'v4.channel.k8s.io';

const defaultOutputBytes = 4 * 1024 * 1024;
const mostErrorBytes = 64 * 1024;
const stdinFrameBytes = 32 * 1024;
const pingMs = 15_000;
/** How much longer than the command itself we wait: `timeout` ends it there, the answer still has to come. */
const graceMs = 5_000;
/** What a program ends with whose reader has gone (128 + SIGPIPE); reported when the output was cut. */
const cutExitCode = 141;

/** Bytes up to a bound; the rest is counted and dropped. */
class Bounded {
  readonly #most: number;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  full = false;

  constructor(most: number) {
    this.#most = most;
  }

  push(chunk: Buffer): void {
    const room = this.#most - this.#size;
    if (chunk.byteLength > room) this.full = true;
    // A copy, so that a small piece does not hold the whole frame.
    if (room > 0) this.#chunks.push(Buffer.from(chunk.subarray(0, room)));
    this.#size += Math.min(room, chunk.byteLength);
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }
}

const bufferOf = (data: RawData): Buffer =>
  Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data);

/** Send stdin in small frames, each only when the one before has left, and close it after the last. */
async function sendStdin(socket: WebSocket, stdin: Uint8Array): Promise<void> {
  const send = (frame: Buffer): Promise<void> =>
    new Promise((resolve, reject) => {
      socket.send(frame, (error) => (error ? reject(error) : resolve()));
    });
  for (let at = 0; at < stdin.byteLength; at += stdinFrameBytes) {
    const part = stdin.subarray(at, at + stdinFrameBytes);
    const frame = Buffer.allocUnsafe(part.byteLength + 1);
    frame[0] = channel.stdin;
    frame.set(part, 1);
    await send(frame);
  }
  await send(Buffer.from([channel.close, channel.stdin]));
}

function parseStatus(payload: Buffer): ExecStatus {
  try {
    return JSON.parse(payload.toString('utf8')) as ExecStatus;
  } catch {
    return {};
  }
}

/** One command over one open socket: collects what comes, and settles exactly once, at the latest by its deadline. */
class Execution {
  readonly #client: ApiClient;
  readonly #socket: WebSocket;
  readonly #asked: ExecAsked;
  readonly #stdout: Bounded;
  readonly #stderr = new Bounded(mostErrorBytes);
  readonly #startedAt: number;
  #status: ExecStatus | undefined;

  constructor(client: ApiClient, socket: WebSocket, asked: ExecAsked, maxOutputBytes: number) {
    this.#client = client;
    this.#socket = socket;
    this.#asked = asked;
    this.#stdout = new Bounded(maxOutputBytes);
    this.#startedAt = client.options.clock.monotonic();
  }

  run(stdin: Uint8Array | undefined): Promise<ExecResult> {
    const { promise, resolve, reject } = Promise.withResolvers<ExecResult>();
    const socket = this.#socket;
    const { signal } = this.#client.options;
    const subject = streamSubject(this.#asked.target);
    const cancel = (): void => reject(this.#client.failure(undefined, subject));
    const deadline = setTimeout(() => reject(execTimeout(this.#asked)), this.#asked.timeoutMs + graceMs);
    const stopPings = keepAlive(socket, pingMs, () => {
      reject(lostStream(subject, 'The connection went dead while the command ran; whether it ended is not known'));
    });
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted === true) cancel();
    socket.on('message', (data) => {
      this.#take(bufferOf(data));
      if (this.#stdout.full) resolve(this.#cut());
    });
    socket.once('close', () => {
      try {
        resolve(this.#end(subject));
      } catch (error) {
        reject(error);
      }
    });
    socket.resume();
    // A command may end without reading its stdin; what then happens is told by the status or the close.
    if (stdin !== undefined) sendStdin(socket, stdin).catch(() => undefined);
    return promise.finally(() => {
      clearTimeout(deadline);
      stopPings();
      signal?.removeEventListener('abort', cancel);
      socket.terminate();
    });
  }

  #take(frame: Buffer): void {
    const payload = frame.subarray(1);
    switch (frame[0]) {
      case channel.stdout:
        this.#stdout.push(payload);
        return;
      case channel.stderr:
        this.#stderr.push(payload);
        return;
      case channel.status:
        if (payload.byteLength === 0) return;
        this.#status = parseStatus(payload);
        // Nothing follows the status, and not every server closes by itself.
        this.#socket.close();
        return;
      default:
        // The closing of a channel ([255, n]) needs no answer: the socket's own closing follows.
        return;
    }
  }

  #cut(): ExecResult {
    const { stdout, stderr } = this.#output();
    return { exitCode: cutExitCode, stdout, stderr, truncated: true };
  }

  #output(): Pick<ExecResult, 'stdout' | 'stderr'> {
    return { stdout: this.#stdout.bytes(), stderr: this.#stderr.bytes() };
  }

  #end(subject: string): ExecResult {
    if (this.#status === undefined) {
      throw lostStream(
        subject,
        'The connection was lost before the exit status came; whether the command ended is not known',
      );
    }
    const tookMs = this.#client.options.clock.monotonic() - this.#startedAt;
    return execOutcome(this.#asked, { status: this.#status, tookMs, ...this.#output() });
  }
}

/** Run a command in a container; see `Cluster.exec`. */
export async function runInContainer(
  client: ApiClient,
  target: ExecTarget,
  command: readonly string[],
  limits: ExecLimits,
): Promise<ExecResult> {
  const asked: ExecAsked = { target, command, timeoutMs: limits.timeoutMs };
  const wantsStdin = limits.stdin !== undefined;
  const query = new URLSearchParams({ container: target.container, stdout: 'true', stderr: 'true' });
  if (wantsStdin) query.set('stdin', 'true');
  for (const word of ['timeout', String(Math.ceil(limits.timeoutMs / 1000)), ...command]) query.append('command', word);
  // Only the fifth version can close stdin.
  const protocols = wantsStdin ? [v5] : [v5, v4];
  const stream = { subresource: 'exec', ...target } as const;
  const socket = await openStream(client, stream, query, protocols);
  if (wantsStdin && socket.protocol !== v5) {
    socket.terminate();
    throw new PortError({
      code: 'failed',
      subject: streamSubject(target),
      message: 'The API server cannot close the standard input of a command',
      next: 'Update Kubernetes to 1.30 or later',
    });
  }
  return new Execution(client, socket, asked, limits.maxOutputBytes ?? defaultOutputBytes).run(limits.stdin);
}
