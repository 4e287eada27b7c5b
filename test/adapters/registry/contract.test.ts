import { createRegistry } from '../../../src/adapters/registry/index.ts';
import type { RegistryServer } from '../../../src/adapters/registry/server.ts';
import { type RegistryUnderTest, registryContract } from '../../contracts/registry.contract.ts';
import { makeContent } from '../../contracts/registry-content.ts';
import { stillClock } from '../../tasks/environment.ts';
import { type LocalOptions, LocalRegistry, localUser } from './local-registry.ts';

/** The adapter on a registry of this process. */
async function local(options: LocalOptions): Promise<RegistryUnderTest> {
  const content = makeContent();
  const server = new LocalRegistry(content.images, options);
  const host = await server.start();
  const open = (rules: Partial<RegistryServer>) =>
    createRegistry({
      servers: [{ host, tokenRealms: [], privateAddress: true, plainHttp: true, ...rules }],
      keys: async () => [content.trusted],
      clock: stillClock(),
    });
  const silentHost = '127.0.0.1:1';
  const silent = createRegistry({
    servers: [{ host: silentHost, tokenRealms: [], privateAddress: true, plainHttp: true }],
    keys: async () => [],
    clock: stillClock(),
  });
  return {
    registry: open({ credentials: async () => localUser }),
    host,
    content,
    ...(options.auth === undefined ? {} : { stranger: open({}) }),
    silent: { registry: silent, host: silentHost },
    close: async () => server.stop(),
  };
}

registryContract('HTTP, open', () => local({}));
registryContract('HTTP, in small pages', () => local({ pageSize: 2 }));
registryContract('HTTP, with the referrers API', () => local({ referrers: true }));
registryContract('HTTP, basic authentication', () => local({ auth: 'basic' }));
registryContract('HTTP, tokens', () => local({ auth: 'token' }));
