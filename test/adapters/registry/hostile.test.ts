import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Resolve } from '../../../src/adapters/registry/addresses.ts';
import { createRegistry } from '../../../src/adapters/registry/index.ts';
import type { RegistryServer } from '../../../src/adapters/registry/server.ts';
import { maxManifestBytes } from '../../../src/domain/image/manifest.ts';
import { makeContent, type RegistryContent } from '../../contracts/registry-content.ts';
import { failure, hastyClock, type Instead, open, stopAll, world } from './hostile-world.ts';
import { LocalRegistry, localUser } from './local-registry.ts';

afterEach(stopAll);

const challenge = (realm: string) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(401, { 'www-authenticate': `Bearer realm="${realm}",service="x"` }).end();
  return true;
};

describe('a token realm', () => {
  test.each<[string, string, Partial<RegistryServer>, string, RegExp]>([
    ['the metadata address', 'http://169.254.169.254/token', {}, 'untrusted', /which is not listed for it/],
    ['another host', 'https://tokens.example.com/token', {}, 'untrusted', /https:\/\/tokens\.example\.com/],
    [
      'a listed host without TLS, of a registry with TLS',
      'http://tokens.example.com/token',
      { tokenRealms: ['tokens.example.com'], plainHttp: false },
      'invalid',
      /does not speak the expected protocol/,
    ],
    ['an address with a password', 'https://a:b@tokens.example.com/', {}, 'invalid', /no proper address/],
    ['no address', 'nonsense', {}, 'invalid', /no proper address/],
    ['a file', 'file:///etc/passwd', { tokenRealms: [''] }, 'untrusted', /not spoken to by https|not listed/],
    ['a hostile name', 'https://x[::error::/', {}, 'invalid', /no proper address/],
  ])('that is %s is not asked', async (_name, realm, rules, code, message) => {
    const { registry, at } = await world(challenge(realm), rules);
    const error = await failure(registry.tags(at));
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(message)]);
    expect(JSON.stringify(error)).not.toContain(localUser.password);
  });

  test('that is listed but leads inside is not asked for a public registry', async () => {
    const resolve: Resolve = async (name) => (name === 'tokens.example.com' ? ['10.0.0.7'] : ['127.0.0.1']);
    const realm = challenge('https://tokens.example.com/token');
    const { host } = await world(realm);
    const port = host.split(':')[1];
    const registry = createRegistry({
      servers: [
        {
          host: `localhost:${port}`,
          tokenRealms: ['tokens.example.com'],
          privateAddress: false,
          plainHttp: true,
          credentials: async () => localUser,
        },
      ],
      keys: async () => [],
      clock: hastyClock,
      resolve,
    });
    const error = await failure(registry.tags({ registry: `localhost:${port}`, repository: 'a' }));
    expect(error).toMatchObject({ code: 'forbidden', message: expect.stringContaining('127.0.0.1') });
  });

  test('asks for the repository at hand, whatever the registry suggests, and shows a token to nobody else', async () => {
    const { registry, at, server } = await world(() => false, {}, { auth: 'token' });
    await registry.tags(at);
    const asked = server.requests.filter(({ path }) => path.startsWith('/token'));
    expect(asked.map(({ path }) => path)).toEqual([
      '/token?service=local&scope=repository%3Acontract%2Fgateway%3Apull',
    ]);
  });

  test.each(['{"token":"a\\r\\nX-Evil: 1"}', '{"token":""}', '{"token":7}', '[]', 'nonsense'])(
    'that answers %s gave no token',
    async (body) => {
      const instead: Instead = (_, response, url) => {
        if (url.pathname !== '/token') return false;
        response.end(body);
        return true;
      };
      const { registry, at } = await world(instead, {}, { auth: 'token' });
      expect(await failure(registry.tags(at))).toMatchObject({ code: 'invalid' });
    },
  );
});

describe('a redirect', () => {
  test('to another host carries no credentials', async () => {
    const content = makeContent();
    const storage = new LocalRegistry(content.images);
    open.push(storage);
    const elsewhere = await storage.start();
    const instead: Instead = (request, response, url) => {
      if (!url.pathname.includes('/blobs/') || request.headers.authorization === undefined) return false;
      response.writeHead(307, { location: `http://${elsewhere}${url.pathname}` }).end();
      return true;
    };
    const { registry, at } = await world(instead, {}, { auth: 'basic' });
    const error = await failure(registry.resolve(at, '1.4.2'));
    // without TLS another host is not followed at all
    expect(error).toMatchObject({ code: 'invalid', message: expect.stringContaining('without TLS') });
    expect(storage.requests).toEqual([]);
  });

  test('on the same host is followed with what was presented', async () => {
    const instead: Instead = (_, response, url) => {
      if (!url.pathname.includes('/blobs/') || url.searchParams.has('moved')) return false;
      response.writeHead(302, { location: `${url.pathname}?moved=1` }).end();
      return true;
    };
    const { registry, at, content, server } = await world(instead, {}, { auth: 'basic' });
    expect((await registry.resolve(at, '1.4.2'))?.digest).toBe(content.digests.single);
    expect(server.requests.at(-1)).toMatchObject({ path: expect.stringContaining('moved=1'), authorization: /./ });
  });

  test.each([
    ['inside', 'https://169.254.169.254/x', 'forbidden', /169\.254\.169\.254, which is no public address/],
    ['in a circle', '', 'invalid', /more than 3 times/],
    ['to no address', 'https://', 'invalid', /no address/],
    ['with a password', 'https://a:b@example.com/', 'invalid', /no address/],
  ])('%s is refused', async (_name, location, code, message) => {
    const instead: Instead = (_, response, url) => {
      response.writeHead(302, { location: location === '' ? url.pathname : location }).end();
      return true;
    };
    const { registry, at } = await world(instead);
    const error = await failure(registry.tags(at));
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(message)]);
  });
});

describe('addresses', () => {
  test('a registry that is not configured is asked at public addresses only', async () => {
    const { host } = await world();
    const registry = createRegistry({ servers: [], keys: async () => [], clock: hastyClock });
    const error = await failure(registry.tags({ registry: host, repository: 'a' }));
    expect(error).toMatchObject({ code: 'forbidden', next: expect.stringContaining('private-address: true') });
  });

  test('a name whose answer changes leads nowhere else', async () => {
    const answers = [['127.0.0.1'], ['169.254.169.254']];
    const resolve: Resolve = async () => answers.shift() ?? ['169.254.169.254'];
    const { registry, at, content } = await world(() => false, {}, { name: 'registry.test', resolve });
    await registry.tags(at);
    expect((await registry.resolve(at, '1.4.3'))?.digest).toBe(content.digests.index);
    expect(answers).toHaveLength(1);
  });

  test('a name without an address', async () => {
    const { registry, at } = await world(() => false, {}, { name: 'registry.test', resolve: async () => [] });
    expect(await failure(registry.tags(at))).toMatchObject({ code: 'unreachable' });
  });
});

describe('what a registry sends', () => {
  const replaced = (part: string, body: Buffer | string, headers: Record<string, string> = {}): Instead => {
    return (_, response, url) => {
      if (!url.pathname.includes(part)) return false;
      response.writeHead(200, { 'content-type': 'application/vnd.oci.image.index.v1+json', ...headers }).end(body);
      return true;
    };
  };
  type Ask = (
    registry: ReturnType<typeof createRegistry>,
    at: { registry: string; repository: string },
    content: RegistryContent,
  ) => Promise<unknown>;
  const byTag: Ask = (registry, at) => registry.resolve(at, '1.4.3');
  const byDigest: Ask = (registry, at, { digests }) => registry.resolve(at, digests.index);
  const tags: Ask = (registry, at) => registry.tags(at);
  const config: Ask = (registry, at) => registry.resolve(at, '1.4.2');

  test.each<[string, Instead, Ask, RegExp]>([
    [
      'a manifest with other bytes than its digest',
      replaced('/manifests/', '{}'),
      byDigest,
      /others than their digest says/,
    ],
    [
      'a digest in the header that is not that of the bytes',
      replaced('/manifests/', '{}', { 'docker-content-digest': `sha256:${'0'.repeat(64)}` }),
      byTag,
      /others than their digest says/,
    ],
    ['a manifest that is none', replaced('/manifests/', '<html>'), byTag, /no JSON object/],
    [
      'a manifest without end',
      replaced('/manifests/', Buffer.alloc(maxManifestBytes + 1, 32)),
      byTag,
      /answered more than/,
    ],
    ['a config with other bytes', replaced('/blobs/', '{}'), config, /others than their digest says/],
    ['tags that are no list', replaced('/tags/', '{"tags":"x"}'), tags, /no list of tags/],
    [
      'more tags than can be',
      replaced('/tags/', JSON.stringify({ tags: Array(20_001).fill('a') })),
      tags,
      /more than 20000 tags/,
    ],
    [
      'pages without end',
      replaced('/tags/', '{"tags":["a"]}', { link: '</v2/contract/gateway/tags/list?last=a&n=1>; rel="next"' }),
      tags,
      /more than 100 pages/,
    ],
  ])('%s is refused', async (_name, instead, ask, message) => {
    const { registry, at, content } = await world(instead);
    const error = await failure(ask(registry, at, content));
    expect([error.code, error.message]).toEqual(['invalid', expect.stringMatching(message)]);
  });

  test('a next page is asked of nobody else, and tags that are none are left out', async () => {
    const link = '<http://169.254.169.254/v2/contract/gateway/tags/list?last=a>; rel="next"';
    const tags = ['1.4.2', '-x', 'a b', '::error::', `t${'t'.repeat(128)}`, 'ok'];
    const instead: Instead = (_, response, url) => {
      const isFirst = !url.searchParams.has('last');
      response.writeHead(200, isFirst ? { link } : {}).end(JSON.stringify({ tags: isFirst ? tags : ['second'] }));
      return true;
    };
    const { registry, at, server } = await world(instead);
    expect(await registry.tags(at)).toEqual(['1.4.2', 'ok', 'second']);
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/v2/contract/gateway/tags/list?n=1000',
      '/v2/contract/gateway/tags/list?last=a',
    ]);
  });

  test('a tag that is none is not asked for', async () => {
    const { registry, at, server } = await world();
    expect(await failure(registry.resolve(at, '../../other/manifests/x'))).toMatchObject({ code: 'invalid' });
    expect(server.requests).toEqual([]);
  });
});
