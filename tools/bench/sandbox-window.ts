import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { enterArgv, sandboxState } from '../../sandbox/supervisor/enter.ts';
import { NoSandboxError, type SandboxState } from '../../sandbox/supervisor/state.ts';
import { tool } from '../../sandbox/toolchain/index.ts';
import type { Report } from '../../src/domain/report/schema.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The sandbox that is up; undefined when none is. */
export function upOrNone(): SandboxState | undefined {
  try {
    return sandboxState();
  } catch (error) {
    if (error instanceof NoSandboxError) return undefined;
    throw error;
  }
}

/** Run a window's real workflow on the sandbox; answers its report. Throws when the run ends with an error. */
export function runWindow(name: 'daily' | 'weekly'): Report {
  const file = join(root, 'out', name, 'report.json');
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'sandbox/act/window.ts'), name, '--mode', 'apply'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 },
  );
  if (status !== 0) throw new Error(`the ${name} window ended with ${status}: ${stdout.slice(-800)}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

/** What each part of a script of this folder took inside the sandbox, ms: it prints `<part> <ms>`, line by line. */
export function byHand(
  sandbox: SandboxState,
  script: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Readonly<Record<string, number>> {
  const env = {
    ...environment,
    HOME: process.env.HOME ?? tmpdir(),
    KUBECONFIG: sandbox.kubeconfig,
    PATH: `${dirname(tool('kubectl'))}:${process.env.PATH}`,
  };
  const [program, ...rest] = enterArgv(['bash', join(root, 'tools/bench', script), ...args], sandbox, env);
  const printed = execFileSync(program, rest, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return Object.fromEntries([...printed.matchAll(/^([a-z]+) (\d+)$/gm)].map(([, part, ms]) => [part, Number(ms)]));
}
