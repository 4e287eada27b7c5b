import type { BlockingSession } from './sessions.ts';

/** Storage parameters of a table by name, as the catalogue holds them; only those that are set. */
export type TableOptions = Readonly<Record<string, string>>;

/** A table as far as its tuning goes. */
export interface TunedTable {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** Whether the role we log in as may set its options (owner, or a member of the owning role). */
  readonly mayAlter: boolean;
  readonly options: TableOptions;
  readonly liveRows: number;
  readonly deadRows: number;
  /** The table's own pages, without indexes and TOAST. */
  readonly bytes: number;
  /** What its rows would take in full pages, by the widths that statistics know; absent where they know none. */
  readonly neededBytes?: number;
}

/** An index, and what is known of its use. */
export interface IndexEntry {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly table: string;
  readonly bytes: number;
  /** What its entries would take in full pages, by the widths that statistics know; absent where they know none. */
  readonly neededBytes?: number;
  /** How often it was used since statistics were reset, on this server. */
  readonly scans: number;
  /** False: it is not used by queries, and still kept up to date by writes. */
  readonly valid: boolean;
  /** Somebody is building it now. */
  readonly building: boolean;
  /** It holds a rule (unique, primary key, exclusion, replica identity), so that it is needed whatever its use. */
  readonly holdsRule: boolean;
  /** Indexes of a table with the same text are the same but for their names. */
  readonly sameAs: string;
}

/** A sequence, and how far it is. */
export interface SequenceEntry {
  readonly schema: string;
  readonly name: string;
  readonly lastValue: number;
  /** The last number that it can give: its own bound, or that of the column that it fills, whichever comes first. */
  readonly bound: number;
  readonly cycles: boolean;
}

/** What of one database could be tuned. */
export interface TuningSurvey {
  readonly tables: readonly TunedTable[];
  readonly indexes: readonly IndexEntry[];
  readonly sequences: readonly SequenceEntry[];
  /** Since when this server counts use, epoch ms; absent: nobody knows. */
  readonly countedSince?: number;
}

/** The settings of a server that recommendations rest on; bytes, milliseconds, plain numbers. */
export interface ServerSettings {
  readonly sharedBuffersBytes: number;
  readonly effectiveCacheSizeBytes: number;
  readonly workMemBytes: number;
  readonly maintenanceWorkMemBytes: number;
  readonly maxConnections: number;
  readonly vacuumThreshold: number;
  readonly vacuumScaleFactor: number;
  readonly analyzeThreshold: number;
  readonly analyzeScaleFactor: number;
  /** Share of blocks of all databases that were found in shared buffers; absent before any was read. */
  readonly hitShare?: number;
}

/** Other options for a table, if it has those; null: not set. */
export interface TableOptionsChange {
  readonly database: string;
  readonly oid: number;
  readonly schema: string;
  readonly table: string;
  readonly from: Readonly<Record<string, string | null>>;
  readonly to: Readonly<Record<string, string | null>>;
  readonly lockTimeoutMs: number;
}

/** What came of it. Nothing was changed but with `done`. */
export type TableOptionsOutcome =
  | { readonly outcome: 'done' }
  /** `moved`: it has other options than it was to have. */
  | { readonly outcome: 'moved' | 'not-permitted' | 'gone' }
  /** The lock was not to be had in time; who held it then, nobody if they have let go since. */
  | { readonly outcome: 'locked'; readonly blockers: readonly BlockingSession[] };
