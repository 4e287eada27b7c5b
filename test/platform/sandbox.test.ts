/**
 * How a sandbox begins and ends. It works on a second sandbox of this checkout (`ROOIVALK_SANDBOX`), without nodes and
 * platform, beside the one that is up, which stays as it is.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { API_SERVER, DNS, hostPort } from '../../sandbox/network.ts';
import { type Control, control } from '../../sandbox/supervisor/control.ts';
import { enterArgv, type SandboxState, sandboxState } from '../../sandbox/supervisor/enter.ts';
import { CHECKOUT, sandboxDirectory } from '../../sandbox/toolchain/cache.ts';
import { tool } from '../../sandbox/toolchain/index.ts';
import { eventually } from './eventually.ts';

const CLI = join(CHECKOUT, 'sandbox', 'cli.ts');
const environment = { ...process.env, ROOIVALK_SANDBOX: 'sandbox-test' };
const directory = sandboxDirectory(CHECKOUT, environment);
const KINDS = ['net', 'pid', 'mnt', 'ipc', 'uts'] as const;

function cli(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [CLI, ...words], { env: environment, encoding: 'utf8', cwd: CHECKOUT });
}

function inside(state: SandboxState, ...argv: string[]): string {
  const [command, ...args] = enterArgv(argv, state);
  return execFileSync(command, args, { encoding: 'utf8', env: { ...process.env, KUBECONFIG: state.kubeconfig } });
}

function namespaceOf(pid: number | string, kind: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/${kind}`);
  } catch {
    return undefined;
  }
}

/** The processes of the machine that are in one of `namespaces`. */
function processesIn(namespaces: ReadonlySet<string | undefined>): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => KINDS.some((kind) => namespaces.has(namespaceOf(pid, kind) ?? 'none')));
}

async function partOf(supervisor: Control, name: string) {
  const { parts } = await supervisor.status();
  const part = parts.find((candidate) => candidate.name === name);
  if (!part) throw new Error(`no part ${name}`);
  return part;
}

describe('a second sandbox of this checkout', () => {
  let state: SandboxState;
  let supervisor: Control;

  beforeAll(() => {
    cli('down');
    const { status, stderr } = cli('up', '--core');
    if (status !== 0) throw new Error(stderr);
    state = sandboxState(directory);
    supervisor = control(directory);
  }, 120_000);

  afterAll(() => {
    cli('down');
    rmSync(directory, { recursive: true, force: true });
  }, 30_000);

  test('is another cluster on the same addresses, beside the one that is up', () => {
    const kubectl = [tool('kubectl'), 'get', 'namespace', 'kube-system', '-o', 'jsonpath={.metadata.uid}'];
    const first = inside(sandboxState(), ...kubectl, `--server=https://${hostPort(API_SERVER)}`);
    const second = inside(state, ...kubectl, `--server=https://${hostPort(API_SERVER)}`);
    expect(second).toMatch(/^[0-9a-f-]{36}$/);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).not.toBe(first);
  });

  test('is reached from outside through a port of 127.0.0.1', () => {
    const version = execFileSync(tool('kubectl'), ['--kubeconfig', state.kubeconfigOutside, 'version', '-o', 'json'], {
      encoding: 'utf8',
    });
    expect(readFileSync(state.kubeconfigOutside, 'utf8')).toContain('https://127.0.0.1:');
    expect(JSON.parse(version).serverVersion.major).toBe('1');
  });

  test('keeps its secrets to their owner', () => {
    const secrets = [
      'kubeconfig',
      'kubeconfig-outside',
      'object-store.json',
      'control.sock',
      'pki/ca.key',
      'pki/admin.key',
    ];
    for (const name of secrets) expect([name, statSync(join(directory, name)).mode & 0o077]).toEqual([name, 0]);
    const { stdout } = cli('status', '--json');
    const { secretAccessKey } = JSON.parse(readFileSync(join(directory, 'object-store.json'), 'utf8'));
    expect(JSON.parse(stdout).access.objectStore).toBe('http://10.77.0.6:7070');
    expect(stdout).not.toContain(secretAccessKey);
  });

  test('answers names of the cluster, and no others', () => {
    const lookup = (name: string): string =>
      inside(
        state,
        process.execPath,
        '--input-type=module',
        '-e',
        `import { Resolver } from 'node:dns/promises';
         const resolver = new Resolver();
         resolver.setServers(['${DNS.host}']);
         console.log(await resolver.resolve4('${name}').catch((error) => error.code));`,
      ).trim();
    expect(lookup('kubernetes.default.svc.cluster.local')).toContain('10.78.0.1');
    expect(lookup('absent.default.svc.cluster.local')).toBe('ENOTFOUND');
    expect(lookup('example.org')).toBe('ENOTFOUND');
  });

  test('restarts a part that dies, keeps its log, and tells of it', async () => {
    const before = await partOf(supervisor, 'scheduler');
    inside(state, 'kill', '-9', String(before.pid));
    await eventually(async () => {
      const after = await partOf(supervisor, 'scheduler');
      expect(after).toMatchObject({ state: 'ready', restarts: before.restarts + 1 });
      expect(after.pid).not.toBe(before.pid);
    });
    const log = readFileSync(before.log, 'utf8');
    expect(log.match(/^--- .* started$/gm)).toHaveLength(2);
    expect(log).toContain('was ended by SIGKILL');
  }, 30_000);

  test('leaves a stopped part stopped until it is started', async () => {
    await supervisor.stop('dns');
    await sleep(1500);
    expect((await partOf(supervisor, 'dns')).state).toBe('stopped');
    expect(inside(state, 'ps', '-e', '-o', 'args')).not.toContain('coredns');
    await supervisor.start('dns');
    expect((await partOf(supervisor, 'dns')).state).toBe('ready');
  }, 30_000);

  test('names its parts to whoever asks for another', async () => {
    await expect(supervisor.stop('dsn')).rejects.toThrow(/no part "dsn".*dns/);
  });

  test('takes in orphans, so that no zombie stays', async () => {
    inside(state, 'sh', '-c', '(sleep 0.2 &) ; (sleep 0.3 &)');
    await sleep(600);
    expect(inside(state, 'ps', '-e', '-o', 'stat=,args=')).not.toMatch(/^Z/m);
  });

  test('says which part did not start and why, returns, and completes itself when asked again', () => {
    cli('down');
    const assets = mkdtempSync(join(tmpdir(), 'assets-'));
    const program = join(assets, 'kube-scheduler');
    writeFileSync(program, '#!/bin/sh\necho "no scheduling today" >&2\nexit 3\n', { mode: 0o755 });
    const spoilt = { ...environment, KUBEBUILDER_ASSETS: assets };
    const options = { env: spoilt, encoding: 'utf8', cwd: CHECKOUT, timeout: 60_000 } as const;
    const first = spawnSync(process.execPath, [CLI, 'up', '--core'], options);
    expect(first).toMatchObject({ status: 1, signal: null });
    expect(first.stderr).toContain('scheduler (kube-scheduler) did not start: its process ended before it was ready');
    expect(first.stderr).toContain('no scheduling today');

    rmSync(program);
    symlinkSync(tool('kube-scheduler'), program);
    const second = spawnSync(process.execPath, [CLI, 'up'], options);
    expect(second).toMatchObject({ status: 0, signal: null });
    expect(second.stderr).toContain('✓ scheduler');
    expect(second.stderr).not.toContain('✓ etcd');
    rmSync(assets, { recursive: true });
  }, 120_000);

  test.each(['kill -9 of the outermost process', 'down'])(
    'leaves nothing behind after %s',
    async (way) => {
      if (cli('status').status !== 0) cli('up', '--core');
      state = sandboxState(directory);
      const own = new Set(KINDS.map((kind) => namespaceOf('self', kind)));
      const namespaces = new Set(KINDS.map((kind) => namespaceOf(state.innerPid, kind)));
      for (const namespace of namespaces) expect(own.has(namespace)).toBe(false);
      expect(processesIn(namespaces).length).toBeGreaterThan(5);

      if (way === 'down') expect(cli('down')).toMatchObject({ status: 0 });
      else process.kill(state.pid, 'SIGKILL');

      await eventually(() => expect(processesIn(namespaces)).toEqual([]), 5000);
      expect(readFileSync('/proc/self/mounts', 'utf8')).not.toContain(directory);
      const after = cli('status');
      expect(after.status).toBe(1);
      expect(after.stderr).toContain('No sandbox is up');
      expect(cli('down').stdout).toContain('No sandbox was up');
    },
    60_000,
  );
});
