/** How full the server is of sessions. */
export interface Connections {
  readonly used: number;
  /** `max_connections` */
  readonly max: number;
  /** Of these, kept for superusers. */
  readonly reserved: number;
  readonly idleInTransaction: number;
}

/** How many sessions come from one address. */
export interface ClientAddress {
  readonly address: string;
  readonly sessions: number;
}

/** A standby as its primary sees it. */
export interface Standby {
  readonly application: string;
  readonly address: string;
  /** `streaming`, `catchup`, `backup`, … */
  readonly state: string;
  readonly synchronous: boolean;
  /** Bytes written on the primary and not yet replayed there. */
  readonly lagBytes: number;
  /** How old what was replayed last was when it arrived; absent while nothing is written. */
  readonly lagMs?: number;
}

/** Replication as one server sees it. */
export type Replication =
  | { readonly role: 'primary'; readonly standbys: readonly Standby[] }
  | {
      readonly role: 'standby';
      /** Whether it is receiving now. */
      readonly receiving: boolean;
      readonly primary?: string;
      /** Bytes received and not yet replayed. */
      readonly lagBytes: number;
      /** Age of the last replayed transaction; grows while the primary is idle, so read it with `lagBytes`. */
      readonly lastReplayedMs?: number;
    };

/** What the server can tell of its disk: what it uses. How much is free, SQL cannot tell. */
export interface DiskUse {
  /** Databases and write-ahead log. */
  readonly usedBytes: number;
  /** Absent when it may not be read (`pg_monitor`). */
  readonly logBytes?: number;
}

/** What came of a test write. */
export type TestWrite =
  | {
      readonly accepted: true;
      /** Whether its log record was seen on disk within the bound. */
      readonly flushed: boolean;
      /** From the beginning of the transaction to the flush. */
      readonly tookMs: number;
    }
  /** `standby`, `read-only` (a setting), `out-of-transaction-numbers` (wraparound stop). */
  | { readonly accepted: false; readonly why: 'standby' | 'read-only' | 'out-of-transaction-numbers' | 'disk-full' };
