import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createForge } from '../../../src/adapters/github/forge.ts';
import type { Forge } from '../../../src/ports/forge.ts';
import { PortError } from '../../../src/ports/port-error.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const secret = 'ghs_planted-token-that-must-never-show';
let server: Server;
let url: string;
let answers: Answer[];
let asked: string[];
const masked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  answers = [];
});

function forge(rest: { api?: string; signal?: AbortSignal } = {}): Forge {
  return createForge({
    api: url,
    token: secret,
    repository: 'phoenix/rooivalk',
    identity: { url: `${url}/token?api-version=2.0`, token: secret },
    clock: { now: Date.now, monotonic: Date.now, sleep: async () => {} },
    signal: new AbortController().signal,
    secret: (value) => masked.push(value),
    ...rest,
  });
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

const repository = json(200, { id: 7, default_branch: 'main', private: true });
const hostile = { message: `it is ${secret} ::error::x`, documentation_url: 'https://evil.example' };

async function errorOf(work: Promise<unknown>): Promise<PortError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PortError)) throw new Error(`no PortError: ${String(error)}`);
  return error;
}

describe('what GitHub refuses becomes one of our errors, without a word of its own', () => {
  test.each<readonly [number, string, Record<string, string>, string | undefined]>([
    [401, 'unauthorized', {}, 'start the run again'],
    [
      403,
      'forbidden',
      { 'x-accepted-github-permissions': 'pull_requests=read; contents=write' },
      'give the job permissions: { pull-requests: read or contents: write }',
    ],
    [403, 'forbidden', { 'x-accepted-github-permissions': '::set-env name=x::y' }, undefined],
    [403, 'busy', { 'retry-after': '60' }, 'come back later'],
    [403, 'busy', { 'x-ratelimit-remaining': '0' }, 'come back later'],
    [404, 'not-found', {}, undefined],
    [409, 'conflict', {}, undefined],
    [422, 'invalid', {}, undefined],
    [429, 'busy', {}, 'come back later'],
    [500, 'failed', {}, undefined],
  ])('%i: %s %j', async (status, code, headers, next) => {
    answers = [json(status, hostile, headers)];
    const error = await errorOf(forge().repository());
    expect(error).toMatchObject({
      code,
      subject: 'the repository',
      message: `the repository: GitHub answered ${status}`,
    });
    if (next === undefined) expect(error.next).toBeUndefined();
    else expect(error.next).toContain(next);
    expect(JSON.stringify({ ...error, stack: error.stack })).not.toContain(secret);
  });
});

describe('a reading is tried again, a change is not', () => {
  const stumble: Answer = json(502, {});
  const reset: Answer = (request) => request.socket.destroy();

  test.each<readonly [string, Answer]>([
    ['an error of the server', stumble],
    ['a connection that is cut', reset],
    ['too many requests', json(429, {})],
  ])('%s', async (_, trouble) => {
    answers = [trouble, trouble, repository];
    expect(await forge().repository()).toMatchObject({ id: 7 });
    expect(asked).toHaveLength(3);
  });

  test('not for ever', async () => {
    answers = [stumble];
    expect((await errorOf(forge().repository())).code).toBe('failed');
    expect(asked).toHaveLength(4);
  });

  test('a comment is written once, whatever became of the answer', async () => {
    answers = [reset];
    expect((await errorOf(forge().reply(1, 'x'))).code).toBe('unreachable');
    expect(asked).toHaveLength(1);
  });
});

test('nobody listens', async () => {
  expect((await errorOf(forge({ api: 'http://127.0.0.1:1' }).repository())).code).toBe('unreachable');
});

test('a run that is cancelled asks no more', async () => {
  answers = [() => {}];
  const abort = new AbortController();
  const running = errorOf(forge({ signal: abort.signal }).repository());
  setTimeout(() => abort.abort(), 50);
  expect((await running).code).toBe('cancelled');
});

test.each<readonly [string, unknown]>([
  ['text instead of an object', 'yes'],
  ['a field that is missing', { id: 7, private: true }],
  ['a number that is text', { id: '7', default_branch: 'main', private: true }],
])('an answer of another form is refused: %s', async (_, body) => {
  answers = [json(200, body)];
  expect((await errorOf(forge().repository())).code).toBe('invalid');
});

describe('the job’s own token', () => {
  const claims = {
    aud: 'rooivalk/adaptive',
    exp: Math.floor(Date.now() / 1000) + 300,
    repository: 'phoenix/rooivalk',
    repository_id: '7',
    environment: 'maintenance-adaptive',
    ref: 'refs/heads/main',
    sha: 'a'.repeat(40),
    run_id: '812',
    run_attempt: '1',
    event_name: 'workflow_dispatch',
    workflow_ref: 'phoenix/rooivalk/.github/workflows/dispatch.yml@refs/heads/main',
    job_workflow_ref: 'phoenix/rooivalk/.github/workflows/dispatch.yml@refs/heads/main',
  };
  const token = (body: unknown): string => `e30.${Buffer.from(JSON.stringify(body)).toString('base64url')}.c2ln`;

  test('is asked for again while a gate holds the job, and is masked', async () => {
    answers = [json(503, {}), json(503, {}), json(200, { value: token(claims) })];
    expect(await forge().identity('adaptive')).toMatchObject({ runId: 812, environment: 'maintenance-adaptive' });
    expect(asked).toEqual(Array(3).fill('GET /token?api-version=2.0&audience=rooivalk%2Fadaptive'));
    expect(masked).toContain(token(claims));
  });

  test.each<readonly [string, unknown]>([
    ['for another audience', { ...claims, aud: 'rooivalk/corrective' }],
    ['that has ended', { ...claims, exp: Math.floor(Date.now() / 1000) - 1 }],
    ['without a run', { ...claims, run_id: undefined }],
    ['with a run that is no number', { ...claims, run_id: '812x' }],
    ['that is no object', 'x'],
  ])('%s is refused', async (_, body) => {
    answers = [json(200, { value: token(body) })];
    expect((await errorOf(forge().identity('adaptive'))).code).toBe('invalid');
  });

  test('refused by the endpoint', async () => {
    answers = [json(401, hostile)];
    expect((await errorOf(forge().identity('adaptive'))).code).toBe('unauthorized');
  });

  test.each<readonly [string, Answer]>([
    ['busy', json(429, {})],
    ['cut', (request) => request.socket.destroy()],
    [
      'cut half-way',
      (request, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"value":', () => request.socket.destroy());
      },
    ],
  ])('%s once: it is asked again', async (_name, bad) => {
    answers = [bad, json(200, { value: token(claims) })];
    expect(await forge().identity('adaptive')).toMatchObject({ audience: 'rooivalk/adaptive' });
    expect(asked).toHaveLength(2);
  });

  test('the request’s token does not follow a redirection', async () => {
    answers = [(_, response) => response.writeHead(302, { location: 'http://evil.example/' }).end()];
    await errorOf(forge().identity('adaptive'));
    expect(asked).toHaveLength(1);
  });
});

describe('an artifact', () => {
  const facts = {
    id: 99,
    name: 'plan',
    size_in_bytes: 100,
    expired: false,
    workflow_run: { id: 812, head_repository_id: 7 },
  };
  const redirect: Answer = (_, response) => response.writeHead(302, { location: `${url}/blob?sig=x` }).end();

  test('whose address leads to another one is not fetched', async () => {
    answers = [json(200, facts), redirect, (_, response) => response.writeHead(302, { location: `${url}/x` }).end()];
    expect(await errorOf(forge().artifactFile(99, 'plan.json'))).toMatchObject({ code: 'invalid' });
    expect(asked).toHaveLength(3);
  });

  test('is fetched without the job’s token', async () => {
    let authorization: string | undefined = 'not asked';
    answers = [
      json(200, facts),
      redirect,
      (request, response) => {
        ({ authorization } = request.headers);
        response.end('no zip');
      },
    ];
    expect((await errorOf(forge().artifactFile(99, 'plan.json'))).message).toContain('it is no zip');
    expect(authorization).toBeUndefined();
  });

  test('that grows while it is read is given up at 8 MiB', async () => {
    let sent = 0;
    answers = [
      json(200, facts),
      redirect,
      (_, response) => {
        const part = Buffer.alloc(1024 * 1024);
        const more = (): void => {
          sent += 1;
          if (!response.destroyed && sent < 64) response.write(part, more);
        };
        more();
      },
    ];
    const error = await errorOf(forge().artifactFile(99, 'plan.json'));
    expect(error.message).toContain('larger than 8388608 bytes');
    expect(sent).toBeLessThan(64);
  });

  test('that is larger than allowed is not fetched', async () => {
    answers = [json(200, { ...facts, size_in_bytes: 8_388_609 })];
    expect((await errorOf(forge().artifactFile(99, 'plan.json'))).code).toBe('invalid');
    expect(asked).toHaveLength(1);
  });

  test('that has expired', async () => {
    answers = [json(200, { ...facts, expired: true })];
    expect((await errorOf(forge().artifactFile(99, 'plan.json'))).code).toBe('gone');
  });
});
