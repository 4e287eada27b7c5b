import type { Database, VacuumRequest } from '../../ports/database.ts';
import { endSessionsOf } from './dead-run.ts';
import { translate } from './errors.ts';
import { readClients, readConnections, readDisk, readReplication, readSystemIdentifier, tryWrite } from './health.ts';
import { readHorizon } from './horizon.ts';
import { readBlockers } from './lock-queue.ts';
import type { PostgresOptions, Session } from './session.ts';
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
        withWorker(sessions, server, request, (worker) => vacuumTable({ worker, watcher }, request, clock, signal)),
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
      sessions.use(server, (session) => setTableOptions(session, change), change.database),
    endDeadRun: (server, run) => sessions.use(server, (session) => endSessionsOf(session, run, clock)),
    close: () => sessions.close(),
  };
}

/** A session of its own, with the table's bounds, closed afterwards. */
async function withWorker<T>(
  sessions: Sessions,
  server: string,
  request: VacuumRequest,
  work: (worker: Session) => Promise<T>,
): Promise<T> {
  const worker = await sessions.open(server, request.database, request);
  try {
    return await work(worker);
  } catch (error) {
    const subject = `table ${request.schema}.${request.table} in database ${request.database} on ${server}`;
    throw translate(error, { subject, user: sessions.options.user });
  } finally {
    await worker.close();
  }
}
