/** What a server is, and what the role we log in as may do. */
export interface Instance {
  readonly server: string;
  /** `15.8` */
  readonly version: string;
  readonly majorVersion: number;
  readonly role: 'primary' | 'standby';
  /** Only on a standby, and only while it receives: where its primary is, `10.77.1.12:5432`. */
  readonly primary?: string;
  /** The number that a cluster of servers shares from its making on; absent when it may not be read. */
  readonly systemIdentifier?: string;
  /** When the server was started, epoch ms. */
  readonly startedAt: number;
  readonly user: string;
  readonly superuser: boolean;
  /** Whether other sessions, standbys and sizes can be seen (`pg_read_all_stats`). */
  readonly readsStatistics: boolean;
  /** `autovacuum_freeze_max_age` and its sibling for multixacts, in transactions: autovacuum acts alone from there on. */
  readonly freezeMaxAge: number;
  readonly multixactFreezeMaxAge: number;
}

/** A database and how near it is to the end of its transaction numbers. */
export interface DatabaseEntry {
  readonly name: string;
  readonly owner: string;
  /** Absent when it may not be read. */
  readonly bytes?: number;
  /** Whether it accepts connections at all (`template0` does not). */
  readonly allowsConnections: boolean;
  /** Whether the role we log in as may connect. */
  readonly mayConnect: boolean;
  /** Transactions since its oldest unfrozen row; writes stop near 2^31. */
  readonly transactionAge: number;
  readonly multixactAge: number;
}

/** What a table is to maintenance. A `partitioned` one has no rows of its own, but statistics over its partitions. */
export type TableKind = 'table' | 'materialized-view' | 'partitioned';

/** A table and what the statistics say of it. Times are epoch ms; absent means never. */
export interface TableEntry {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly kind: TableKind;
  readonly owner: string;
  /** Then nobody should be made a member of the owner's role just to vacuum. */
  readonly ownedBySuperuser: boolean;
  /** Whether the role we log in as may vacuum it (owner, or MAINTAIN from version 17 on). */
  readonly mayMaintain: boolean;
  /** Table, indexes and TOAST, as the catalogue estimates it: asking for the exact size would wait behind a lock. */
  readonly bytes: number;
  readonly liveRows: number;
  readonly deadRows: number;
  /** Rows changed since its statistics were last collected; for a partitioned table the sum over its partitions. */
  readonly changedRows: number;
  /** Of the table or of its TOAST table, whichever is older; 0 for a partitioned one. */
  readonly transactionAge: number;
  readonly multixactAge: number;
  readonly lastVacuum?: number;
  readonly lastAutovacuum?: number;
  readonly lastAnalyze?: number;
  readonly lastAutoanalyze?: number;
  /** Only for a partitioned table: when statistics of one of its partitions were collected last. Nothing collects its own by itself. */
  readonly partitionsAnalyzed?: number;
}

/** The relation of a database whose rows are the oldest, whatever it is: what wraparound hangs on. */
export interface OldestRelation {
  /** `schema.name` */
  readonly name: string;
  readonly transactionAge: number;
  /** `temporary`: of another session, which alone can vacuum it. */
  readonly what: 'table' | 'catalog' | 'temporary';
}

/** All tables of a database. */
export interface TableSurvey {
  readonly tables: readonly TableEntry[];
  readonly oldest?: OldestRelation;
}
