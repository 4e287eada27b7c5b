import { describe, expect, test } from '@jest/globals';
import {
  ConfigError,
  containerEnvironment,
  expand,
  fieldValue,
  type PodContext,
  resourceValue,
} from '../../../sandbox/kubelet/environment.ts';
import type { Container, EnvVar } from '../../../sandbox/kubelet/objects.ts';
import { References } from '../../../sandbox/kubelet/references.ts';

const container: Container = {
  name: 'main',
  image: 'i',
  resources: { limits: { cpu: '1500m' }, requests: { memory: '64Mi' } },
};
const context: PodContext = {
  pod: {
    metadata: { name: 'p', namespace: 'n', uid: 'u', labels: { app: 'x' }, annotations: { 'a/b': 'c"d' } },
    spec: { containers: [container], serviceAccountName: 'sa' },
  },
  podIP: '10.77.1.10',
  hostIP: '10.77.1.1',
  nodeName: 'node-1',
  allocatable: { cpu: 4, memory: 1024 },
};
const objects: Record<string, object> = {
  '/api/v1/namespaces/n/secrets/s': { data: { password: Buffer.from('geheim').toString('base64') } },
  '/api/v1/namespaces/n/configmaps/c': { data: { A: '1', B: '2' } },
};
const references = (): References =>
  new References({ find: async <T>(path: string) => objects[path] as T | undefined });
const environment = async (env: EnvVar[], more: Partial<Container> = {}): Promise<Record<string, string>> =>
  Object.fromEntries(
    await containerEnvironment({ ...container, env, ...more }, context, references(), new Map([['BASE', 'b']])),
  );

describe('$(NAME)', () => {
  const known = new Map([['A', '1']]);
  test.each([
    ['x$(A)y', 'x1y'],
    ['$(B)', '$(B)'],
    ['$$(A)', '$(A)'],
    ['$A', '$A'],
    ['$(A)$(A)', '11'],
  ])('%s becomes %s', (text, expected) => expect(expand(text, known)).toBe(expected));
});

describe('the downward API', () => {
  test.each([
    ['metadata.name', 'p'],
    ["metadata.labels['app']", 'x'],
    ["metadata.annotations['a/b']", 'c"d'],
    ['metadata.annotations', 'a/b="c\\"d"'],
    ['status.podIP', '10.77.1.10'],
    ['spec.serviceAccountName', 'sa'],
  ])('%s is %s', (path, expected) => expect(fieldValue(path, context)).toBe(expected));
  test('refuses what does not exist', () => expect(() => fieldValue('spec.containers', context)).toThrow(ConfigError));
  test.each([
    [{ resource: 'limits.cpu' }, '2'],
    [{ resource: 'limits.cpu', divisor: '1m' }, '1500'],
    [{ resource: 'requests.memory', divisor: '1Mi' }, '64'],
    [{ resource: 'limits.memory' }, '1024'],
    [{ resource: 'requests.cpu' }, '0'],
  ])('%j is %s', (selector, expected) => expect(resourceValue(selector, container, context)).toBe(expected));
});

describe('the environment of a container', () => {
  test('comes from values, fields, Secrets and ConfigMaps, later ones seeing earlier ones', async () => {
    const env: EnvVar[] = [
      { name: 'IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
      { name: 'URL', value: 'http://$(IP)/$(BASE)' },
      { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 's', key: 'password' } } },
      { name: 'NONE', valueFrom: { configMapKeyRef: { name: 'missing', key: 'k', optional: true } } },
    ];
    const envFrom = [{ prefix: 'C_', configMapRef: { name: 'c' } }];
    expect(await environment(env, { envFrom })).toEqual({
      BASE: 'b',
      C_A: '1',
      C_B: '2',
      IP: '10.77.1.10',
      URL: 'http://10.77.1.10/b',
      PASSWORD: 'geheim',
    });
  });

  test.each([
    [{ secretKeyRef: { name: 'gone', key: 'k' } }, 'secret "gone" not found'],
    [{ secretKeyRef: { name: 's', key: 'k' } }, 'couldn\'t find key k in secret "s"'],
    [{ configMapKeyRef: { name: 'c', key: 'k' } }, 'couldn\'t find key k in configmap "c"'],
  ])('is refused for %j', async (valueFrom, message) => {
    await expect(environment([{ name: 'X', valueFrom }])).rejects.toThrow(message);
  });
});

test('an object that many pods use is asked for once while it is fresh', async () => {
  let asked = 0;
  let time = 0;
  const shared = new References({ find: async <T>() => ({ data: { k: String(++asked) } }) as T }, () => time);
  const read = async (): Promise<string | undefined> => (await shared.data('configmaps', 'n', 'x'))?.k?.toString();
  expect(await Promise.all([read(), read()])).toEqual(['1', '1']);
  time = 5_000;
  expect(await read()).toBe('2');
});
