/** Commands in containers over WebSocket: `v5.channel.k8s.io` (with the end of stdin) and `v4.channel.k8s.io`. */
import { finished } from 'node:stream/promises';
import type { WebSocket } from 'ws';
import type { ContainerRunner } from '../container-runner.ts';
import type { Command } from '../pod-init.ts';
import { Refusal } from './refusal.ts';
import { acceptWebSocket, offeredProtocols, sendAll, type Upgrade, writeHeld } from './upgrade.ts';

const CHANNEL = { stdin: 0, stdout: 1, stderr: 2, status: 3, close: 255 } as const;
const PROTOCOLS = ['v5.channel.k8s.io', 'v4.channel.k8s.io'];

/** What the caller wants, from the query that the API server makes. */
interface ExecOptions {
  readonly command: readonly string[];
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
}

/** Runs a command in the container and connects its streams. Throws a `Refusal` before the handshake. */
export function serveExec(runner: ContainerRunner, query: URLSearchParams, upgrade: Upgrade): void {
  const options = execOptions(query);
  if (options.command.length === 0) throw new Refusal(400, 'you must specify at least 1 command');
  if (!runner.instance) throw new Refusal(500, `container not found ("${runner.container.name}")`);
  const offered = offeredProtocols(upgrade.request);
  const protocol = PROTOCOLS.find((name) => offered.includes(name));
  if (!protocol) {
    const asked = offered.join(', ') || upgrade.request.headers.upgrade;
    throw new Refusal(
      400,
      `unable to upgrade: the sandbox's kubelet serves exec over ${PROTOCOLS.join(' or ')}, not ${asked}`,
    );
  }
  acceptWebSocket(upgrade, protocol, (ws) => void runCommand(runner, options, ws));
}

function execOptions(query: URLSearchParams): ExecOptions {
  const flag = (...names: string[]): boolean => names.some((name) => ['1', 'true'].includes(query.get(name) ?? ''));
  return {
    command: query.getAll('command'),
    stdin: flag('input', 'stdin'),
    stdout: flag('output', 'stdout'),
    stderr: flag('error', 'stderr'),
  };
}

async function runCommand(runner: ContainerRunner, options: ExecOptions, ws: WebSocket): Promise<void> {
  // Nothing may be lost that arrives before the command runs.
  const early: Buffer[] = [];
  const keep = (message: Buffer): void => void early.push(message);
  ws.on('message', keep);
  // An empty message tells the client that the connection stands.
  ws.send(Buffer.from([options.stdout ? CHANNEL.stdout : CHANNEL.status]));
  try {
    const command = await start(runner, options);
    ws.off('message', keep);
    const receive = receiver(command, options, ws);
    for (const message of early) receive(message);
    ws.on('message', receive);
    await connectOutput(command, options, ws);
    const { code } = await command.ended;
    sendStatus(ws, code === 0 ? SUCCESS : exitStatus(code));
  } catch (error) {
    sendStatus(ws, internalError((error as Error).message));
  }
}

async function start(runner: ContainerRunner, options: ExecOptions): Promise<Command> {
  const instance = runner.instance;
  if (!instance) throw new Error(`container not found ("${runner.container.name}")`);
  try {
    return await instance.enter(options.command);
  } catch (error) {
    throw new Error(
      `error executing command in container: failed to exec in container: failed to start exec: ${(error as Error).message}`,
    );
  }
}

/** Takes what the client sends: input, its end, and (ignored) the size of a terminal. */
function receiver(command: Command, options: ExecOptions, ws: WebSocket): (message: Buffer) => void {
  if (!options.stdin) command.stdin.end();
  // A client that goes away leaves the command running, without input.
  ws.once('close', () => command.stdin.end());
  return (message) => {
    const channel = message[0];
    if (channel === CHANNEL.stdin && options.stdin) writeHeld(command.stdin, message.subarray(1), ws);
    if (channel === CHANNEL.close && message[1] === CHANNEL.stdin) command.stdin.end();
  };
}

/** Resolves when both outputs have ended and everything is handed to the socket. */
async function connectOutput(command: Command, options: ExecOptions, ws: WebSocket): Promise<void> {
  const connect = (source: Command['stdout'], channel: number, wanted: boolean): Promise<void> => {
    if (wanted) sendAll(source, ws, (chunk) => Buffer.concat([Buffer.from([channel]), chunk]));
    else source.resume();
    return finished(source);
  };
  await Promise.all([
    connect(command.stdout, CHANNEL.stdout, options.stdout),
    connect(command.stderr, CHANNEL.stderr, options.stderr),
  ]);
}

const SUCCESS = { metadata: {}, status: 'Success' };

function exitStatus(code: number): object {
  return {
    metadata: {},
    status: 'Failure',
    message: `command terminated with non-zero exit code: error executing command in container: exit status ${code}`,
    reason: 'NonZeroExitCode',
    details: { causes: [{ reason: 'ExitCode', message: String(code) }] },
  };
}

function internalError(message: string): object {
  return {
    metadata: {},
    status: 'Failure',
    message: `Internal error occurred: ${message}`,
    reason: 'InternalError',
    details: { causes: [{ message }] },
    code: 500,
  };
}

function sendStatus(ws: WebSocket, status: object): void {
  if (ws.readyState !== ws.OPEN) return;
  ws.send(Buffer.concat([Buffer.from([CHANNEL.status]), Buffer.from(JSON.stringify(status))]));
  ws.close(1000);
}
