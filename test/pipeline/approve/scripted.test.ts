import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { cast } from '../../../sandbox/github/cast.ts';
import type { OpenedRun } from '../../../sandbox/github/control.ts';
import { reviewScripts } from '../../../sandbox/github/script.ts';
import { type GitHub, startGitHub } from '../../../sandbox/github/server.ts';
import { approvalDigest } from '../../../src/domain/approval/digest.ts';
import type { PlanDocument } from '../../../src/domain/approval/document.ts';
import type { RuleName } from '../../../src/domain/approval/guard/judgement.ts';
import type { Admission } from '../../../src/pipeline/approve/asking.ts';
import { admitByEnvironment } from '../../../src/pipeline/approve/environment-gate.ts';
import { renderApproval } from '../../../src/render/plan/approval.ts';
import { forgeOf, keepArtifact } from '../../adapters/github/stand-in.ts';
import { workflow } from '../../domain/approval/guard/evidence.ts';
import { documentOf } from '../../domain/approval/plan-document.ts';
import { askingOver } from './scene.ts';

const declared = [
  { id: 'plan', name: 'Plan', environment: 'maintenance-plan', idToken: false },
  { id: 'adaptive', name: 'Apply (adaptive)', environment: 'maintenance-adaptive', idToken: true },
];
const permissions = ['actions=read', 'contents=read', 'pull_requests=read'] as const;

let directory: string;
let github: GitHub;
let teamToken: string;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  directory = mkdtempSync(join(tmpdir(), 'rooivalk-scripted-'));
  github = await startGitHub({ directory, host: '127.0.0.1', port: 0 });
  teamToken = await github.control.issueToken(['members=read'], 60, cast.admin.login);
  // Its key is made when it is first asked for, which takes seconds on a busy machine.
  await fetch(`${github.url}/.well-known/jwks`);
}, 60_000);
afterAll(async () => {
  await github.close();
  rmSync(directory, { recursive: true, force: true });
  jest.restoreAllMocks();
});

/** A run that has planned: the plan for the guard, and the same plan for people. */
async function planned(validMs: number): Promise<{ opened: OpenedRun; document: PlanDocument; artifact: number }> {
  const opened = await github.control.openRun(
    {
      workflow: { name: 'Maintenance by hand', path: '.github/workflows/dispatch.yml' },
      event: 'workflow_dispatch',
      sha: 'e'.repeat(40),
      declared,
    },
    [...permissions],
  );
  await github.control.recordJob(opened.run.id, 'plan', { status: 'completed', conclusion: 'success' });
  const now = Date.now();
  const document = documentOf({
    run: {
      id: opened.run.id,
      url: `https://github.com/${opened.repository}/actions/runs/${opened.run.id}`,
      repository: opened.repository,
      repositoryId: opened.repositoryId,
      commit: opened.run.sha,
    },
    opening: `outside:${opened.run.id}`,
    plannedAt: new Date(now).toISOString(),
    notAfter: new Date(now + validMs).toISOString(),
  });
  const artifact = await keepArtifact(github, opened, 'plan-outside-adaptive', {
    'plan.json': JSON.stringify(document),
  });
  await keepArtifact(github, opened, 'approve-outside-adaptive', { 'plan.md': renderApproval(document) ?? '' });
  return { opened, document, artifact };
}

async function judged(
  script: string,
  validMs = 3_600_000,
  rest = {},
): Promise<{ admission: Admission; run: OpenedRun }> {
  await github.control.script(reviewScripts[script] as NonNullable<(typeof reviewScripts)[string]>);
  const { opened, document, artifact } = await planned(validMs);
  const forge = forgeOf(github, opened, { teamToken });
  const asking = askingOver(forge, { clock: { now: Date.now, monotonic: Date.now, sleep: async () => {} }, ...rest });
  const handed = { digest: approvalDigest(document), artifact: String(artifact), planJob: 'Plan' };
  return { admission: await admitByEnvironment({ ...asking, file: () => workflow }, handed), run: opened };
}

test.each(['approve', 'approve-by-team'])('%s: let through, once', async (script) => {
  const { admission } = await judged(script);
  if ('refusal' in admission) throw new Error(admission.refusal.state);
  expect(await admission.lastWord()).toBeUndefined();
  expect(await admission.lastWord()).toMatchObject({ name: 'unspent' });
});

test.each<readonly [string, RuleName, string]>([
  ['reject', 'approved', 'rejected by phoenix-reviewer'],
  ['approve-and-reject', 'approved', 'rejected by phoenix-operator'],
  ['no-digits', 'digest-in-comment', 'phoenix-reviewer'],
  ['seven-digits', 'digest-in-comment', 'phoenix-reviewer'],
  ['other-digits', 'digest-in-comment', 'phoenix-reviewer'],
  ['own-request', 'approver', 'phoenix-engineer is who started the run'],
  ['by-author', 'approver', 'phoenix-author is author of the last change'],
  ['by-merger', 'approver', 'phoenix-maintainer is merger of the last change'],
  ['by-app', 'approver', 'helpful-app[bot] is no person'],
  ['admin-bypass', 'approver', 'phoenix-admin is no reviewer'],
  ['unprotected', 'environment-protected', 'no review is required'],
  ['no-reviewers', 'environment-protected', 'no review is required'],
  ['self-review', 'environment-protected', 'whoever starts a run may approve it'],
  ['bypass-allowed', 'environment-protected', 'administrators may bypass it'],
  ['bypass-unsaid', 'environment-protected', 'does not say'],
  ['any-branch', 'environment-protected', 'every branch may use it'],
  ['other-branch', 'environment-protected', 'branch release/* may use it as well'],
])('%s: refused', async (script, name, state) => {
  const { admission } = await judged(script);
  expect(admission).toMatchObject({ refusal: { name, state: expect.stringContaining(state) } });
});

test('late: refused, since the plan is no longer valid', async () => {
  const { admission } = await judged('late', 500);
  expect(admission).toMatchObject({ refusal: { name: 'not-after' } });
}, 60_000);

test.each<readonly [string, RuleName]>([
  ['unprotected-later', 'environment-protected'],
  ['recreated', 'environment-unchanged'],
])('%s: refused at the second reading', async (script, name) => {
  const { admission } = await judged(script);
  if ('refusal' in admission) throw new Error(admission.refusal.state);
  expect(await admission.lastWord()).toMatchObject({ name });
});

test('without a token that reads teams a team of reviewers is refused', async () => {
  await github.control.script(reviewScripts.approve as NonNullable<(typeof reviewScripts)[string]>);
  const { opened, document, artifact } = await planned(3_600_000);
  const asking = askingOver(forgeOf(github, opened), {
    clock: { now: Date.now, monotonic: Date.now, sleep: async () => {} },
  });
  const handed = { digest: approvalDigest(document), artifact: String(artifact), planJob: 'Plan' };
  expect(await admitByEnvironment({ ...asking, file: () => workflow }, handed)).toMatchObject({
    refusal: { name: 'reviewers-known', state: expect.stringContaining('403') },
  });
});
