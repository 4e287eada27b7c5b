/** The kubelet's side of `pod-init`: building it once per machine, starting containers and commands in them. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';
import { cacheDirectory } from '../toolchain/cache.ts';
import { withLock } from '../toolchain/lock.ts';

const SOURCE = join(import.meta.dirname, 'pod-init');

/** Who a process runs as. `capabilities` are kernel numbers. */
export interface Identity {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
  readonly capabilities: readonly number[];
}

/** A path of the machine, without symbolic links, at a path of the container. `program`: see pod-init/main.go. */
export interface Bind {
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  readonly program?: boolean;
}

/** What `pod-init run` is told (see pod-init/main.go). */
export interface ContainerSpec {
  readonly root: string;
  readonly rootSize: number;
  readonly layer: string;
  readonly hostname: string;
  readonly links: readonly { readonly path: string; readonly target: string }[];
  readonly scratch: readonly { readonly target: string; readonly size: number; readonly mode: string }[];
  readonly binds: readonly Bind[];
  readonly readOnlyRoot: boolean;
  readonly argv: readonly string[];
  readonly env: readonly string[];
  readonly cwd: string;
  readonly log: string;
  readonly logLimit: number;
  readonly identity: Identity;
}

/** What `pod-init enter` is told. */
export interface EntrySpec {
  readonly pid: number;
  readonly argv: readonly string[];
  readonly env: readonly string[];
  readonly cwd: string;
  readonly identity: Identity;
}

/** How a process ended: its status, 128 + the signal where one ended it. */
export interface Outcome {
  readonly code: number;
  readonly signal: number;
}

/** A process that could not be started: no such program, no such user, a mount that failed. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

interface Event {
  readonly pid?: number;
  readonly started?: boolean;
  readonly error?: string;
  readonly exited?: boolean;
  readonly code: number;
  readonly signal?: number;
}

/** A process behind `pod-init`. */
export interface Process {
  /** Its number in the kubelet's own process table. */
  readonly pid: number;
  readonly ended: Promise<Outcome>;
}

/** A command in a container, with its streams. */
export interface Command extends Process {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Ends the command and everything of its session. */
  kill(): void;
}

/** Builds the program if this version of it is not in the cache yet; resolves to its path. Needs Go on the first run. */
export async function ensurePodInit(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of readdirSync(SOURCE).sort()) hash.update(name).update(readFileSync(join(SOURCE, name)));
  const folder = join(cacheDirectory(), 'tools', `pod-init-${hash.digest('hex').slice(0, 12)}`);
  const program = join(folder, 'pod-init');
  if (existsSync(program)) return program;
  await withLock(join(dirname(folder), 'pod-init.lock'), async () => {
    if (existsSync(program)) return;
    mkdirSync(folder, { recursive: true });
    await build(`${program}.new`);
    renameSync(`${program}.new`, program);
  });
  return program;
}

async function build(output: string): Promise<void> {
  const argv = ['build', '-trimpath', '-ldflags', '-s -w', '-o', output, '.'];
  const PATH = `${process.env.PATH ?? ''}:/usr/local/go/bin`;
  try {
    await promisify(execFile)('go', argv, { cwd: SOURCE, env: { ...process.env, PATH, CGO_ENABLED: '0' } });
  } catch (error) {
    throw new Error(`pod-init could not be built with Go: ${(error as Error).message}`);
  }
}

/** Starts containers and commands with one build of `pod-init`. */
export class PodInit {
  readonly #program: string;

  constructor(program: string) {
    this.#program = program;
  }

  /** Starts a container. Rejects with a `StartError` when its program cannot be executed. */
  async run(spec: ContainerSpec): Promise<Process> {
    const child = spawn(this.#program, ['run'], { stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'pipe'], env: {} });
    return follow(child, spec);
  }

  /** Starts a command in a container; the same rejection. */
  async enter(spec: EntrySpec): Promise<Command> {
    const child = spawn(this.#program, ['enter'], { stdio: ['pipe', 'pipe', 'pipe', 'pipe', 'pipe'], env: {} });
    const { stdin, stdout, stderr } = child;
    stdin?.on('error', () => undefined); // The command may end without reading what it is sent.
    const process_ = await follow(child, spec);
    return {
      ...process_,
      stdin: stdin as Writable,
      stdout: stdout as Readable,
      stderr: stderr as Readable,
      kill: () => killSession(process_.pid),
    };
  }
}

/** Sends SIGKILL to a session's leader and its group; nothing happens when they have gone. */
function killSession(pid: number): void {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}

/** Hands over the spec and turns the control lines into promises. */
async function follow(child: ChildProcess, spec: object): Promise<Process> {
  const input = child.stdio[3] as Writable;
  input.on('error', () => undefined); // A child that dies at once says why on the control descriptor, or by its end.
  input.end(JSON.stringify({ kubeletPid: process.pid, ...spec }));
  const started = Promise.withResolvers<number>();
  const ended = Promise.withResolvers<Outcome>();
  let pid = 0;
  let outcome: Outcome | undefined;
  createInterface({ input: child.stdio[4] as Readable }).on('line', (line) => {
    const event = JSON.parse(line) as Event;
    if (event.pid) pid = event.pid;
    if (event.error) started.reject(new StartError(event.error));
    if (event.started) started.resolve(pid);
    if (event.exited) outcome = { code: event.code, signal: event.signal ?? 0 };
  });
  child.once('error', (error) => started.reject(new StartError(`pod-init: ${error.message}`)));
  child.once('close', (code, signal) => {
    started.reject(new StartError(`pod-init ended with ${signal ?? code} before the program began`));
    ended.resolve(outcome ?? { code: 137, signal: 9 });
  });
  return { pid: await started.promise, ended: ended.promise };
}
