import type { Database } from '../../src/ports/database.ts';

/** Undo what was arranged. */
export type Release = () => Promise<void>;

/** A database to try the contract on, and hands to arrange things in it from outside. */
export interface DatabaseSubject {
  /** Logged in as role `maintenance`: no superuser, reads statistics, belongs to role `app`. */
  readonly database: Database;
  /** The same with a wrong password. */
  readonly stranger: Database;
  /** The primary's name among the servers; there is also one that does not answer. */
  readonly primary: string;
  readonly unreachable: string;
  /** The name of the platform's database. */
  readonly name: string;
  /** Make a table in schema public: so many rows that live and that are dead. */
  makeTable(name: string, rows: { live: number; dead: number; owner?: 'app' | 'somebody' }): Promise<void>;
  dropTable(name: string): Promise<void>;
  /** Another session (application `reporting`, user `bi`) opens a snapshot and keeps it. */
  holdSnapshot(): Promise<Release>;
  /** Another session (application `migration`) locks the table against everything. */
  lockTable(name: string): Promise<Release>;
  /**
   * Another session (application `reporting`, user `bi`) reads the table for long, and one more (`migration`, `app`) waits for
   * it in order to alter the table.
   */
  queueOn(name: string): Promise<Release>;
  /** A transaction is prepared under this id, having written to the table. */
  prepareTransaction(id: string, table: string): Promise<Release>;
  /** A logical slot is made that nobody reads. */
  makeSlot(name: string): Promise<Release>;
  /** A session of a run that is no more. */
  leaveSession(run: string): Promise<void>;
  close(): Promise<void>;
}
