import type { Database, TableOptionsChange } from '../../ports/database.ts';
import { endSessionsOf } from './dead-run.ts';
import { translate } from './errors.ts';
import { readClients, readConnections, readDisk, readReplication, readSystemIdentifier, tryWrite } from './health.ts';
import { readHorizon } from './horizon.ts';
import { readBlockers } from './lock-queue.ts';
import type { PostgresOptions, Session, SessionBounds } from './session.ts';
import { Sessions } from './sessions.ts';
import { readDatabases, readInstance, readTables } from './survey.ts';
import { readTableOptions, setTableOptions } from './table-options.ts';
import { readSettings, readTuning } from './tuning.ts';
import { vacuumTable } from './vacuum.ts';

export type { PostgresOptions } from './session.ts';
export { applicationNameOf } from './session.ts';

/** The database port on PostgreSQL 12 and later. Sessions are kept until `close`. */
export function createDatabase(options: PostgresOptions): Database & { close(): Promise<void> } {
  const sessions = new Sessions(options);
  const { clock } = options;
  return {
    servers: async () => (await sessions.targets()).map((target) => target.name),
    instance: (server) => sessions.use(server, (session) => readInstance(session, server)),
    databases: (server) => sessions.use(server, readDatabases),
    tables: (server, database) => sessions.use(server, readTables, database),
    horizon: (server) => sessions.use(server, readHorizon),
    blockers: (server, database, oid) => sessions.use(server, (session) => readBlockers(session, { database, oid })),
    vacuum: (server, request, signal) =>
      sessions.use(server, (watcher) =>
        withWorker(sessions, server, { table: request, bounds: request }, (worker) =>
          vacuumTable({ worker, watcher }, request, clock, signal),
        ),
      ),
    connections: (server) => sessions.use(server, readConnections),
    clients: (server) => sessions.use(server, readClients),
    replication: (server) => sessions.use(server, readReplication),
    disk: (server) => sessions.use(server, readDisk),
    testWrite: (server, database) => sessions.use(server, (session) => tryWrite(session, clock), database),
    systemIdentifier: (server) => sessions.use(server, readSystemIdentifier),
    tuning: (server, database) => sessions.use(server, readTuning, database),
    settings: (server) => sessions.use(server, readSettings),
    tableOptions: (server, table) =>
      sessions.use(server, (session) => readTableOptions(session, table), table.database),
    setTableOptions: (server, change) =>
      sessions.use(server, (watcher) =>
        withWorker(sessions, server, { table: change, bounds: boundsOf(change) }, (worker) =>
          setTableOptions({ worker, watcher }, change, clock),
        ),
      ),
    endDeadRun: (server, run) => sessions.use(server, (session) => endSessionsOf(session, run, clock)),
    close: () => sessions.close(),
  };
}

/** A statement that only changes the catalogue takes so long at most once it has its lock, ms. */
const catalogueMs = 10_000;

const boundsOf = ({ lockTimeoutMs }: TableOptionsChange): SessionBounds => ({
  lockTimeoutMs,
  statementTimeoutMs: lockTimeoutMs + catalogueMs,
});

/** Work on a table. */
interface TableWork {
  readonly table: { readonly database: string; readonly schema: string; readonly table: string };
  readonly bounds: SessionBounds;
}

/** A session of its own, with the work's bounds, closed afterwards. */
async function withWorker<T>(
  sessions: Sessions,
  server: string,
  { table: { database, schema, table }, bounds }: TableWork,
  work: (worker: Session) => Promise<T>,
): Promise<T> {
  const worker = await sessions.open(server, database, bounds);
  try {
    return await work(worker);
  } catch (error) {
    const subject = `table ${schema}.${table} in database ${database} on ${server}`;
    throw translate(error, { subject, user: sessions.options.user });
  } finally {
    await worker.close();
  }
}
