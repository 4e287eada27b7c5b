import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { enterArgv, sandboxState } from '../../sandbox/supervisor/enter.ts';
import type { SandboxState } from '../../sandbox/supervisor/state.ts';
import { NoSandboxError } from '../../sandbox/supervisor/state.ts';
import { tool } from '../../sandbox/toolchain/index.ts';
import type { Report } from '../../src/domain/report/schema.ts';
import { inputs } from '../../src/tasks/monitor-performance/inputs.ts';
import { medianOf } from './measure.ts';
import { windowTime } from './own-time.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const rounds = 3;
const goalMs = 15_000;
/** How long monitor-performance waits between two readings, ms. */
const waitedMs = Number.parseInt(inputs['scrape-gap'].default, 10) * 1000;

/** Tasks beside the parts of the guide's script that do the same. */
const parts: Readonly<Record<string, string>> = {
  'rotate-logs': 'logs',
  'clean-temporary-files': 'files',
  'optimize-caches': 'cache',
  'maintain-database': 'database',
  'validate-certificates': 'certificates',
};

/**
 * The daily window on the sandbox that is up, its own time, and its tasks beside the parts of the guide's §2.1 script that mean
 * the same. What the script leaves out is on our side alone: every database, blockers named, open files spared, chains and what is served.
 */
export async function benchDaily(): Promise<readonly string[]> {
  const sandbox = upOrNone();
  if (sandbox === undefined) return ['not measured: no sandbox is up (npm run sandbox -- up)'];
  const reports: Report[] = [];
  const scripts: Readonly<Record<string, number>>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    reports.push(runWindow());
    scripts.push(runScript(sandbox));
  }
  const times = reports.map((report) => windowTime(report, waitedMs));
  const middle = (of: (time: (typeof times)[number]) => number): number => medianOf(times.map(of));
  const own = middle(({ ownMs }) => ownMs);
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  return [
    `the window: ${seconds(middle(({ wholeMs }) => wholeMs))}, of which ${seconds(middle(({ stepsMs }) => stepsMs))} in steps and ${seconds(waitedMs)} waited on purpose`,
    `its own time: ${seconds(own)} (goal ≤ ${seconds(goalMs)}: ${own <= goalMs ? 'reached' : 'NOT reached'})`,
    ...Object.entries(parts).map(([task, part]) => {
      const ours = medianOf(
        reports.map((report) => report.tasks.find(({ id }) => id === task)?.durationMs ?? Number.NaN),
      );
      return `${task}: ${ours.toFixed(0)} ms against ${medianOf(scripts.map((script) => script[part] ?? Number.NaN)).toFixed(0)} ms of the script`;
    }),
  ];
}

function upOrNone(): SandboxState | undefined {
  try {
    return sandboxState();
  } catch (error) {
    if (error instanceof NoSandboxError) return undefined;
    throw error;
  }
}

function runWindow(): Report {
  const file = join(root, 'out', 'daily', 'report.json');
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'sandbox/act/window.ts'), 'daily', '--mode', 'apply'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 2 ** 20,
    },
  );
  if (status !== 0) throw new Error(`the daily window ended with ${status}: ${stdout.slice(-800)}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

/** What each part of the script took, ms. */
function runScript(sandbox: SandboxState): Readonly<Record<string, number>> {
  const env = { KUBECONFIG: sandbox.kubeconfig, PATH: `${dirname(tool('kubectl'))}:${process.env.PATH}` };
  const [program, ...args] = enterArgv(['bash', join(root, 'tools/bench/guide-daily.sh')], sandbox, env);
  const printed = execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return Object.fromEntries([...printed.matchAll(/^([a-z]+) (\d+)$/gm)].map(([, part, ms]) => [part, Number(ms)]));
}
