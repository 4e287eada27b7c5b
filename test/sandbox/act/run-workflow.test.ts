import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WorkflowEvent } from '../../../sandbox/act/act-command.ts';
import { copyCheckout } from '../../../sandbox/act/checkout.ts';
import { runWorkflow, type WorkflowResult } from '../../../sandbox/act/run-workflow.ts';
import { type GitHub, startGitHub } from '../../../sandbox/github/server.ts';
import { CHECKOUT } from '../../../sandbox/toolchain/cache.ts';
import { ensure, silent, tool } from '../../../sandbox/toolchain/index.ts';

let folder: string;
let github: GitHub;
let sha: string;
const printed: string[] = [];

beforeAll(async () => {
  await ensure(['act', 'git'], silent);
  folder = mkdtempSync(join(tmpdir(), 'rooivalk-act-'));
  github = await startGitHub({ directory: join(folder, 'github'), host: '127.0.0.1', port: 0 });
  const source = join(folder, 'source');
  cpSync(join(CHECKOUT, 'test/fixtures/act'), source, { recursive: true });
  execFileSync('git', ['init', '--quiet', source]);
  const target = join(folder, 'checkout');
  sha = copyCheckout({ source, target, repository: 'phoenix-rooivalk/maintenance', files: {} });
}, 300_000);
afterAll(async () => {
  await github.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(event: WorkflowEvent, more: { signal?: AbortSignal; workflow?: string } = {}): Promise<WorkflowResult> {
  return runWorkflow({
    act: tool('act'),
    checkout: join(folder, 'checkout'),
    sha,
    workflow: more.workflow ?? '.github/workflows/sample.yml',
    event,
    github,
    env: { FIXTURE_MODULES: join(CHECKOUT, 'node_modules'), PID_FILE: join(folder, 'pid') },
    secrets: { PLATFORM_PASSWORD: 'three\nlines "and" $more' },
    out: join(folder, 'out'),
    scratch: join(folder, 'scratch'),
    print: (line) => printed.push(line),
    ...(more.signal === undefined ? {} : { signal: more.signal }),
  });
}

const read = (path: string): string => readFileSync(join(folder, 'out', path), 'utf8');

describe('a scheduled run', () => {
  let result: WorkflowResult;
  let token: string;
  beforeAll(async () => {
    result = await start({ name: 'schedule' });
    token = await github.control.issueToken(['actions=read'], 10);
  }, 60_000);

  test('every job ran and succeeded, the second with what the first handed over', () => {
    expect(read('log.txt')).toContain('after │    got hello from the first job');
    expect(result).toMatchObject({
      exitCode: 0,
      jobs: [
        { name: 'window', conclusion: 'success' },
        { name: 'after', conclusion: 'success' },
      ],
    });
  });

  test('the steps had the run, its token and Node 24', () => {
    const log = read('log.txt');
    expect(log).toContain(`run ${result.runId} attempt 1 of .github/workflows/sample.yml by schedule: in_progress`);
    expect(log).toContain('node v24, mode apply');
    expect(log).toContain('event 7 2 * * *');
    expect(log).toContain('actor phoenix-engineer');
  });

  test('nothing of this process passes through, and no token is shown', () => {
    expect(read('log.txt')).toContain('HOME is a folder of its own, the developer has no variable here');
    expect(read('log.txt')).toContain('warning: Sample: the token is ***');
    expect(read('log.txt')).not.toMatch(/ghs_|eyJ/);
    expect(read('log.txt')).toContain('secret has 4 words in 2 lines');
  });

  test('out/ holds the report, the summary, the artifact as uploaded and unpacked, and the log', () => {
    expect(result.reportFiles).toEqual(['report.json', 'summary.md']);
    expect(JSON.parse(read('report.json'))).toEqual({ verdict: 'warn', id: 'sample' });
    expect(read('summary.md')).toBe('# Sample summary\n');
    expect(readdirSync(join(folder, 'out/artifacts')).sort()).toEqual(['sample-1', 'sample-1.zip']);
    expect(read('artifacts/sample-1/report.json')).toBe(read('report.json'));
  });

  test('GitHub knows how it went', async () => {
    const ask = async (path: string): Promise<Record<string, unknown>> => {
      const url = `${github.url}/repos/phoenix-rooivalk/maintenance/actions/runs/${result.runId}${path}`;
      return (await (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).json()) as Record<
        string,
        unknown
      >;
    };
    expect(await ask('')).toMatchObject({ status: 'completed', conclusion: 'success', head_sha: sha });
    expect(await ask('/jobs')).toMatchObject({
      jobs: [
        {
          name: 'window',
          conclusion: 'success',
          steps: expect.arrayContaining([expect.objectContaining({ name: 'Sample' })]),
        },
        { name: 'after', conclusion: 'success' },
      ],
    });
  });

  test('nothing is left of the run but its output', () => {
    expect(readdirSync(join(folder, 'scratch'))).toEqual([]);
  });
});

test('a dispatched run takes its inputs, and a failed job is a failure', async () => {
  const result = await start({ name: 'workflow_dispatch', inputs: { mode: 'plan', fail: 'true' } });
  expect(read('log.txt')).toContain('node v24, mode plan');
  expect(result.exitCode).not.toBe(0);
  expect(result.jobs).toContainEqual({ name: 'after', conclusion: 'failure' });
  expect(result.reportFiles).toEqual(['report.json', 'summary.md']);
}, 60_000);

test('a run that is cancelled ends, and takes what it started with it', async () => {
  const abort = new AbortController();
  const running = start({ name: 'schedule' }, { signal: abort.signal, workflow: '.github/workflows/slow.yml' });
  await waitFor(() => existsSync(join(folder, 'pid')));
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
  expect(isRunning(pid)).toBe(true);
  abort.abort();
  const result = await running;
  expect(result.exitCode).not.toBe(0);
  expect(isRunning(pid)).toBe(false);
  expect(readdirSync(join(folder, 'scratch'))).toEqual([]);
}, 60_000);

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Whether a process runs; one that has ended and waits to be reaped does not. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
