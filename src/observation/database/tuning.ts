import type { Json, JsonObject } from '../../domain/json.ts';
import type { Database, IndexEntry, ServerSettings, TuningSurvey } from '../../ports/database.ts';
import { attempt, type Trouble } from '../trouble.ts';
import { type ObservedServers, observeServers } from './primary.ts';

/** What of one database could be tuned, its indexes' use counted on every server. */
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
  return { servers, primary: { server, settings: await database.settings(server), databases }, troubles };
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
  for (const { server } of standbys) {
    const read = await attempt(`database ${name} on ${server}`, () => database.tuning(server, name));
    if ('trouble' in read) troubles.push(read.trouble);
    else for (const index of read.value.indexes) scans.set(index.oid, (scans.get(index.oid) ?? 0) + index.scans);
  }
  const indexes = survey.indexes.map(
    (index): IndexEntry => ({ ...index, scans: index.scans + (scans.get(index.oid) ?? 0) }),
  );
  return { ...survey, indexes };
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
