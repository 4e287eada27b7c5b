/** A whole job of a window, as a workflow has it: conductor, one task, and the conductor's post, each a process of its own. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxState } from '../../../sandbox/supervisor/enter.ts';
import { CHECKOUT } from '../../../sandbox/toolchain/cache.ts';
import type { Report } from '../../../src/domain/report/schema.ts';

/** What a job is told. */
export interface WindowJob {
  /** The number of its run. */
  readonly run: number;
  /** The text of `.github/maintenance.yml`. */
  readonly configuration: string;
  readonly task: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Carry the job out to its end, whatever its steps say; its report, and all that was printed. */
export async function runWindowJob(job: WindowJob): Promise<{ readonly report: Report; readonly log: string }> {
  const temp = mkdtempSync(join(tmpdir(), 'window-job-'));
  mkdirSync(join(temp, '.github'));
  writeFileSync(join(temp, '.github', 'maintenance.yml'), job.configuration);
  writeFileSync(join(temp, 'event.json'), JSON.stringify({ repository: { private: true } }));
  const inputs = { window: 'daily', mode: 'apply', ...job.inputs };
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: temp,
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_EVENT_PATH: join(temp, 'event.json'),
    GITHUB_JOB: 'daily',
    GITHUB_REPOSITORY: 'phoenix/rooivalk',
    GITHUB_RUN_ID: String(job.run),
    GITHUB_WORKSPACE: temp,
    KUBECONFIG: sandboxState().kubeconfigOutside,
    RUNNER_TEMP: temp,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
  let log = '';
  for (const file of ['conduct/index.js', `${job.task}/index.js`, 'conduct/post.js']) {
    const child = spawn(process.execPath, [join(CHECKOUT, 'dist', file)], { cwd: temp, env });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log += text;
      });
    }
    await new Promise((resolve) => child.once('close', resolve));
  }
  try {
    const text = readFileSync(join(temp, 'rooivalk-maintenance', 'report', 'report.json'), 'utf8');
    return { report: JSON.parse(text) as Report, log };
  } catch {
    throw new Error(`run ${job.run} left no report: ${log.slice(-2000)}`);
  } finally {
    rmSync(temp, { recursive: true });
  }
}
