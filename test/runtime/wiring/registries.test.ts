import { describe, expect, test } from '@jest/globals';
import { resources } from '../../../src/domain/kubernetes/resources.ts';
import type { Process } from '../../../src/runtime/process.ts';
import { Redactor } from '../../../src/runtime/redactor.ts';
import { registryServers, signingKeys } from '../../../src/runtime/wiring/registries.ts';
import { configured } from '../../configured.ts';
import { FakeCluster } from '../../fakes/cluster/fake-cluster.ts';

const namespace = 'phoenix-rooivalk';
const host = 'registry.example.com:5000';
const password = 'planted-password-of-a-registry';

function world(auths: object) {
  const cluster = new FakeCluster();
  const encoded = Buffer.from(JSON.stringify({ auths })).toString('base64');
  cluster.add(resources.secrets, { metadata: { name: 'pull', namespace }, data: { '.dockerconfigjson': encoded } });
  cluster.add(resources.configMaps, { metadata: { name: 'keys', namespace }, data: { 'cosign.pub': 'a key' } });
  const { platform } = configured({
    platform: {
      registries: [
        { host, credentials: { secret: 'pull' }, 'token-realms': ['auth.example.com'] },
        { host: 'open.example' },
      ],
      images: { keys: [{ 'config-map': 'keys' }] },
    },
  });
  const redactor = new Redactor();
  const self = { environment: { onRunner: false }, redactor } as unknown as Process;
  return { cluster, platform, redactor, servers: registryServers(self, platform, async () => cluster) };
}

describe('configured registries', () => {
  test('have the credentials of exactly that host, redacted from then on', async () => {
    const { servers, redactor } = world({
      [host]: { username: 'reader', password },
      other: { username: 'x', password: 'y' },
    });
    expect(redactor.clean(password)).toBe(password);
    expect(await servers[0]?.credentials?.()).toEqual({ username: 'reader', password });
    expect(redactor.clean(`Basic ${password}`)).not.toContain(password);
    const header = Buffer.from(`reader:${password}`).toString('base64');
    expect(redactor.clean(`Basic ${header}`)).not.toContain(header);
    expect(servers[0]).toMatchObject({
      host,
      tokenRealms: ['auth.example.com'],
      plainHttp: false,
      privateAddress: false,
    });
    expect(servers[1]?.credentials).toBeUndefined();
  });

  test('say which Secret holds nothing for them, and not what it holds', async () => {
    const { servers } = world({ 'registry.example.com': { username: 'reader', password } });
    const error = await servers[0]?.credentials?.().then(
      () => undefined,
      (reason: Error) => reason,
    );
    expect(error).toMatchObject({ code: 'invalid', subject: 'secret/pull' });
    expect(JSON.stringify([error, error?.message])).not.toContain(password);
  });

  test('read a Secret that was not there again when they are asked again', async () => {
    const { cluster, servers } = world({ [host]: { username: 'reader', password } });
    cluster.remove(resources.secrets, namespace, 'pull');
    await expect(servers[0]?.credentials?.()).rejects.toMatchObject({ code: 'not-found' });
    const encoded = Buffer.from(JSON.stringify({ auths: { [host]: { username: 'reader', password } } }));
    cluster.add(resources.secrets, {
      metadata: { name: 'pull', namespace },
      data: { '.dockerconfigjson': encoded.toString('base64') },
    });
    expect(await servers[0]?.credentials?.()).toMatchObject({ username: 'reader' });
  });

  test('and trusted keys are read by the names of where they are', async () => {
    const { cluster, platform } = world({});
    expect(await signingKeys(platform, async () => cluster)).toEqual([
      { name: 'configmap/keys, cosign.pub', pem: 'a key' },
    ]);
  });
});
