import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Resolve } from '../../../src/adapters/registry/addresses.ts';
import { createRegistry } from '../../../src/adapters/registry/index.ts';
import type { RegistryServer } from '../../../src/adapters/registry/server.ts';
import { makeContent } from '../../contracts/registry-content.ts';
import { stillClock } from '../../tasks/environment.ts';
import { type LocalOptions, LocalRegistry, localUser } from './local-registry.ts';

/** Waiting takes no time. */
export const hastyClock = { ...stillClock(), sleep: async () => undefined };

/** Registries that are started and have to be stopped. */
export const open: LocalRegistry[] = [];
/** Stop the registries that a test has started. */
export function stopAll(): void {
  for (const server of open.splice(0)) server.stop();
}

/** Answers a request in the registry's place (true), or leaves it to the registry. */
export type Instead = (request: IncomingMessage, response: ServerResponse, url: URL, self: LocalRegistry) => boolean;

/** A registry that does something of its own, and the adapter on it. */
export async function world(
  instead: Instead = () => false,
  rules: Partial<RegistryServer> = {},
  options: LocalOptions & { readonly name?: string; readonly resolve?: Resolve } = {},
) {
  const content = makeContent();
  const server: LocalRegistry = new LocalRegistry(content.images, {
    ...options,
    instead: (request, response, url) => instead(request, response, url, server),
  });
  open.push(server);
  const local = await server.start();
  const host = options.name === undefined ? local : `${options.name}:${local.split(':')[1]}`;
  const registry = createRegistry({
    servers: [
      { host, tokenRealms: [], privateAddress: true, plainHttp: true, credentials: async () => localUser, ...rules },
    ],
    keys: async () => [content.trusted],
    clock: hastyClock,
    ...(options.resolve === undefined ? {} : { resolve: options.resolve }),
  });
  const at = { registry: host, repository: content.repository };
  return { server, host, registry, at, content };
}

/** The error with which a question ends, or the code `none`. */
export const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => ({ code: 'none', message: '' }),
    (error: { code: string; message: string; next?: string }) => error,
  );
