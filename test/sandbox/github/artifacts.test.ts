import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { OpenedRun } from '../../../sandbox/github/control.ts';
import { type Bench, openBench } from './harness.ts';

let bench: Bench;
let opened: OpenedRun;
let folder: string;
const client = new DefaultArtifactClient();

function actAs(run: OpenedRun, token = run.runtimeToken): void {
  process.env.ACTIONS_RUNTIME_TOKEN = token;
  process.env.ACTIONS_RESULTS_URL = bench.github.url;
  process.env.GITHUB_SERVER_URL = 'https://github.com';
  process.env.GITHUB_API_URL = bench.github.url;
}

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  bench = await openBench();
});
afterAll(async () => {
  await bench.close();
  jest.restoreAllMocks();
});
beforeEach(async () => {
  opened = await bench.openRun();
  folder = mkdtempSync(join(bench.directory, 'files-'));
  actAs(opened);
});

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function twirp(
  method: string,
  token: string,
  request: unknown,
): Promise<{ status: number; body: { code: string; msg: string } }> {
  const answer = await fetch(`${bench.github.url}/twirp/github.actions.results.api.v1.ArtifactService/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  return { status: answer.status, body: (await answer.json()) as { code: string; msg: string } };
}

function ids(run: OpenedRun): { workflow_run_backend_id: string; workflow_job_run_backend_id: string } {
  const claims = JSON.parse(Buffer.from(run.runtimeToken.split('.')[1] as string, 'base64url').toString());
  const [, runId, jobId] = claims.scp
    .split(' ')
    .find((part: string) => part.startsWith('Actions.Results:'))
    .split(':');
  return { workflow_run_backend_id: runId, workflow_job_run_backend_id: jobId };
}

describe('with the real @actions/artifact', () => {
  test('an upload is listed, described by the REST API, and comes back as it was', async () => {
    const files = [file('report.json', '{"verdict":"warn"}'), file('deep/summary.md', '# Summary')];
    const kept = await client.uploadArtifact('daily-1', files, folder, { retentionDays: 30 });
    expect(kept.size).toBeGreaterThan(0);

    const { artifacts } = await client.listArtifacts();
    expect(artifacts).toEqual([
      expect.objectContaining({ name: 'daily-1', id: kept.id, size: kept.size, digest: `sha256:${kept.digest}` }),
    ]);

    const path = `/repos/${opened.repository}/actions/runs/${opened.run.id}/artifacts?name=daily-1`;
    const { body } = await bench.get(path, opened.githubToken);
    expect(body).toMatchObject({
      total_count: 1,
      artifacts: [{ id: kept.id, name: 'daily-1', expired: false, digest: `sha256:${kept.digest}` }],
    });

    const target = join(folder, 'back');
    await client.downloadArtifact(kept.id as number, { path: target, expectedHash: `sha256:${kept.digest}` });
    expect(readFileSync(join(target, 'report.json'), 'utf8')).toBe('{"verdict":"warn"}');
    expect(readFileSync(join(target, 'deep/summary.md'), 'utf8')).toBe('# Summary');
  });

  test('another run takes it through the REST API, by its id', async () => {
    const kept = await client.uploadArtifact('plan-daily', [file('plan.json', '{}')], folder);
    const other = await bench.openRun();
    const path = `/repos/${other.repository}/actions/artifacts/${kept.id}/zip`;
    const answer = await bench.get(path, other.githubToken);
    expect(answer.status).toBe(302);
    const content = Buffer.from(await (await fetch(answer.headers.get('location') as string)).arrayBuffer());
    expect(createHash('sha256').update(content).digest('hex')).toBe(kept.digest);
    bench.ahead = 2 * 60_000;
    expect((await fetch(answer.headers.get('location') as string)).status).toBe(403);
    bench.ahead = 91 * 86_400_000;
    const expired = await bench.get(path, await bench.github.control.issueToken(['actions=read'], 200 * 1440));
    bench.ahead = 0;
    expect([expired.status, expired.body.message]).toEqual([410, 'Artifact has expired']);
  });

  test('more than one block (20 MB that do not compress)', async () => {
    const content = randomBytes(20 * 1024 * 1024);
    const kept = await client.uploadArtifact('large', [file('large.bin', content)], folder, { compressionLevel: 0 });
    const target = join(folder, 'back');
    await client.downloadArtifact(kept.id as number, { path: target });
    expect(readFileSync(join(target, 'large.bin')).equals(content)).toBe(true);
  });

  test('names are unique within a run, and free in another', async () => {
    const files = [file('a.txt', 'a')];
    await client.uploadArtifact('same', files, folder);
    await expect(client.uploadArtifact('same', files, folder)).rejects.toThrow(
      '(409) Conflict: an artifact with this name already exists on the workflow run',
    );
    actAs(await bench.openRun());
    await expect(client.uploadArtifact('same', files, folder)).resolves.toMatchObject({ size: expect.any(Number) });
  });

  test('a deleted name is free again', async () => {
    const files = [file('a.txt', 'a')];
    await client.uploadArtifact('gone', files, folder);
    await client.deleteArtifact('gone');
    await expect(client.getArtifact('gone')).rejects.toThrow('Artifact not found for name: gone');
    await client.uploadArtifact('gone', files, folder);
  });

  test('a raw file, not zipped', async () => {
    const kept = await client.uploadArtifact('ignored', [file('report.html', '<p>')], folder, { skipArchive: true });
    const target = join(folder, 'back');
    await client.downloadArtifact(kept.id as number, { path: target });
    expect(readFileSync(join(target, 'report.html'), 'utf8')).toBe('<p>');
  });

  test.each<[string, (run: OpenedRun) => Promise<string> | string]>([
    ['foreign', (run) => `${run.runtimeToken.slice(0, -4)}AAAA`],
    ['ended', async (run) => (await bench.github.control.closeRun(run.run.id, 'success')) && run.runtimeToken],
  ])('a token that is %s is refused', async (_, take) => {
    actAs(opened, await take(opened));
    await expect(client.uploadArtifact('x', [file('a.txt', 'a')], folder)).rejects.toThrow('(401) Unauthorized');
  });

  test('an expired token is refused', async () => {
    bench.ahead = 361 * 60_000;
    await expect(client.listArtifacts()).rejects.toThrow('(401) Unauthorized: token is expired');
    bench.ahead = 0;
  });
});

describe('the results service refuses', () => {
  test.each<[string, string, (run: OpenedRun, other: OpenedRun) => unknown, number, string]>([
    [
      'another run',
      'CreateArtifact',
      (_, other) => ({ ...ids(other), name: 'x', version: 7 }),
      403,
      'permission_denied',
    ],
    [
      'another job',
      'CreateArtifact',
      (run) => ({ ...ids(run), workflow_job_run_backend_id: 'else', name: 'x', version: 7 }),
      403,
      'permission_denied',
    ],
    ['an old protocol', 'CreateArtifact', (run) => ({ ...ids(run), name: 'x', version: 4 }), 400, 'invalid_argument'],
    [
      'a name with a slash',
      'CreateArtifact',
      (run) => ({ ...ids(run), name: '../x', version: 7 }),
      400,
      'invalid_argument',
    ],
    ['an unknown field', 'ListArtifacts', (run) => ({ ...ids(run), all: true }), 400, 'invalid_argument'],
    ['a missing field', 'FinalizeArtifact', (run) => ids(run), 400, 'invalid_argument'],
    ['what was never begun', 'FinalizeArtifact', (run) => ({ ...ids(run), name: 'x', size: '1' }), 404, 'not_found'],
    ['what does not exist', 'GetSignedArtifactURL', (run) => ({ ...ids(run), name: 'x' }), 404, 'not_found'],
    ['an unknown method', 'constructor', () => ({}), 404, 'bad_route'],
  ])('%s', async (_, method, request, status, code) => {
    const answer = await twirp(method, opened.runtimeToken, request(opened, await bench.openRun()));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('to finish an upload whose size or hash is not what arrived', async () => {
    const id = ids(opened);
    const created = (await twirp('CreateArtifact', opened.runtimeToken, {
      ...id,
      name: 'cut',
      version: 7,
    })) as unknown as {
      body: { signed_upload_url: string };
    };
    await fetch(created.body.signed_upload_url, {
      method: 'PUT',
      headers: { 'x-ms-blob-type': 'BlockBlob' },
      body: 'abc',
    });
    const wrongSize = await twirp('FinalizeArtifact', opened.runtimeToken, { ...id, name: 'cut', size: '4' });
    expect(wrongSize.status).toBe(400);
    const hash = `sha256:${'0'.repeat(64)}`;
    const wrongHash = await twirp('FinalizeArtifact', opened.runtimeToken, { ...id, name: 'cut', size: '3', hash });
    expect(wrongHash.body.msg).toContain('hash is not that of the uploaded content');
    expect((await client.listArtifacts()).artifacts).toEqual([]);
  });
});

describe('the blob store refuses', () => {
  async function upload(): Promise<URL> {
    const name = `b${randomBytes(4).toString('hex')}`;
    const { body } = await twirp('CreateArtifact', opened.runtimeToken, { ...ids(opened), name, version: 7 });
    return new URL((body as unknown as { signed_upload_url: string }).signed_upload_url);
  }
  const put = (
    url: URL,
    body: string,
    headers: Record<string, string> = { 'x-ms-blob-type': 'BlockBlob' },
  ): Promise<Response> => fetch(url, { method: 'PUT', body, headers });

  const changed = (url: URL, name: string, value: string): URL => {
    const copy = new URL(url);
    copy.searchParams.set(name, value);
    return copy;
  };

  test.each<[string, (url: URL) => Promise<Response>, number, string]>([
    ['a changed signature', (url) => put(changed(url, 'sig', 'AAAA'), 'x'), 403, 'AuthenticationFailed'],
    ['a longer life', (url) => put(changed(url, 'se', '2099-01-01T00:00:00Z'), 'x'), 403, 'AuthenticationFailed'],
    ['reading with a write address', (url) => fetch(url), 403, 'AuthorizationPermissionMismatch'],
    ['no blob type', (url) => put(url, 'x', {}), 400, 'MissingRequiredHeader'],
    [
      'a wrong MD5',
      (url) => put(url, 'x', { 'x-ms-blob-type': 'BlockBlob', 'content-md5': 'AAAA' }),
      400,
      'Md5Mismatch',
    ],
    [
      'a list of blocks that never came',
      (url) => put(changed(url, 'comp', 'blocklist'), '<BlockList><Latest>QUFBQQ==</Latest></BlockList>'),
      400,
      'InvalidBlockList',
    ],
  ])('%s', async (_, act, status, code) => {
    const answer = await act(await upload());
    expect(answer.status).toBe(status);
    expect(answer.headers.get('x-ms-error-code')).toBe(code);
  });

  test('to change a finished artifact', async () => {
    const id = ids(opened);
    const { body } = await twirp('CreateArtifact', opened.runtimeToken, { ...id, name: 'done', version: 7 });
    const url = new URL((body as unknown as { signed_upload_url: string }).signed_upload_url);
    expect((await put(url, 'abc')).status).toBe(201);
    expect((await twirp('FinalizeArtifact', opened.runtimeToken, { ...id, name: 'done', size: '3' })).status).toBe(200);
    const again = await put(url, 'xyz');
    expect([again.status, again.headers.get('x-ms-error-code')]).toEqual([409, 'BlobImmutableDueToPolicy']);
    const [kept] = await bench.github.control.artifacts(opened.run.id);
    expect(readFileSync(kept?.file as string, 'utf8')).toBe('abc');
  });
});
