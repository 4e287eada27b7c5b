/** A session as it may be shown to people: never its query's text. */
export interface SessionEntry {
  readonly pid: number;
  readonly application: string;
  readonly user: string;
  /** Absent for sessions of no database (a standby's). */
  readonly database?: string;
  /** `active`, `idle in transaction`, … */
  readonly state: string;
  /** First word of the query if it is a known SQL command, else `other`. */
  readonly command: string;
  /** The server's number for that shape of query; absent when it computes none. */
  readonly queryId?: string;
  /** How long its transaction has been open; absent when it has none. */
  readonly transactionMs?: number;
  /** When the session began, epoch ms: with the pid, names exactly this session. */
  readonly startedAt: number;
}

/**
 * What keeps somebody from taking a lock on a table: a session, or a prepared transaction, which has none. Also whoever is in
 * the way of one of these in turn: in the usual queue a session reads for long, another waits for it in order to alter the
 * table, and everybody else waits behind that one.
 */
export type BlockingSession =
  | ({
      readonly kind: 'session';
      /** What is in the way of the one behind: a lock as the documentation writes it, or `its transaction open`. */
      readonly lock: string;
      /** It has that lock; else it waits for it as well, further to the front. */
      readonly granted: boolean;
      /** The pids that it waits for itself; 0 is a prepared transaction. */
      readonly waitsFor: readonly number[];
    } & SessionEntry)
  | { readonly kind: 'prepared-transaction'; readonly lock: string; readonly id: string };

/** What makes dead rows irremovable: they might still be seen from there. `age` is in transactions. */
export type HorizonHolder =
  | ({ readonly kind: 'transaction'; readonly age: number } & SessionEntry)
  | {
      readonly kind: 'prepared-transaction';
      readonly age: number;
      readonly id: string;
      readonly owner: string;
      readonly database: string;
      readonly preparedMs: number;
    }
  | {
      readonly kind: 'replication-slot';
      readonly age: number;
      readonly name: string;
      /** Only rows of system catalogues are held (`catalog_xmin`), or all. */
      readonly holds: 'catalogues' | 'everything';
      readonly type: 'physical' | 'logical';
      readonly active: boolean;
      /** Only for logical slots. */
      readonly database?: string;
      /** Bytes of log kept for it. */
      readonly retainedBytes: number;
    }
  | {
      readonly kind: 'standby-feedback';
      readonly age: number;
      readonly application: string;
      readonly address: string;
    };
