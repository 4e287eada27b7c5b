import { type ObservedServers, observeServers } from '../../observation/database/primary.ts';
import type { TaskContext } from '../../ports/context.ts';
import type { Database, DatabaseEntry, HorizonHolder, Instance, TableSurvey } from '../../ports/database.ts';
import { PortError } from '../../ports/port-error.ts';

/** Why something could not be read, and what mends it. */
export interface Trouble {
  readonly subject: string;
  readonly cause: string;
  readonly next?: string;
}

/** A database of the primary, with its tables where they could be read. */
export interface ObservedDatabase {
  readonly entry: DatabaseEntry;
  readonly survey?: TableSurvey;
  readonly trouble?: Trouble;
}

/** What was read of the one server that takes writes. */
export interface ObservedPrimary {
  readonly instance: Instance;
  readonly databases: readonly ObservedDatabase[];
  readonly horizon: readonly HorizonHolder[];
  /** Set when the holders of the horizon could not be read. */
  readonly horizonTrouble?: Trouble;
}

/** Everything that was read. */
export interface Seen {
  readonly servers: ObservedServers;
  /** Absent unless exactly one server takes writes. */
  readonly primary?: ObservedPrimary;
}

/** What maintain-database saw. The basis is which system it is, and which server of it takes writes. */
export interface DatabaseObservation {
  readonly basis: { readonly systemIdentifier: string | null; readonly primary: string | null };
  readonly measurements: Seen;
}

/** Read the servers, all databases of the primary, all tables of each, and who holds the horizon. */
export async function observe(context: TaskContext<'database'>): Promise<DatabaseObservation> {
  const { database } = context.ports;
  const servers = await observeServers(database);
  const [only, ...others] = servers.primaries;
  if (only === undefined || others.length > 0) {
    return { basis: { systemIdentifier: null, primary: null }, measurements: { servers } };
  }
  const primary = await observePrimary(database, only);
  return {
    basis: { systemIdentifier: only.systemIdentifier ?? null, primary: only.server },
    measurements: { servers, primary },
  };
}

async function observePrimary(database: Database, instance: Instance): Promise<ObservedPrimary> {
  const { server } = instance;
  const databases: ObservedDatabase[] = [];
  for (const entry of await database.databases(server)) databases.push(await observeTables(database, server, entry));
  const horizon = await attempt(() => database.horizon(server));
  return 'trouble' in horizon
    ? { instance, databases, horizon: [], horizonTrouble: horizon.trouble }
    : { instance, databases, horizon: horizon.value };
}

async function observeTables(database: Database, server: string, entry: DatabaseEntry): Promise<ObservedDatabase> {
  if (!entry.mayConnect) return { entry };
  const survey = await attempt(() => database.tables(server, entry.name));
  return 'trouble' in survey ? { entry, trouble: survey.trouble } : { entry, survey: survey.value };
}

/** A PortError as a value; a cancellation goes on. */
async function attempt<T>(read: () => Promise<T>): Promise<{ readonly value: T } | { readonly trouble: Trouble }> {
  try {
    return { value: await read() };
  } catch (error) {
    if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
    const { subject, message, next } = error;
    return { trouble: { subject, cause: message, ...(next === undefined ? {} : { next }) } };
  }
}
