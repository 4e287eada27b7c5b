import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { sandboxConfiguration } from '../../sandbox/act/configuration.ts';
import { sandboxState } from '../../sandbox/supervisor/enter.ts';
import { CHECKOUT } from '../../sandbox/toolchain/cache.ts';
import { connectKubernetes } from '../../src/adapters/kubernetes/connect.ts';
import { resources } from '../../src/domain/kubernetes/resources.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { taskLoaders } from '../../src/tasks/registry.ts';
import { foreignCommands, schemaErrors, secretForms, unsafeMarkdown } from '../render/harmless.ts';

const long = 120_000;
const namespace = 'phoenix-rooivalk';

/** Files with these names are put into a pod, so large that the plan names them; earlier runs may have taken the platform's own. */
const plantedFiles = [
  '/tmp/planted <img src=x onerror=alert(1)> [x](javascript:alert(1)) @everyone',
  '/tmp/planted\n::error::pretended by a file name',
  '/tmp/planted $(id) `id` ##[error]no \u001b[31m | a |',
];

/** What one action left. */
interface Left {
  readonly log: string;
  readonly summary: string;
  readonly report: string;
  readonly outputs: string;
}

/** Text of the sandbox's platform that must reach a report of these tasks, or the test would see nothing. */
const mustReach: Readonly<Record<string, RegExp>> = {
  'clean-temporary-files': /planted <img src=x onerror=alert\(1\)>/,
  'validate-certificates': /onerror/,
};

describe('the built actions on a platform that holds hostile text', () => {
  let secrets: readonly string[];
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hostile-'));
    mkdirSync(join(folder, '.github'));
    const configuration = parse(sandboxConfiguration({ window: 'daily', opensAt: Date.now() }));
    // so that the certificate with the hostile subject is a finding
    configuration.platform.certificates.renewal = { days: 365, share: 0.95 };
    writeFileSync(join(folder, '.github', 'maintenance.yml'), stringify(configuration));
    secrets = await plantedSecrets();
    await inNode(['truncate', '-s', '90M', ...plantedFiles]);
  }, long);
  afterAll(async () => {
    await inNode(['rm', '-f', ...plantedFiles]);
    rmSync(folder, { recursive: true });
  }, long);

  test('there are secrets to look for', () => expect(secrets.length).toBeGreaterThan(5));

  test.each(Object.keys(taskLoaders))(
    '%s: nothing escapes, no secret is shown',
    async (id) => {
      const left = await runBuilt(id, folder);
      expect(schemaErrors(JSON.parse(left.report))).toEqual([]);
      if (mustReach[id] !== undefined) expect(left.report).toMatch(mustReach[id]);
      expect(foreignCommands(left.log)).toEqual([]);
      expect(unsafeMarkdown(left.summary)).toEqual([]);
      expect(left.outputs.match(/^[a-z-]+(?=<<rooivalk_)/gm)?.sort()).toEqual([
        'report',
        'result',
        'status',
        'verdict',
      ]);
      for (const [medium, text] of Object.entries(left)) {
        expect([medium, secrets.flatMap((secret) => secretForms(text, secret)).length]).toEqual([medium, 0]);
      }
    },
    long,
  );
});

const connect = () =>
  connectKubernetes({ clock: systemClock, random: Math.random, kubeconfig: sandboxState().kubeconfigOutside });

/** Run a command as the administrator, in a pod whose temporary files are looked at. */
async function inNode(command: readonly string[]): Promise<void> {
  const cluster = await connect();
  const pod = 'blockchain-node-0';
  const container = (await cluster.get(resources.pods, namespace, pod))?.spec.containers[0]?.name ?? '';
  const { exitCode, stderr } = await cluster.exec({ namespace, pod, container }, command, { timeoutMs: 20_000 });
  await cluster.close();
  if (exitCode !== 0) throw new Error(`${command[0]} ended with ${exitCode}: ${Buffer.from(stderr).toString('utf8')}`);
}

/** Every password and key of the platform's Secrets. */
async function plantedSecrets(): Promise<readonly string[]> {
  const cluster = await connect();
  const found: string[] = [];
  for await (const secret of cluster.list({ resource: resources.secrets, namespace })) {
    for (const [key, value] of Object.entries(secret.data ?? {})) {
      if (!/password|secret-access-key|^postgres$|^bi$|^maintenance$|^admin$/.test(key)) continue;
      found.push(Buffer.from(value, 'base64').toString('utf8'));
    }
  }
  await cluster.close();
  return found;
}

/** Run an action in plan mode as a runner does: the built one, or its source where none is built. */
async function runBuilt(id: string, workspace: string): Promise<Left> {
  const temp = mkdtempSync(join(tmpdir(), 'hostile-run-'));
  const built = join(CHECKOUT, 'dist', id, 'index.js');
  const source = `import(${JSON.stringify(join(CHECKOUT, 'src/runtime/main.ts'))}).then(({ main }) => main('${id}'))`;
  const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: temp,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_JOB: id,
    RUNNER_TEMP: temp,
    KUBECONFIG: sandboxState().kubeconfigOutside,
    INPUT_MODE: 'plan',
    ...(id === 'clean-temporary-files' ? { 'INPUT_MINIMUM-AGE': '0s' } : {}),
    ...files,
  };
  const child = spawn(process.execPath, existsSync(built) ? [built] : ['-e', source], { cwd: workspace, env });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  await new Promise((resolve) => child.once('close', resolve));
  const report = join(temp, 'rooivalk-maintenance', 'report');
  if (!existsSync(report)) throw new Error(`${id} left no report: ${log.slice(-2000)}`);
  const read = (file: string): string => readFileSync(file, 'utf8');
  const left = {
    log,
    summary: read(join(report, 'summary.md')) + read(files.GITHUB_STEP_SUMMARY),
    report: read(join(report, 'report.json')),
    outputs: read(files.GITHUB_OUTPUT),
  };
  rmSync(temp, { recursive: true });
  return left;
}
