import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OpenedRun } from '../../../sandbox/github/control.ts';
import { type Bench, openBench } from './harness.ts';

const repository = '/repos/phoenix-rooivalk/maintenance';
let bench: Bench;
let opened: OpenedRun;

beforeAll(async () => {
  bench = await openBench();
  opened = await bench.openRun(['actions=read', 'issues=write']);
  await bench.github.control.recordJob(opened.run.id, 'window', {
    steps: [{ name: 'Conduct', conclusion: 'success', completedAt: '2026-11-24T02:00:00Z' }],
  });
  await bench.github.control.openIssue(true);
});
afterAll(() => bench.close());

describe('what GitHub describes is answered', () => {
  const run = (): string => `${repository}/actions/runs/${opened.run.id}`;

  test('the repository', async () => {
    const { status, body } = await bench.get(repository, opened.githubToken);
    expect(status).toBe(200);
    expect(body).toMatchObject({ full_name: 'phoenix-rooivalk/maintenance', private: true, default_branch: 'main' });
  });

  test('a user, and a bot', async () => {
    const user = await bench.get('/users/Phoenix-Engineer', opened.githubToken);
    expect(user.body).toMatchObject({ login: 'phoenix-engineer', type: 'User', id: 10770001 });
    const bot = await bench.get('/users/github-actions%5Bbot%5D', opened.githubToken);
    expect(bot.body).toMatchObject({ login: 'github-actions[bot]', type: 'Bot', id: 41898282 });
  });

  test('a run, with its attempt, path and actor', async () => {
    const { status, body } = await bench.get(run(), opened.githubToken);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: opened.run.id,
      run_attempt: 1,
      path: '.github/workflows/daily.yml',
      event: 'schedule',
      status: 'in_progress',
      conclusion: null,
      head_sha: 'a'.repeat(40),
      actor: { login: 'phoenix-engineer' },
      repository: { full_name: 'phoenix-rooivalk/maintenance' },
    });
  });

  test('the jobs of a run, with their steps', async () => {
    const { body } = await bench.get(`${run()}/jobs`, opened.githubToken);
    expect(body.total_count).toBe(1);
    expect(body.jobs[0]).toMatchObject({
      name: 'window',
      status: 'in_progress',
      steps: [{ name: 'Conduct', number: 1 }],
    });
  });

  test('comments: created, listed, changed; the author is the token', async () => {
    const created = await bench.send('POST', `${repository}/issues/1/comments`, opened.githubToken, '{"body":"one"}');
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe(created.body.url);
    expect(created.body).toMatchObject({ body: 'one', user: { login: 'github-actions[bot]', type: 'Bot' } });
    const path = new URL(created.body.url).pathname;
    expect((await bench.send('PATCH', path, opened.githubToken, '{"body":"two"}')).body.body).toBe('two');
    const listed = await bench.get(`${repository}/issues/1/comments`, opened.githubToken);
    expect(listed.body.map((comment: { body: string }) => comment.body)).toEqual(['two']);
  });
});

describe('lists', () => {
  const runs = `${repository}/actions/workflows/daily.yml/runs`;

  test('pages are linked, newest first', async () => {
    for (let n = 0; n < 3; n += 1) await bench.openRun();
    const first = await bench.get(`${runs}?per_page=2`, opened.githubToken);
    expect(first.body.total_count).toBe(4);
    expect(first.body.workflow_runs).toHaveLength(2);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await bench.get(new URL(next).pathname + new URL(next).search, opened.githubToken);
    expect(second.body.workflow_runs.at(-1).id).toBe(opened.run.id);
    expect(second.headers.get('link')).toContain('rel="prev"');
    expect(second.headers.get('link')).not.toContain('rel="next"');
  });

  test.each([
    ['branch=main', 4],
    ['branch=other', 0],
    ['event=workflow_dispatch', 0],
    ['status=in_progress', 4],
    ['status=success', 0],
    ['actor=Phoenix-Engineer', 4],
    [`head_sha=${'b'.repeat(40)}`, 0],
    ['created=%3E%3D2026-01-01', 4],
    ['created=2020-01-01..2020-12-31', 0],
    ['created=*..2020-12-31', 0],
    ['created=%3C2020-12-31', 0],
  ])('%s finds %i', async (query, count) => {
    expect((await bench.get(`${runs}?${query}`, opened.githubToken)).body.total_count).toBe(count);
  });

  test('by the id of the workflow too', async () => {
    const byId = await bench.get(`${repository}/actions/workflows/${opened.run.workflow.id}/runs`, opened.githubToken);
    expect(byId.body.total_count).toBe(4);
  });
});

describe('what GitHub refuses is refused with its status and message', () => {
  const long = JSON.stringify({ body: 'x'.repeat(65_537) });
  const comments = `${repository}/issues/1/comments`;

  test.each<[string, string, string, string | undefined, number, string]>([
    ['a run that does not exist', 'GET', `${repository}/actions/runs/7`, undefined, 404, 'Not Found'],
    ['an id that is no number', 'GET', `${repository}/actions/runs/latest`, undefined, 404, 'Not Found'],
    ['a workflow that never ran', 'GET', `${repository}/actions/workflows/x.yml/runs`, undefined, 404, 'Not Found'],
    ['a repository that is not ours', 'GET', '/repos/somebody/else', undefined, 404, 'Not Found'],
    ['a path that is not described', 'GET', '/gists/secret', undefined, 404, 'Not Found'],
    ['a user that does not exist', 'GET', '/users/nobody', undefined, 404, 'Not Found'],
    ['an issue that does not exist', 'POST', `${repository}/issues/9/comments`, '{"body":"x"}', 404, 'Not Found'],
    ['a comment without body', 'POST', comments, '{}', 422, 'Invalid request.\n\n"body" wasn\'t supplied.'],
    [
      'a comment of the wrong type',
      'POST',
      comments,
      '{"body":7}',
      422,
      "Invalid request.\n\nFor 'body', must be string.",
    ],
    ['an empty comment', 'POST', comments, '{"body":" "}', 422, 'Validation Failed'],
    ['a comment that is too long', 'POST', comments, long, 422, 'Validation Failed'],
    ['a body that is no JSON', 'POST', comments, '{', 400, 'Problems parsing JSON'],
  ])('%s', async (_, method, path, body, status, message) => {
    const answer =
      body === undefined
        ? await bench.get(path, opened.githubToken)
        : await bench.send(method, path, opened.githubToken, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ message, status: String(status) });
    expect(answer.body.documentation_url).toMatch(/^https:\/\/docs\.github\.com\/rest/);
  });

  test('an unknown status in a filter', async () => {
    const answer = await bench.get(`${repository}/actions/workflows/daily.yml/runs?status=great`, opened.githubToken);
    expect(answer.status).toBe(422);
  });

  test('no token, a wrong one, and one whose run has ended', async () => {
    const ended = await bench.openRun();
    expect((await bench.get(repository, ended.githubToken)).status).toBe(200);
    await bench.github.control.closeRun(ended.run.id, 'success');
    for (const token of ['', 'ghs_wrong', ended.githubToken]) {
      const { status, body } = await bench.get(repository, token);
      expect([status, body.message]).toEqual([401, 'Bad credentials']);
    }
  });

  test('an expired token', async () => {
    const token = await bench.github.control.issueToken(['actions=read'], 60);
    bench.ahead = 61 * 60_000;
    expect((await bench.get(repository, token)).status).toBe(401);
    bench.ahead = 0;
    expect((await bench.get(repository, token)).status).toBe(200);
  });

  test('a permission that the job was not given; the header names what would do', async () => {
    const { githubToken } = await bench.openRun(['issues=read']);
    const denied = await bench.get(`${repository}/actions/runs/${opened.run.id}`, githubToken);
    expect([denied.status, denied.body.message]).toEqual([403, 'Resource not accessible by integration']);
    expect(denied.headers.get('x-accepted-github-permissions')).toBe('actions=read');
    const write = await bench.send('POST', comments, githubToken, '{"body":"x"}');
    expect(write.status).toBe(403);
    expect((await bench.get(comments, githubToken)).status).toBe(200);
  });

  test('a request without a user agent', async () => {
    const answer = await bench.get(repository, opened.githubToken, { 'user-agent': '' });
    expect(answer.status).toBe(403);
  });

  test('control with a job token', async () => {
    const asked = JSON.stringify({ method: 'openIssue', args: [true] });
    expect((await bench.send('POST', '/_sandbox/control', opened.githubToken, asked)).status).toBe(401);
  });
});
