/** Built actions as a runner runs them, from outside the sandbox, and what of its platform tests plant and look for. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxState } from '../../../sandbox/supervisor/enter.ts';
import { CHECKOUT } from '../../../sandbox/toolchain/cache.ts';
import { connectKubernetes } from '../../../src/adapters/kubernetes/connect.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { systemClock } from '../../../src/runtime/clock.ts';

const namespace = 'phoenix-rooivalk';

/** What one action left. */
export interface Left {
  readonly log: string;
  readonly summary: string;
  readonly report: string;
  readonly outputs: string;
}

const connect = () =>
  connectKubernetes({ clock: systemClock, random: Math.random, kubeconfig: sandboxState().kubeconfigOutside });

/** Run a command as the administrator, in a pod whose temporary files are looked at. */
export async function inNode(command: readonly string[]): Promise<void> {
  const cluster = await connect();
  const pod = 'blockchain-node-0';
  const container = (await cluster.get(resources.pods, namespace, pod))?.spec.containers[0]?.name ?? '';
  const { exitCode, stderr } = await cluster.exec({ namespace, pod, container }, command, { timeoutMs: 20_000 });
  await cluster.close();
  if (exitCode !== 0) throw new Error(`${command[0]} ended with ${exitCode}: ${Buffer.from(stderr).toString('utf8')}`);
}

/** Every password and key of the platform's Secrets. */
export async function plantedSecrets(): Promise<readonly string[]> {
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

/** Run an action as a runner does, in plan mode unless the inputs say otherwise: the built one, or its source where none is built. */
export async function runBuilt(
  id: string,
  workspace: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Left> {
  const temp = mkdtempSync(join(tmpdir(), 'hostile-run-'));
  const built = join(CHECKOUT, 'dist', id, 'index.js');
  const source = `import(${JSON.stringify(join(CHECKOUT, 'src/runtime/main.ts'))}).then(({ main }) => main('${id}'))`;
  const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const event = join(temp, 'event.json');
  writeFileSync(event, JSON.stringify({ repository: { private: true } }));
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: temp,
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_PATH: event,
    GITHUB_WORKSPACE: workspace,
    GITHUB_JOB: id,
    RUNNER_TEMP: temp,
    KUBECONFIG: sandboxState().kubeconfigOutside,
    INPUT_MODE: 'plan',
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
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
