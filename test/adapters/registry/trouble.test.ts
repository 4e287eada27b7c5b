import { afterEach, describe, expect, test } from '@jest/globals';
import { createRegistry } from '../../../src/adapters/registry/index.ts';
import { makeContent } from '../../contracts/registry-content.ts';
import { failure, hastyClock, type Instead, open, stopAll, world } from './hostile-world.ts';
import { LocalRegistry } from './local-registry.ts';

afterEach(stopAll);

describe('a registry that has trouble', () => {
  const failing = (times: number, status: number, headers: Record<string, string> = {}): Instead => {
    let left = times;
    return (_, response) => {
      if (left === 0) return false;
      left -= 1;
      response.writeHead(status, headers).end('{"errors":[{"message":"planted-secret"}]}');
      return true;
    };
  };
  const resetting = (times: number): Instead => {
    let left = times;
    return (request) => {
      if (left === 0) return false;
      left -= 1;
      request.socket.destroy();
      return true;
    };
  };

  test.each<[string, Instead]>([
    ['is busy for a moment', failing(2, 429, { 'retry-after': '1' })],
    ['is being restarted', failing(3, 503)],
    ['resets the connection', resetting(2)],
  ])('and %s is asked again', async (_name, instead) => {
    const { registry, at } = await world(instead);
    expect(await registry.tags(at)).toContain('1.4.3');
  });

  test.each<[string, Instead, string]>([
    ['stays busy', failing(99, 429), 'busy'],
    ['has an error of its own', failing(99, 500), 'failed'],
    ['does not let us read', failing(99, 403), 'forbidden'],
    ['refuses without saying how to ask', failing(99, 401), 'unauthorized'],
    ['resets every connection', resetting(99), 'unreachable'],
  ])('and %s: %s', async (_name, instead, code) => {
    const { registry, at } = await world(instead);
    const error = await failure(registry.tags(at));
    expect(error.code).toBe(code);
    expect(JSON.stringify(error)).not.toMatch(/planted/);
  });

  test('wrong credentials are said without them', async () => {
    const wrong = { username: 'reader', password: 'planted-wrong-password' };
    for (const auth of ['basic', 'token'] as const) {
      const { registry, at } = await world(() => false, { credentials: async () => wrong }, { auth });
      const error = await failure(registry.tags(at));
      expect(error.code).toBe('unauthorized');
      expect(JSON.stringify([error, error.message])).not.toMatch(/planted/);
    }
  });
});

test('a key that is none is said by its name, and a private key is none', async () => {
  const content = makeContent();
  const server = new LocalRegistry(content.images);
  open.push(server);
  const host = await server.start();
  for (const pem of [
    'nonsense',
    '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n',
    '-----BEGIN PRIVATE KEY-----',
  ]) {
    const registry = createRegistry({
      servers: [{ host, tokenRealms: [], privateAddress: true, plainHttp: true }],
      keys: async () => [{ name: 'configmap/keys, cosign.pub', pem }],
      clock: hastyClock,
    });
    const asked = registry.signature({ registry: host, repository: content.repository }, content.digests.index);
    expect(await failure(asked)).toMatchObject({ code: 'invalid', subject: 'configmap/keys, cosign.pub' });
  }
});
