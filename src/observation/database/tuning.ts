import type { Json, JsonObject } from '../../domain/json.ts';
import { counted } from '../../domain/quantities.ts';
import type { Database, IndexEntry, ServerSettings, TuningSurvey } from '../../ports/database.ts';
import { attempt, type Trouble } from '../trouble.ts';
import { type ObservedServers, observeServers } from './primary.ts';

/** What of one database could be tuned; its indexes' use, and since when it is counted, are those of all servers that were read. */
export interface TunedDatabase {
  readonly name: string;
  readonly survey: TuningSurvey;
}

/** Everything of the database that could be tuned. */
export interface SeenTuning {
  readonly servers: ObservedServers;
  /** Absent unless exactly one server takes writes. */
  readonly primary?: {
    readonly server: string;
    readonly settings: ServerSettings;
    readonly databases: readonly TunedDatabase[];
    readonly systemIdentifier?: string;
    /** How many servers' use of indexes is in it, the primary's among them. */
    readonly servers: number;
    /** What of the use of indexes is not in it, and why; empty: all of it is. */
    readonly unread: readonly string[];
  };
  readonly troubles: readonly Trouble[];
}

/** Read the primary, every database of it, and the use that standbys make of its indexes. */
export async function observeTuning(database: Database): Promise<SeenTuning> {
  const servers = await observeServers(database);
  const [only, ...others] = servers.primaries;
  if (only === undefined || others.length > 0) return { servers, troubles: [] };
  const { server } = only;
  const troubles: Trouble[] = [];
  const databases: TunedDatabase[] = [];
  for (const { name, mayConnect, allowsConnections } of await database.databases(server)) {
    if (!mayConnect || !allowsConnections) continue;
    const read = await attempt(`database ${name}`, () => database.tuning(server, name));
    if ('trouble' in read) troubles.push(read.trouble);
    else databases.push({ name, survey: await withStandbys(database, servers, name, read.value, troubles) });
  }
  const elsewhere = await notAsked(database, servers, server);
  const { systemIdentifier } = only;
  return {
    servers,
    primary: {
      server,
      settings: await database.settings(server),
      databases,
      ...(systemIdentifier === undefined ? {} : { systemIdentifier }),
      servers: 1 + servers.standbys.length,
      unread: [...elsewhere, ...troubles.map(({ message }) => message)],
    },
    troubles,
  };
}

/** Servers that do not answer, and standbys that the primary knows and we do not. */
async function notAsked(
  database: Database,
  { servers, standbys }: ObservedServers,
  primary: string,
): Promise<readonly string[]> {
  const silent = servers.flatMap((server) => ('cause' in server ? [`${server.server}: ${server.cause}`] : []));
  const read = await attempt(`replication of ${primary}`, () => database.replication(primary));
  if ('trouble' in read) return [...silent, read.trouble.message];
  const attached =
    read.value.role === 'primary' ? read.value.standbys.filter(({ state }) => state !== 'backup').length : 0;
  const unknown = attached - standbys.length;
  return unknown <= 0 || silent.length > 0
    ? silent
    : [`${primary} has ${counted(attached, 'standby', 'standbys')}, and ${standbys.length} of them could be asked`];
}

/** A standby counts the use of its own queries; an index that only they need is needed. */
async function withStandbys(
  database: Database,
  { standbys }: ObservedServers,
  name: string,
  survey: TuningSurvey,
  troubles: Trouble[],
): Promise<TuningSurvey> {
  const scans = new Map<number, number>();
  const since = [survey.countedSince];
  for (const { server } of standbys) {
    const read = await attempt(`database ${name} on ${server}`, () => database.tuning(server, name));
    if ('trouble' in read) troubles.push(read.trouble);
    else {
      since.push(read.value.countedSince);
      for (const index of read.value.indexes) scans.set(index.oid, (scans.get(index.oid) ?? 0) + index.scans);
    }
  }
  const indexes = survey.indexes.map(
    (index): IndexEntry => ({ ...index, scans: index.scans + (scans.get(index.oid) ?? 0) }),
  );
  const { countedSince: _, ...rest } = survey;
  const known = since.filter((time) => time !== undefined);
  const latest = known.length < since.length ? undefined : Math.max(...known);
  return { ...rest, indexes, ...(latest === undefined ? {} : { countedSince: latest }) };
}

/** What must hold when something is tuned: which system it is, and which server takes writes. */
export function tuningBasis({ servers }: SeenTuning): JsonObject {
  const [only, ...others] = servers.primaries;
  const one = others.length === 0 ? only : undefined;
  const basis: Readonly<Record<string, Json>> = {
    systemIdentifier: one?.systemIdentifier ?? null,
    primary: one?.server ?? null,
  };
  return basis;
}
