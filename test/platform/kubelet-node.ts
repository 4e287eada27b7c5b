/** A node of its own beside those of the running sandbox, so that the tests of the kubelet disturb nobody. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DNS, hostPort, REGISTRY } from '../../sandbox/network.ts';
import { enterArgv, type SandboxState } from '../../sandbox/supervisor/enter.ts';
import { CHECKOUT } from '../../sandbox/toolchain/cache.ts';
import { tool } from '../../sandbox/toolchain/index.ts';

/** Several runs may share a sandbox, so each takes a prefix that the sandbox's nodes do not have. */
const THIRD = randomInt(100, 250);
export const NODE = `node-test-${THIRD}`;
const ADDRESS = `10.77.${THIRD}.1`;

/** How a command ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command inside the sandbox. */
export function inside(state: SandboxState, ...argv: string[]): string {
  const [command, ...args] = enterArgv(argv, state);
  return execFileSync(command, args, { encoding: 'utf8', cwd: CHECKOUT, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Repeats `what` until it does not throw; throws its last error after the time. */
export async function eventually<T>(what: () => T | Promise<T>, withinMs = 30_000): Promise<T> {
  for (const until = performance.now() + withinMs; ; await sleep(150)) {
    try {
      return await what();
    } catch (error) {
      if (performance.now() > until) throw error;
    }
  }
}

/** The node, its kubelet, and `kubectl` for one namespace on it. */
export class TestNode {
  readonly state: SandboxState;
  readonly namespace: string;
  readonly directory: string;
  #kubelet: ChildProcess | undefined;
  #pid = '';

  constructor(state: SandboxState, namespace: string) {
    this.state = state;
    this.namespace = namespace;
    this.directory = mkdtempSync(join(tmpdir(), 'kubelet-'));
    mkdirSync(join(this.directory, 'pki'));
    this.#certify();
  }

  /** A certificate for the node's address: the API server compares. Made inside, where the authority's key can be read. */
  #certify(): void {
    const authority = (name: string): string => join(this.state.directory, 'pki', name);
    const own = (name: string): string => join(this.directory, 'pki', name);
    inside(
      this.state,
      ...['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'],
      ...['-CA', authority('ca.crt'), '-CAkey', authority('ca.key'), '-subj', `/CN=system:node:${NODE}`],
      ...['-addext', `subjectAltName=IP:${ADDRESS}`, '-addext', 'basicConstraints=critical,CA:FALSE'],
      ...['-keyout', own(`kubelet-${NODE}.key`), '-out', own(`kubelet-${NODE}.crt`)],
    );
    inside(this.state, 'cp', authority('ca.crt'), own('ca.crt'));
  }

  /** Starts the kubelet; resolves when the node is ready. It takes no pods but those that name it. */
  async start(): Promise<void> {
    const program = [
      process.execPath,
      join(CHECKOUT, 'sandbox/kubelet/main.ts'),
      '--node',
      NODE,
      '--address',
      ADDRESS,
      '--kubeconfig',
      this.state.kubeconfig,
      '--directory',
      this.directory,
      '--registry',
      hostPort(REGISTRY),
      '--dns',
      DNS.host,
      '--pod-prefix',
      `10.77.${THIRD}.`,
    ];
    const [command, ...args] = enterArgv(['sh', '-c', 'echo "$$"; exec "$@"', 'sh', ...program], this.state);
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#kubelet = child;
    this.#pid = await new Promise<string>((resolve) =>
      child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim())),
    );
    await eventually(() => {
      const ready = this.kubectl('get', 'node', NODE, '-o', 'jsonpath={.status.conditions[?(@.type=="Ready")].status}');
      if (ready.stdout !== 'True') throw new Error(`the node is not ready: ${ready.stderr}`);
    });
    this.kubectl('cordon', NODE);
  }

  /** Ends the kubelet as a crash does. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.#kubelet?.once('exit', resolve));
    inside(this.state, 'kill', '-9', this.#pid);
    await ended;
  }

  /** Takes everything away. */
  async end(): Promise<void> {
    this.kubectl('delete', 'namespace', this.namespace, '--timeout=60s');
    await this.kill();
    this.kubectl('delete', 'node', NODE);
    const mounts = inside(this.state, 'cat', '/proc/self/mountinfo')
      .split('\n')
      .map((line) => line.split(' ')[4] ?? '');
    for (const point of mounts.filter((each) => each.startsWith(this.directory)))
      inside(this.state, 'umount', '-l', point);
    rmSync(this.directory, { recursive: true, force: true });
  }

  kubectl(...args: string[]): Ended {
    return this.kubectlWith('', ...args);
  }

  /** `kubectl` with something on its standard input. */
  kubectlWith(input: string, ...args: string[]): Ended {
    const argv = [`--kubeconfig=${this.state.kubeconfigOutside}`, '-n', this.namespace, ...args];
    const { status, stdout, stderr } = spawnSync(tool('kubectl'), argv, {
      encoding: 'utf8',
      input,
      timeout: 60_000,
      maxBuffer: 64 << 20,
    });
    return { status, stdout, stderr };
  }

  /** Applies objects given as data. */
  apply(...items: object[]): void {
    const { status, stderr } = this.kubectlWith(
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
      'apply',
      '-f',
      '-',
    );
    if (status !== 0) throw new Error(stderr);
  }

  /** One value of an object, by JSONPath. */
  value(kind: string, name: string, path: string): string {
    const { status, stdout, stderr } = this.kubectl('get', kind, name, '-o', `jsonpath={${path}}`);
    if (status !== 0) throw new Error(stderr);
    return stdout;
  }

  /** Runs a shell command in a pod. */
  sh(pod: string, script: string): Ended {
    return this.kubectl('exec', pod, '--', 'sh', '-c', script);
  }

  async ready(...pods: string[]): Promise<void> {
    for (const pod of pods) {
      await eventually(() => {
        const ready = this.value('pod', pod, '.status.conditions[?(@.type=="Ready")].status');
        if (ready !== 'True') throw new Error(`${pod}: ${this.value('pod', pod, '.status')}`);
      });
    }
  }
}
