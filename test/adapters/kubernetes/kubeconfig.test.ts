import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type KubeconfigRules, serverWord } from '../../../src/adapters/kubernetes/access.ts';
import { connectKubernetes } from '../../../src/adapters/kubernetes/connect.ts';
import { accessFromKubeconfig, accessInCluster } from '../../../src/adapters/kubernetes/kubeconfig.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { SteppingClock } from './local-api.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'kubeconfig-'));
  writeFileSync(join(directory, 'ca.crt'), 'the CA');
});
afterAll(() => rmSync(directory, { recursive: true }));

interface Parts {
  readonly cluster?: object;
  readonly user?: object;
  readonly rest?: object;
}

const document = ({ cluster = {}, user = {}, rest = {} }: Parts): object => ({
  'current-context': 'prod',
  contexts: [{ name: 'prod', context: { cluster: 'c', user: 'u' } }],
  clusters: [{ name: 'c', cluster: { server: 'https://api.example:6443/', ...cluster } }],
  users: [{ name: 'u', user: { token: 'planted-token', ...user } }],
  ...rest,
});

let files = 0;
function write(content: object | string): string {
  files += 1;
  const file = join(directory, `config-${files}`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const read = (parts: Parts, rules?: KubeconfigRules) => accessFromKubeconfig([write(document(parts))], rules);

async function errorOf(work: () => unknown): Promise<PortError> {
  try {
    await work();
  } catch (error) {
    expect(error).toBeInstanceOf(PortError);
    return error as PortError;
  }
  throw new Error('it was accepted');
}

test('YAML, relative paths, and what it says about itself', async () => {
  const file = write(`
current-context: prod
contexts: [{ name: prod, context: { cluster: c, user: u } }]
clusters:
  - name: c
    cluster: { server: https://api.example, certificate-authority: ca.crt, tls-server-name: kubernetes }
users:
  - name: u
    user: { tokenFile: token, as: robot, as-groups: [readers], as-uid: "7" }
`);
  const access = await accessFromKubeconfig([file]);
  expect(access).toMatchObject({
    context: 'prod',
    user: 'u',
    serverName: 'kubernetes',
    verify: true,
    ca: Buffer.from('the CA'),
    identification: { kind: 'token-file', file: join(directory, 'token') },
    impersonate: { user: 'robot', uid: '7', groups: ['readers'] },
  });
  expect(serverWord(access)).toBe('api.example:443');
  const { acting } = await connectKubernetes({ kubeconfig: file, clock: new SteppingClock(), random: () => 0 });
  expect(acting).toEqual({ context: 'prod', user: 'u', server: 'api.example:443' });
});

test.each<[string, Parts, object]>([
  ['a token', {}, { kind: 'token', token: 'planted-token' }],
  [
    'a password',
    { user: { token: undefined, username: 'a', password: 'b' } },
    { kind: 'basic', username: 'a', password: 'b' },
  ],
  ['nothing', { user: { token: undefined } }, { kind: 'none' }],
])('identifies by %s', async (_name, parts, identification) => {
  expect((await read(parts)).identification).toEqual(identification);
});

const plugin = {
  user: { token: undefined, exec: { apiVersion: 'client.authentication.k8s.io/v1', command: 'aws', args: ['eks'] } },
};

test.each<[string, Parts, RegExp]>([
  ['a plugin that is not listed', plugin, /credential plugin aws, which is not listed/],
  ['a plugin without a command', { user: { token: undefined, exec: { args: [] } } }, /exec entry without a command/],
  ['an auth-provider', { user: { token: undefined, 'auth-provider': { name: 'oidc' } } }, /says auth-provider/],
  ['a proxy-url', { cluster: { 'proxy-url': 'http://p:1' } }, /says proxy-url/],
  ['no verification', { cluster: { 'insecure-skip-tls-verify': true } }, /says insecure-skip-tls-verify/],
  ['a plain server', { cluster: { server: 'http://api.example' } }, /speaks http:/],
  ['no URL', { cluster: { server: 'nonsense' } }, /not a URL/],
  ['a CA that is not there', { cluster: { 'certificate-authority': 'absent.crt' } }, /absent\.crt cannot be read/],
  ['no current context', { rest: { 'current-context': '' } }, /No context is chosen/],
  ['a context that is not there', { rest: { 'current-context': 'x' } }, /Context x names/],
  ['a cluster that is not there', { rest: { clusters: [] } }, /Context prod names a cluster/],
  ['an entry without a name', { rest: { clusters: [{}] } }, /has no name/],
])('refuses %s', async (_name, parts, message) => {
  const error = await errorOf(() => read(parts));
  expect(error.code).toBe('invalid');
  expect(error.message).toMatch(message);
  expect(error.next).toBeDefined();
  expect(JSON.stringify(error)).not.toContain('planted-token');
});

test.each<[string, Parts, KubeconfigRules, object]>([
  [
    'a listed plugin',
    plugin,
    { plugins: ['aws'] },
    { identification: { kind: 'plugin', plugin: { command: 'aws', args: ['eks'], env: {} } } },
  ],
  ['a proxy-url', { cluster: { 'proxy-url': 'http://p:1' } }, { proxyUrl: true }, { proxy: new URL('http://p:1') }],
  ['no verification', { cluster: { 'insecure-skip-tls-verify': true } }, { insecure: true }, { verify: false }],
])('accepts %s when it is configured', async (_name, parts, rules, expected) => {
  expect(await read(parts, rules)).toMatchObject(expected);
});

test('another plugin than the listed one is refused, also by another path', async () => {
  expect((await errorOf(() => read(plugin, { plugins: ['/opt/aws', 'aws2'] }))).message).toContain('not listed');
});

test('several files are merged, the first that says something wins', async () => {
  const first = write({
    contexts: [{ name: 'prod', context: { cluster: 'c', user: 'other' } }],
    users: [{ name: 'other', user: { token: 'first' } }],
  });
  const access = await accessFromKubeconfig([first, write(document({}))]);
  expect(access).toMatchObject({ context: 'prod', user: 'other', identification: { token: 'first' } });
});

test.each<[string, () => unknown, RegExp]>([
  ['no file', () => accessFromKubeconfig([]), /No kubeconfig was given/],
  ['a file that is not there', () => accessFromKubeconfig([join(directory, 'absent')]), /cannot be read \(ENOENT\)/],
  ['no YAML', () => accessFromKubeconfig([write('{{{ token: planted-token')]), /not YAML/],
  ['an empty file', () => accessFromKubeconfig([write('')]), /empty/],
  [
    'neither kubeconfig nor pod',
    () => connectKubernetes({ clock: new SteppingClock(), random: () => 0 }),
    /No kubeconfig was given/,
  ],
  [
    'a pod without its CA',
    () => accessInCluster('10.0.0.1', '443', join(directory, 'absent')),
    /ca\.crt cannot be read/,
  ],
])('there is no fallback: %s', async (_name, work, message) => {
  const error = await errorOf(work);
  expect(error).toMatchObject({ code: 'invalid', message: expect.stringMatching(message) });
  expect(JSON.stringify([error.message, error.next])).not.toContain('planted-token');
});

test('in a pod, its service account is used', async () => {
  const access = accessInCluster('fd00::1', '443', directory);
  expect(access).toMatchObject({
    identification: { kind: 'token-file', file: join(directory, 'token') },
    verify: true,
  });
  expect(access.server.href).toBe('https://[fd00::1]/');
});
