/** Bringing a sandbox up and taking it down, from outside. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CORE } from '../parts/index.ts';
import { CHECKOUT, cacheDirectory, sandboxDirectory } from '../toolchain/cache.ts';
import { ensure, type Progress, SANDBOX_TOOLS, tool } from '../toolchain/index.ts';
import { withLock } from '../toolchain/lock.ts';
import { asRoot, rootAccess } from '../toolchain/root.ts';
import { followStart } from './follow.ts';
import { files, isAlive, networkOf, recordedState, type SandboxState } from './state.ts';

/** What the sandbox needs of the machine and does not get. */
export class NotPermittedError extends Error {
  override readonly name = 'NotPermittedError';
}

/** How to bring a sandbox up. */
export interface UpOptions {
  /** Only the control plane, registry, DNS and object store; no nodes and no platform. */
  readonly core?: boolean;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

/** Kept between `down` and `up`; all else begins anew, so that every start is the same. */
const SURVIVES = ['kept', 'logs.previous'];
/** What the processes of a sandbox get to know of the caller's environment. */
const PASSED_ON = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'KUBEBUILDER_ASSETS', 'ROOIVALK_SANDBOX'];
const BEGIN_WITHIN_MS = 20_000;
const END_WITHIN_MS = 10_000;

/**
 * Brings the sandbox up and resolves to its state when the platform is healthy. A sandbox that is up already is
 * completed: what failed or was not there is started.
 */
export async function up(options: UpOptions): Promise<SandboxState> {
  const directory = sandboxDirectory();
  checkRoot();
  await ensure(SANDBOX_TOOLS, options.progress);
  checkNamespaces();
  return withLock(
    `${directory}.lock`,
    async () => {
      const running = recordedState(directory);
      if (running && isAlive(running)) {
        await followStart(directory, options.progress, true, options.signal);
        return running;
      }
      return start(directory, options);
    },
    () => options.progress.note('Another process is bringing this sandbox up or down; waiting for it.'),
  );
}

/** Ends the sandbox; resolves to whether there was one. Nothing of it is left running. */
export async function down(directory = sandboxDirectory()): Promise<boolean> {
  return withLock(`${directory}.lock`, async () => {
    const state = recordedState(directory);
    if (!state) return false;
    const was = isAlive(state);
    if (was) await end(state);
    asRootSync('rm', '-f', files.state(directory), files.control(directory), files.apiRelay(directory));
    return was;
  });
}

/** Removes everything of the sandbox that is down, also what survives `down`. */
export function wipe(directory = sandboxDirectory()): void {
  asRootSync('rm', '-rf', '--one-file-system', directory);
}

/** The processes that still live in the sandbox's network namespace. Root sees all of them. */
export function leftovers(state: Pick<SandboxState, 'network'>): number[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.filter((pid) => networkOf(pid) === state.network);
}

async function start(directory: string, options: UpOptions): Promise<SandboxState> {
  options.signal?.throwIfAborted();
  prepare(directory);
  const process_ = launch(directory, options.core === true);
  // Not SIGKILL: under sudo this is sudo, which passes on what it can catch.
  const stop = (): void => void asRootSync('kill', '-TERM', String(process_.pid));
  options.signal?.addEventListener('abort', stop, { once: true });
  try {
    const state = await begun(directory, process_);
    await followStart(directory, options.progress, false, options.signal);
    return state;
  } finally {
    options.signal?.removeEventListener('abort', stop);
  }
}

/** Empties the folder of what does not survive, and puts the last logs aside. */
function prepare(directory: string): void {
  mkdirSync(directory, { recursive: true });
  if (Buffer.byteLength(files.control(directory)) > 100) {
    throw new NotPermittedError(
      `The path ${files.control(directory)} is too long for a unix socket. Set ROOIVALK_CACHE to a folder with a shorter path.`,
    );
  }
  const logs = join(directory, 'logs');
  if (existsSync(logs)) {
    asRootSync('rm', '-rf', join(directory, 'logs.previous'));
    asRootSync('mv', logs, join(directory, 'logs.previous'));
  }
  const old = readdirSync(directory).filter((name) => !SURVIVES.includes(name));
  if (old.length > 0) asRootSync('rm', '-rf', '--one-file-system', ...old.map((name) => join(directory, name)));
  mkdirSync(logs, { recursive: true });
}

function launch(directory: string, core: boolean): ChildProcess {
  const env: Record<string, string> = { ROOIVALK_CACHE: cacheDirectory() };
  for (const name of PASSED_ON) if (process.env[name] !== undefined) env[name] = process.env[name];
  if (core) env.ROOIVALK_SANDBOX_PARTS = CORE.join(',');
  const log = openSync(files.log(directory, 'supervisor'), 'a');
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const outer = join(import.meta.dirname, 'outer.ts');
  const [command, ...args] = asRoot(['env', '-i', ...variables, process.execPath, outer, directory]);
  const child = spawn(command, args, { cwd: CHECKOUT, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  // It outlives us, whether or not all its parts start.
  child.unref();
  return child;
}

/** Waits until the supervisor inside has written its state. */
async function begun(directory: string, outer: ChildProcess): Promise<SandboxState> {
  let failure: string | undefined;
  outer.once('error', (error) => {
    failure = error.message;
  });
  outer.once('exit', (code, signal) => {
    failure ??= `its outermost process ended with ${signal ?? `status ${code}`}`;
  });
  const until = performance.now() + BEGIN_WITHIN_MS;
  while (performance.now() < until && failure === undefined) {
    const state = recordedState(directory);
    if (state && isAlive(state)) return state;
    await sleep(50);
  }
  const log = files.log(directory, 'supervisor');
  const words = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-15) : [];
  throw new Error(
    `The sandbox did not begin: ${failure ?? `nothing after ${BEGIN_WITHIN_MS / 1000} s`}. Its last words (${log}):\n` +
      words.map((line) => `    ${line}`).join('\n'),
  );
}

async function end(state: SandboxState): Promise<void> {
  asRootSync('kill', '-TERM', String(state.pid));
  const until = performance.now() + END_WITHIN_MS;
  for (let waited = 0; performance.now() < until; waited++) {
    if (!isAlive(state) && leftovers(state).length === 0) return;
    if (waited === 40) asRootSync('kill', '-KILL', String(state.innerPid));
    await sleep(50);
  }
  throw new Error(
    `The sandbox did not end within ${END_WITHIN_MS / 1000} s; these processes are left: ${leftovers(state).join(', ')}.`,
  );
}

function asRootSync(...argv: string[]): void {
  const [command, ...args] = asRoot(argv);
  spawnSync(command, args, { stdio: 'ignore' });
}

function checkRoot(): void {
  if (process.platform !== 'linux') {
    throw new NotPermittedError(
      `The sandbox runs on Linux only (it is made of namespaces); this is ${process.platform}.`,
    );
  }
  if (rootAccess() !== undefined) return;
  throw new NotPermittedError(
    'The sandbox needs root for its namespaces: run this as root, or as a user for whom "sudo -n true" works without a password.',
  );
}

function checkNamespaces(): void {
  const kinds = ['--net', '--pid', '--mount', '--ipc', '--uts'];
  const script = `mount -t proc proc /proc && "${tool('ip')}" link set lo up`;
  const [command, ...args] = asRoot([tool('unshare'), ...kinds, '--fork', '--kill-child', 'sh', '-c', script]);
  const result = spawnSync(command, args, { encoding: 'utf8' });
  if (result.status === 0) return;
  throw new NotPermittedError(
    'This machine does not let root make the namespaces that the sandbox consists of (network, process, mount, IPC, name),\n' +
      `mount /proc in them and set up their loopback device: ${result.stderr?.trim() || result.error?.message || `status ${result.status}`}\n` +
      'In a container this takes CAP_SYS_ADMIN and CAP_NET_ADMIN (Docker: --privileged). The sandbox does not run without.',
  );
}
