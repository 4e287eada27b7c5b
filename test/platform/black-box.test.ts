import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

let folder: string;
let silent: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooivalk-black-box-'));
});

afterEach(() => {
  silent?.close();
  silent = undefined;
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly outputs: string;
}

/** Run a built action as a runner would. */
function action(
  id: string,
  env: Readonly<Record<string, string>>,
  signalAfterMs?: number,
  part = 'index',
): Promise<Ran> {
  const output = join(folder, 'output');
  writeFileSync(output, '');
  const event = join(folder, 'event.json');
  writeFileSync(event, JSON.stringify({ repository: { private: true } }));
  const child = spawn(process.execPath, [join(root, 'dist', id, `${part}.js`)], {
    env: {
      PATH: process.env.PATH,
      RUNNER_TEMP: folder,
      GITHUB_WORKSPACE: folder,
      GITHUB_OUTPUT: output,
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_PATH: event,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8');
  });
  if (signalAfterMs !== undefined) setTimeout(() => child.kill('SIGINT'), signalAfterMs);
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, outputs: readFileSync(output, 'utf8') })),
  );
}

/** A kubeconfig that names a port of this machine. */
function kubeconfig(port: number): string {
  const file = join(folder, 'kubeconfig');
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'c', cluster: { server: `https://127.0.0.1:${port}` } }],
    users: [{ name: 'u', user: { token: 'a-planted-token-that-must-not-be-seen' } }],
    contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
    'current-context': 'x',
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}

/** A port that takes connections and never says anything: half-open for whoever asks. */
async function silentPort(): Promise<number> {
  const server = createServer(() => undefined);
  silent = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as { port: number }).port;
}

describe('bad input gets a clear error', () => {
  test('an input that is not allowed: which, its value, what is', async () => {
    const { code, stdout } = await action('rotate-logs', { INPUT_CONCURRENCY: '99', KUBECONFIG: kubeconfig(1) });
    expect(code).toBe(1);
    expect(stdout).toContain(
      'rotate-logs: input concurrency: "99" is not allowed here; allowed: a whole number from 1 to 32 (pods)',
    );
  });

  test('a configuration with a mistake: line, column, the nearest word', async () => {
    mkdirSync(join(folder, '.github'));
    writeFileSync(join(folder, '.github', 'maintenance.yml'), 'windows:\n  weekly:\n    days: sundey\n');
    const { code, stdout } = await action('conduct', { INPUT_WINDOW: 'daily', KUBECONFIG: kubeconfig(1) });
    expect(code).toBe(1);
    expect(stdout).toContain('.github/maintenance.yml:3:11');
    expect(stdout).toContain('sunday');
  });

  test('no kubeconfig: what is missing, and nothing else is tried', async () => {
    const { code, stdout } = await action('check-health', { KUBECONFIG: join(folder, 'nothing-here') });
    expect(code).toBe(1);
    expect(stdout).toContain('nothing-here');
  });

  test('close without a conductor knows nothing, and is red', async () => {
    const { code, outputs } = await action('close', {});
    expect(code).toBe(1);
    expect(outputs).toContain('unknown');
  });
});

describe('what cannot be reached is unknown, within a bounded time', () => {
  test.each([
    ['refuses connections', async () => 9],
    ['takes connections and never answers', silentPort],
  ])(
    'an API server that %s',
    async (_, port) => {
      const started = performance.now();
      const { code, stdout, outputs } = await action('rotate-logs', { KUBECONFIG: kubeconfig(await port()) });
      // ten seconds until the API server is given up, and the start of a process
      expect(performance.now() - started).toBeLessThan(20_000);
      expect(code).toBe(1);
      expect(outputs).toMatch(/verdict<<\S+\nunknown\n/);
      const report = JSON.parse(readFileSync(join(folder, 'rooivalk-maintenance', 'report', 'report.json'), 'utf8'));
      expect(report).toMatchObject({ verdict: 'unknown', tasks: [{ id: 'rotate-logs', status: 'failed' }] });
      expect(report.tasks[0].cause).toMatch(/127\.0\.0\.1/);
      expect(JSON.stringify(report) + stdout).not.toContain('planted-token');
    },
    60_000,
  );
});

describe('a cancelled run stops, and leaves a truthful report', () => {
  test('SIGINT while the API server does not answer', async () => {
    const port = await silentPort();
    const started = performance.now();
    const { outputs } = await action('rotate-logs', { KUBECONFIG: kubeconfig(port) }, 1500);
    expect(performance.now() - started).toBeLessThan(9000);
    expect(outputs).toMatch(/status<<\S+\ncancelled\n/);
    expect(outputs).toMatch(/verdict<<\S+\nunknown\n/);
  }, 30_000);
});

describe('a scheduled tick outside every window', () => {
  test('ends green without asking the cluster, and says when the next window opens', async () => {
    const port = await silentPort();
    mkdirSync(join(folder, '.github'));
    const start = new Date(Date.now() + 6 * 3_600_000).toISOString().slice(11, 16);
    writeFileSync(
      join(folder, '.github', 'maintenance.yml'),
      `windows:\n  daily:\n    start: '${start}'\n    duration: 1h\n`,
    );
    const env = {
      INPUT_WINDOW: 'daily',
      INPUT_MODE: 'apply',
      GITHUB_EVENT_NAME: 'schedule',
      KUBECONFIG: kubeconfig(port),
    };
    const main = await action('conduct', env);
    expect(main.code).toBe(0);
    expect(main.stdout).toContain('nothing due');
    expect(main.stdout).toContain('next opening: daily');
    expect(main.outputs).toMatch(/due<<\S+\n\[\]\n/);
    expect((await action('close', env)).code).toBe(0);
    expect((await action('conduct', env, undefined, 'post')).code).toBe(0);
  }, 30_000);
});
