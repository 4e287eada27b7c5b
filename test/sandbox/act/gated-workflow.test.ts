import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { WorkflowRequest } from '../../../sandbox/act/act-command.ts';
import { copyCheckout } from '../../../sandbox/act/checkout.ts';
import { runWorkflow, type WorkflowResult } from '../../../sandbox/act/run-workflow.ts';
import { reviewScripts } from '../../../sandbox/github/script.ts';
import { type GitHub, startGitHub } from '../../../sandbox/github/server.ts';
import { CHECKOUT } from '../../../sandbox/toolchain/cache.ts';
import { ensure, silent, tool } from '../../../sandbox/toolchain/index.ts';

let folder: string;
let github: GitHub;
let sha: string;

beforeAll(async () => {
  await ensure(['act', 'git'], silent);
  folder = mkdtempSync(join(tmpdir(), 'rooivalk-gated-'));
  github = await startGitHub({ directory: join(folder, 'github'), host: '127.0.0.1', port: 0 });
  const source = join(folder, 'source');
  cpSync(join(CHECKOUT, 'test/fixtures/act'), source, { recursive: true });
  execFileSync('git', ['init', '--quiet', source]);
  sha = copyCheckout({
    source,
    target: join(folder, 'checkout'),
    repository: 'phoenix-rooivalk/maintenance',
    files: {},
  });
}, 300_000);
afterAll(async () => {
  await github.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(
  script: string,
  more: Partial<WorkflowRequest> = {},
): Promise<{ result: WorkflowResult; log: string }> {
  await github.control.script(reviewScripts[script] as NonNullable<(typeof reviewScripts)[string]>);
  const result = await runWorkflow({
    act: tool('act'),
    checkout: join(folder, 'checkout'),
    sha,
    workflow: '.github/workflows/gated.yml',
    event: { name: 'workflow_dispatch', inputs: {} },
    github,
    env: { FIXTURE_MODULES: join(CHECKOUT, 'node_modules') },
    secrets: {
      MAINTENANCE_KUBECONFIG__MAINTENANCE_PLAN: 'the right to look',
      MAINTENANCE_KUBECONFIG__MAINTENANCE_ADAPTIVE: 'the right to change',
    },
    out: join(folder, 'out'),
    scratch: join(folder, 'scratch'),
    print: () => {},
    ...more,
  });
  return { result, log: readFileSync(join(folder, 'out', 'log.txt'), 'utf8') };
}

/** A job that nothing held would have begun by then, ms. */
const heldLongEnoughMs = 2_000;
const repository = 'repo:phoenix-rooivalk@10770000/maintenance@107700077';

test('each job is told who it is, and gets the secrets of its environment alone', async () => {
  const { result, log } = await run('approve');
  expect(result).toMatchObject({ exitCode: 0 });
  // Values of secrets are masked: what shows is that both had one.
  expect(log).toContain(`plan │    I am ${repository}:environment:maintenance-plan in attempt 1, with ***`);
  expect(log).toContain(`adaptive │    I am ${repository}:environment:maintenance-adaptive in attempt 1, with ***`);
  expect(log).toContain('approved by phoenix-reviewer: "Read it, agreed: 7f3a9c1e04b2d85560fa"');
}, 60_000);

test('a rejected job has started under act, and reads that it was rejected', async () => {
  const { log } = await run('reject');
  expect(log).toContain('adaptive │    rejected by phoenix-reviewer: ""');
}, 60_000);

test('an environment without protection holds nobody', async () => {
  const { log } = await run('unprotected');
  expect(log).toContain('environment:maintenance-adaptive');
  expect(log).not.toMatch(/approved|rejected/);
}, 60_000);

test('a run that is started again is its next attempt, with the approvals of the first', async () => {
  const { result } = await run('approve');
  const stop = new AbortController();
  const again = await run('nobody', {
    rerunOf: result.runId,
    signal: stop.signal,
    print: (line) => {
      if (/plan │ . job (succeeded|ended)/.test(line)) setTimeout(() => stop.abort(), heldLongEnoughMs);
    },
  });
  expect(again.result).toMatchObject({ runId: result.runId, cancelled: true });
  expect(again.log).toContain('environment:maintenance-plan in attempt 2');
  expect(again.log).not.toContain('environment:maintenance-adaptive');
}, 60_000);
