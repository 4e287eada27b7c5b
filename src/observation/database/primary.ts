import type { Database, Instance } from '../../ports/database.ts';
import { PortError } from '../../ports/port-error.ts';

/** A server that could be asked, or why not. */
export type ObservedServer =
  | { readonly server: string; readonly instance: Instance }
  | { readonly server: string; readonly cause: string; readonly next?: string };

/** The servers, and those among them that take writes: one, if all is well. */
export interface ObservedServers {
  readonly servers: readonly ObservedServer[];
  readonly primaries: readonly Instance[];
  readonly standbys: readonly Instance[];
}

/** Ask every server what it is. One that does not answer is a fact about it; only a cancellation ends this. */
export async function observeServers(database: Database): Promise<ObservedServers> {
  const servers: ObservedServer[] = [];
  for (const server of await database.servers()) servers.push(await ask(database, server));
  const instances = servers.flatMap((observed) => ('instance' in observed ? [observed.instance] : []));
  return {
    servers,
    primaries: instances.filter((instance) => instance.role === 'primary'),
    standbys: instances.filter((instance) => instance.role === 'standby'),
  };
}

async function ask(database: Database, server: string): Promise<ObservedServer> {
  try {
    return { server, instance: await database.instance(server) };
  } catch (error) {
    if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
    return { server, cause: error.message, ...(error.next === undefined ? {} : { next: error.next }) };
  }
}
