import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cast } from '../../../sandbox/github/cast.ts';
import type { OpenedRun } from '../../../sandbox/github/control.ts';
import { reviewScripts, usualScript } from '../../../sandbox/github/script.ts';
import { type Answer, type Bench, openBench } from './harness.ts';

const repository = '/repos/phoenix-rooivalk/maintenance';
const gate = { id: 'adaptive', environment: 'maintenance-adaptive', idToken: true };
const nobody = { name: 'nobody', acts: [] };
let bench: Bench;
let opened: OpenedRun;

beforeAll(async () => {
  bench = await openBench();
  // Its key is made when it is first asked for, which takes seconds on a busy machine.
  await bench.get('/.well-known/jwks', '');
}, 60_000);
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.github.control.script(nobody);
  opened = await open();
});

function open(): Promise<OpenedRun> {
  const declared = [gate, { id: 'plain', idToken: true }, { id: 'mute', idToken: false }];
  return bench.github.control.openRun(
    {
      workflow: { name: 'Dispatch', path: '.github/workflows/dispatch.yml' },
      event: 'workflow_dispatch',
      sha: 'b'.repeat(40),
      declared,
    },
    ['actions=read'],
  );
}

const ask = (job: string, token = opened.identityToken): Promise<Answer> =>
  bench.get(`/_oidc/token?api-version=2.0&audience=${encodeURIComponent(job)}`, token);
const run = (path = ''): string => `${repository}/actions/runs/${opened.run.id}${path}`;
const environment = (name: string): Promise<Answer> =>
  bench.get(`${repository}/environments/${name}`, opened.githubToken);

describe('an environment shows its rules', () => {
  test('as trust.md has it: reviewers, nobody reviews the own request, no bypass, the default branch alone', async () => {
    const { status, body } = await environment('maintenance-adaptive-window');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'maintenance-adaptive-window',
      can_admins_bypass: false,
      deployment_branch_policy: { protected_branches: false, custom_branch_policies: true },
      protection_rules: [
        { type: 'wait_timer', wait_timer: 1 },
        {
          type: 'required_reviewers',
          prevent_self_review: true,
          reviewers: [
            { type: 'User', reviewer: { id: cast.reviewer.id } },
            { type: 'Team', reviewer: { slug: 'platform-operators' } },
          ],
        },
        { type: 'branch_policy' },
      ],
    });
    const policies = await bench.get(
      `${repository}/environments/maintenance-adaptive/deployment-branch-policies`,
      opened.githubToken,
    );
    expect(policies.body).toMatchObject({ total_count: 1, branch_policies: [{ name: 'main', type: 'branch' }] });
  });

  test.each([
    ['unprotected', { can_admins_bypass: true, protection_rules: [], deployment_branch_policy: null }],
    ['bypass-allowed', { can_admins_bypass: true }],
    ['self-review', { protection_rules: [{ type: 'required_reviewers', prevent_self_review: false }, {}] }],
    ['no-reviewers', { protection_rules: [{ type: 'branch_policy' }] }],
    ['any-branch', { deployment_branch_policy: null }],
  ])('%s', async (name, expected) => {
    await bench.github.control.script(reviewScripts[name] ?? usualScript);
    expect((await environment('maintenance-adaptive')).body).toMatchObject(expected);
  });

  test('the field that GitHub does not describe can be absent', async () => {
    await bench.github.control.script(reviewScripts['bypass-unsaid'] ?? usualScript);
    expect((await environment('maintenance-adaptive')).body).not.toHaveProperty('can_admins_bypass');
  });

  test.each([
    ['unprotected-later', 2, 'protection_rules'],
    ['recreated', 2, 'id'],
  ])('%s: the second reading differs', async (name, readings, field) => {
    await bench.github.control.script(reviewScripts[name] ?? usualScript);
    const seen: unknown[] = [];
    for (let reading = 0; reading < readings; reading += 1)
      seen.push((await environment('maintenance-adaptive')).body[field]);
    expect(seen[1]).not.toEqual(seen[0]);
  });

  test('one that does not exist', async () => {
    expect((await environment('production')).status).toBe(404);
  });
});

describe('a job asks who it is', () => {
  test('the token carries what GitHub says of the job, and its signature is the published key’s', async () => {
    const { status, body } = await ask('rooivalk/plain');
    expect(status).toBe(200);
    const [header, claims, signature] = body.value.split('.');
    const { url } = bench.github;
    const discovery = (await bench.get('/.well-known/openid-configuration', '')).body;
    expect(discovery).toMatchObject({ issuer: url, jwks_uri: `${url}/.well-known/jwks` });
    const { keys } = (await bench.get('/.well-known/jwks', '')).body as { keys: JsonWebKey[] };
    const key = createPublicKey({ key: keys[0] as JsonWebKey, format: 'jwk' });
    expect(verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      iss: url,
      aud: 'rooivalk/plain',
      sub: 'repo:phoenix-rooivalk@10770000/maintenance@107700077:ref:refs/heads/main',
      ref: 'refs/heads/main',
      sha: 'b'.repeat(40),
      repository: 'phoenix-rooivalk/maintenance',
      repository_id: '107700077',
      run_id: String(opened.run.id),
      run_attempt: '1',
      event_name: 'workflow_dispatch',
      actor: 'phoenix-engineer',
      actor_id: '10770001',
      job_workflow_ref: 'phoenix-rooivalk/maintenance/.github/workflows/dispatch.yml@refs/heads/main',
    });
  });

  test.each<[string, string, () => string, number]>([
    ['of another audience', 'sts.amazonaws.com', () => opened.identityToken, 400],
    ['of a job that does not exist', 'rooivalk/other', () => opened.identityToken, 400],
    ['without id-token: write', 'rooivalk/mute', () => opened.identityToken, 403],
    ['with the token of the API', 'rooivalk/plain', () => opened.githubToken, 401],
    ['with the token for artifacts', 'rooivalk/plain', () => opened.runtimeToken, 401],
  ])('%s: refused', async (_, audience, token, status) => {
    expect((await ask(audience, token())).status).toBe(status);
  });

  test('with the token of an attempt that is over: refused', async () => {
    await bench.github.control.rerun(opened.run.id, 'reviewer', []);
    expect((await ask('rooivalk/plain')).status).toBe(401);
  });

  test('a gated job waits: the run shows it, and a reviewer lets it through', async () => {
    const answer = ask('rooivalk/adaptive');
    await waiting();
    expect((await bench.get(run(), opened.githubToken)).body).toMatchObject({ status: 'waiting' });
    const { body } = await bench.get(run('/pending_deployments'), opened.githubToken);
    expect(body).toMatchObject([{ environment: { name: 'maintenance-adaptive' }, current_user_can_approve: false }]);
    const reviewed = await review('reviewer', body[0].environment.id);
    expect([reviewed.status, reviewed.body[0]?.environment]).toEqual([200, 'maintenance-adaptive']);
    const { status, body: token } = await answer;
    expect(status).toBe(200);
    const claims = JSON.parse(Buffer.from(token.value.split('.')[1], 'base64url').toString());
    expect(claims).toMatchObject({ environment: 'maintenance-adaptive', sub: expect.stringMatching(/:environment:/) });
    expect((await bench.get(run('/approvals'), opened.githubToken)).body).toMatchObject([
      {
        state: 'approved',
        user: { id: cast.reviewer.id, type: 'User' },
        comment: 'seen',
        environments: [{ name: 'maintenance-adaptive' }],
      },
    ]);
  });

  test.each(['requester', 'admin', 'stranger'] as const)('%s may not review', async (part) => {
    const answer = ask('rooivalk/adaptive');
    const [gate] = await waiting();
    expect((await review(part, gate.environment.id)).status).toBe(422);
    await bench.github.control.review(opened.run.id, { by: 'reviewer', state: 'rejected', comment: '' });
    expect((await answer).status).toBe(200);
  });

  test('a job that names an environment which is not there makes it, without protection', async () => {
    await bench.github.control.environment('maintenance-adaptive', 'remove');
    expect((await ask('rooivalk/adaptive')).status).toBe(200);
    expect((await environment('maintenance-adaptive')).body).toMatchObject({ protection_rules: [] });
  });

  // biome-ignore lint/suspicious/noExplicitAny: the shape is GitHub's
  async function waiting(): Promise<any[]> {
    for (;;) {
      const { body } = await bench.get(run('/pending_deployments'), opened.githubToken);
      if (body.length > 0) return body;
    }
  }

  async function review(part: keyof typeof cast, id: number): Promise<Answer> {
    const token = await bench.github.control.issueToken(['deployments=write'], 5, cast[part].login);
    const body = JSON.stringify({ environment_ids: [id], state: 'approved', comment: 'seen' });
    return bench.send('POST', run('/pending_deployments'), token, body);
  }
});
