import type { ClientAddress, Connections, DiskUse, Replication, TestWrite } from './database/health.ts';
import type { BlockingSession, HorizonHolder } from './database/sessions.ts';
import type { DatabaseEntry, Instance, TableSurvey } from './database/survey.ts';
import type {
  ServerSettings,
  TableOptions,
  TableOptionsChange,
  TableOptionsOutcome,
  TuningSurvey,
} from './database/tuning.ts';
import type { VacuumOutcome, VacuumRequest } from './database/vacuum.ts';

export type * from './database/health.ts';
export type * from './database/sessions.ts';
export type * from './database/survey.ts';
export type * from './database/tuning.ts';
export type * from './database/vacuum.ts';

/**
 * The platform's database system, in the words of its keepers. `server` is a name that {@link Database.servers} gave.
 * Every method rejects with a PortError within a bounded time. Texts that the database supplies (names of tables, users,
 * applications) are hostile and capped at 300 characters; no query's text ever leaves the server.
 */
export interface Database {
  /** The servers that can be asked: the configured address, or each ready pod. */
  servers(): Promise<readonly string[]>;
  instance(server: string): Promise<Instance>;
  /** Every database, those included that accept no connections. */
  databases(server: string): Promise<readonly DatabaseEntry[]>;
  /** Every table of one database, with what the server's statistics say of it. */
  tables(server: string, database: string): Promise<TableSurvey>;
  /** Who keeps dead rows from being removed, oldest first. */
  horizon(server: string): Promise<readonly HorizonHolder[]>;
  /**
   * Who keeps a table from being vacuumed: who holds a lock on it or waits for one in front of us, and whom they wait for in
   * turn; the nearest first, at most 20 sessions.
   */
  blockers(server: string, database: string, oid: number): Promise<readonly BlockingSession[]>;
  /**
   * Vacuum or analyze one table. What the server did is the outcome, not an error: locked, not permitted, gone, out of
   * time. The signal ends it on the server too. Yields to a session that waits behind it.
   */
  vacuum(server: string, request: VacuumRequest, signal: AbortSignal): Promise<VacuumOutcome>;
  connections(server: string): Promise<Connections>;
  /** Sessions by the address that they come from, most first; none of those that come through a socket of the server. */
  clients(server: string): Promise<readonly ClientAddress[]>;
  replication(server: string): Promise<Replication>;
  disk(server: string): Promise<DiskUse>;
  /**
   * Prove that writes are accepted and reach the disk: a transaction that gets a number of its own and writes to the log,
   * is rolled back, and whose log record is then seen flushed. Needs no right beyond connecting, and leaves nothing.
   */
  testWrite(server: string, database: string): Promise<TestWrite>;
  /** Which database cluster it is (`system_identifier` of pg_control_system(), decimal digits): unique since its initdb. */
  systemIdentifier(server: string): Promise<string>;
  /** Tables, indexes and sequences of one database, as far as they could be tuned. Looking takes no lock that anybody waits for. */
  tuning(server: string, database: string): Promise<TuningSurvey>;
  settings(server: string): Promise<ServerSettings>;
  /** The options of a table; undefined when there is none of that oid and name any more. */
  tableOptions(
    server: string,
    table: Pick<TableOptionsChange, 'database' | 'oid' | 'schema' | 'table'>,
  ): Promise<TableOptions | undefined>;
  /** Set or reset options of a table, if they are as they were, tested in the same transaction. */
  setTableOptions(server: string, change: TableOptionsChange): Promise<TableOptionsOutcome>;
  /** End what a dead run left behind (sessions under its application name and our user); how many were ended. */
  endDeadRun(server: string, run: string): Promise<number>;
}
