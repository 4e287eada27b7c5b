import type { Pod } from '../../domain/kubernetes/objects.ts';
import { isReady } from '../../domain/kubernetes/pods.ts';
import type { Database } from '../../ports/database.ts';
import { PortError } from '../../ports/port-error.ts';
import { type ObservedServer, observeServers } from './primary.ts';

/** What pods take of the database, as its primary sees it. */
export interface SessionsOfPods {
  readonly server: string;
  /** Most sessions that one of the pods has. */
  readonly perPod: number;
  readonly used: number;
  /** Sessions that everybody but superusers may have in all. */
  readonly available: number;
}

/**
 * How many sessions of the database each ready pod holds, told by their addresses. Undefined when none of them is seen there
 * (another database, or a pooler in between); `unreachable` when no primary answers.
 */
export async function sessionsOfPods(database: Database, pods: readonly Pod[]): Promise<SessionsOfPods | undefined> {
  const addresses = new Set(pods.filter(isReady).flatMap(({ status }) => status?.podIP ?? []));
  const { servers, primaries } = await observeServers(database);
  const [primary] = primaries;
  if (primary === undefined) throw noPrimary(servers);
  const { server } = primary;
  const own = (await database.clients(server)).filter(({ address }) => addresses.has(address));
  if (own.length === 0) return undefined;
  const { used, max, reserved } = await database.connections(server);
  return { server, perPod: Math.max(...own.map(({ sessions }) => sessions)), used, available: max - reserved };
}

function noPrimary(servers: readonly ObservedServer[]): PortError {
  const silent = servers.find((observed) => 'cause' in observed);
  return new PortError({
    code: 'unreachable',
    subject: 'database',
    message: silent === undefined ? 'no server of the database takes writes' : silent.cause,
    ...(silent?.next === undefined ? {} : { next: silent.next }),
  });
}
