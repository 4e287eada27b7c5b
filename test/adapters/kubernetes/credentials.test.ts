import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Identification } from '../../../src/adapters/kubernetes/access.ts';
import { Credentials } from '../../../src/adapters/kubernetes/credentials.ts';
import { runPlugin } from '../../../src/adapters/kubernetes/exec-plugin.ts';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import { failure, LocalApi, SteppingClock } from './local-api.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'credentials-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

/** A plugin that appends its environment to a log and prints what `body` says, with a serial number in place of N. */
function pluginThat(body: string): { readonly identification: Identification; readonly runs: () => string[][] } {
  const log = join(mkdtempSync(join(directory, 'plugin-')), 'log');
  writeFileSync(log, '');
  const script = `echo "$(env | cut -d= -f1 | sort | tr '\\n' ' ')" >> "${log}"; N=$(wc -l < "${log}"); ${body}`;
  const plugin = {
    apiVersion: 'client.authentication.k8s.io/v1',
    command: '/bin/sh',
    args: ['-c', script],
    env: { OWN: '1' },
  };
  const runs = (): string[][] =>
    readFileSync(log, 'utf8')
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => line.trim().split(' '));
  return { identification: { kind: 'plugin', plugin }, runs };
}

const gives = (token: string, more = '') => `echo '{"status":{"token":"'${token}'"${more}}}'`;
const access = (identification: Identification) => ({
  context: 'c',
  user: 'u',
  server: new URL('https://api.example'),
  verify: true,
  identification,
});
const environment = { PATH: '/usr/bin:/bin', AWS_REGION: 'eu' };

test('a plugin runs once for all that ask at the same time, with the environment it was given alone', async () => {
  const { identification, runs } = pluginThat(`sleep 0.1; ${gives('token-$N')}`);
  const credentials = new Credentials(access(identification), new SteppingClock(), environment);
  const presented = await Promise.all(Array.from({ length: 20 }, () => credentials.present()));
  expect(new Set(presented)).toEqual(new Set([{ authorization: 'Bearer token-1' }]));
  const [names = []] = runs();
  expect(runs()).toHaveLength(1);
  expect(names.filter((name) => !['_', 'SHLVL', 'PWD', 'OLDPWD'].includes(name))).toEqual([
    'AWS_REGION',
    'KUBERNETES_EXEC_INFO',
    'OWN',
    'PATH',
  ]);
});

test('a credential is renewed before it expires, and not sooner', async () => {
  const clock = new SteppingClock();
  const expires = new Date(clock.now() + 600_000).toISOString();
  const { identification, runs } = pluginThat(gives('token-$N', `,"expirationTimestamp":"${expires}"`));
  const credentials = new Credentials(access(identification), clock, environment);
  await credentials.present();
  clock.advance(500_000);
  expect(await credentials.present()).toEqual({ authorization: 'Bearer token-1' });
  clock.advance(50_000);
  expect(await credentials.present()).toEqual({ authorization: 'Bearer token-2' });
  expect(runs()).toHaveLength(2);
});

test.each([
  ['prints no JSON', 'echo planted-secret', 'It printed no JSON'],
  ['gives nothing', `echo '{"status":{}}'`, 'It gave no credential'],
  ['fails', 'echo planted-secret >&2; exit 3', 'It ended with exit status 3'],
  ['prints without end', 'yes planted-secret', 'It printed more than 1 MiB'],
])('a plugin that %s is an error without its text', async (_name, body, message) => {
  const credentials = new Credentials(access(pluginThat(body).identification), new SteppingClock(), environment);
  const error = await credentials.present().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'unauthorized', message, subject: 'credential plugin /bin/sh' });
  expect(JSON.stringify(error)).not.toContain('planted-secret');
});

test('a plugin that does not end is ended, with what it started', async () => {
  const plugin = { apiVersion: 'v1', command: '/bin/sh', args: ['-c', 'sleep 60 & sleep 60'], env: {} };
  const message = 'It did not end within 1 s';
  await expect(runPlugin(plugin, environment, 200)).rejects.toMatchObject({ code: 'unauthorized', message });
});

test('a plugin that is not installed', async () => {
  const plugin = { apiVersion: 'v1', command: 'no-such-plugin', args: [], env: {} };
  const credentials = new Credentials(access({ kind: 'plugin', plugin }), new SteppingClock(), environment);
  await expect(credentials.present()).rejects.toMatchObject({
    code: 'unauthorized',
    message: 'The program does not exist',
  });
});

test('a token file is read again when it is a minute old, and after a refusal', async () => {
  const file = join(directory, 'token');
  const clock = new SteppingClock();
  const credentials = new Credentials(access({ kind: 'token-file', file }), clock, {});
  await expect(credentials.present()).rejects.toMatchObject({ code: 'unauthorized', subject: file });
  writeFileSync(file, 'one\n');
  const first = await credentials.present();
  expect(first).toEqual({ authorization: 'Bearer one' });
  writeFileSync(file, 'two\n');
  expect(await credentials.present()).toBe(first);
  expect(credentials.renew(first)).toBe(true);
  expect(await credentials.present()).toEqual({ authorization: 'Bearer two' });
  writeFileSync(file, 'three\n');
  clock.advance(61_000);
  expect(await credentials.present()).toEqual({ authorization: 'Bearer three' });
});

test('a 401 renews the credential once, and only once', async () => {
  const accepted = ['Bearer token-2'];
  await using api = await LocalApi.start(({ headers }) =>
    accepted.includes(headers.authorization ?? '')
      ? { body: { metadata: { name: 'a' } } }
      : { status: 401, body: failure(401, 'Unauthorized', 'Unauthorized') },
  );
  const { identification, runs } = pluginThat(gives('token-$N'));
  const cluster = api.cluster({ pluginEnvironment: environment }, { identification });
  expect(await cluster.get(resources.configMaps, 'shop', 'a')).toMatchObject({ metadata: { name: 'a' } });
  expect(runs()).toHaveLength(2);
  accepted.length = 0;
  await expect(cluster.get(resources.configMaps, 'shop', 'a')).rejects.toMatchObject({ code: 'unauthorized' });
  expect(runs()).toHaveLength(3);
  expect(api.requests).toHaveLength(4);
});
