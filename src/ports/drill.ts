import type { Inventory, ReadBounds, Reading } from '../domain/backup/reading.ts';
import type { ObjectContent } from './object-store.ts';

/** A stored object, opened when it is needed. */
export interface BackupFile {
  /** Its key within the folder that all files of a reading are in: `database-backup.sql.gz`, `3201.dat.gz`. Hostile text. */
  readonly name: string;
  readonly bytes: number;
  open(signal: AbortSignal): Promise<ObjectContent>;
}

/** What a restored database must hold. */
export interface Expectation {
  /** As it is written: `public.sensors`. */
  readonly table: string;
  readonly atLeast: number;
  /** A row that must be there: this column with this value, compared as text. */
  readonly row?: { readonly column: string; readonly value: string };
}

/** How to read one object. */
export interface ReadRequest {
  readonly bounds: ReadBounds;
  /** Whether its SHA-256 is wanted: it takes time, and is of use only where there is one to compare with. */
  readonly sha256: boolean;
  /** Take what it decompresses to as a dump, and look for its completion marker; else only decompress it. */
  readonly as: 'dump' | 'bytes';
  /** Handed every piece of what it decompresses to, in order; throws to stop. */
  readonly look?: (bytes: Uint8Array) => void;
}

/** How to restore a backup. */
export interface RestoreRequest {
  readonly bounds: ReadBounds;
  readonly sha256: boolean;
  /** Sessions that build indexes at once. */
  readonly jobs: number;
  /** Extensions that may be created, and languages besides SQL and PL/pgSQL that functions may be in (those are not created). */
  readonly extensions: readonly string[];
  readonly languages: readonly string[];
  readonly expectations: readonly Expectation[];
  /** Whether the restored indexes and tables are checked with pg_amcheck. */
  readonly amcheck: boolean;
  /** Disk that the throw-away server may fill, bytes. */
  readonly mostDiskBytes: number;
}

/** A statement that the throw-away server refused. */
export interface RefusedStatement {
  /** Its first words and what it is about, without values: `ALTER TABLE public.blocks`. */
  readonly statement: string;
  /** SQLSTATE. */
  readonly code: string;
}

/** What became of an expectation. */
export interface Expected {
  readonly table: string;
  readonly atLeast: number;
  /** Undefined: the table cannot be read. */
  readonly rows?: number;
  /** Only where a row was asked for. */
  readonly rowFound?: boolean;
}

/** What a restore has shown. */
export interface Restoration {
  readonly reading: Reading;
  readonly inventory: Inventory;
  /** Version of the throw-away server. */
  readonly server: string;
  /** Where its files were. */
  readonly workspace: 'memory' | 'disk';
  /** From the first byte to the last index, ms; starting the server is not in it. */
  readonly restoreMs: number;
  /** The first twenty, and how many there were. */
  readonly refused: readonly RefusedStatement[];
  readonly refusedCount: number;
  /** Statements that were left out because only a superuser may run them. */
  readonly leftOut: number;
  /** Extensions of the dump that could not be created, and why. */
  readonly missingExtensions: readonly { readonly name: string; readonly why: 'not-listed' | 'not-installed' }[];
  readonly tables: number;
  readonly rows: number;
  readonly databaseBytes: number;
  readonly expected: readonly Expected[];
  /** Absent: not asked for, or the restore did not come so far. */
  readonly amcheck?: { readonly outcome: 'clean' | 'corrupt' | 'not-possible'; readonly says: string };
}

/**
 * Reading backups and restoring them into a throw-away PostgreSQL: without network, under a user of its own, with nothing
 * of it left afterwards. What is wrong with a backup is part of the answer; methods reject with a PortError where nothing
 * can be said of it: `missing-tool` where a program, or the right to make namespaces, is not there (`next` says what to
 * install), and whatever opening the object rejects with.
 */
export interface Drill {
  /** Read an object to its end: what it is, whether it decompresses, whether it is complete. Needs no server. */
  read(file: BackupFile, request: ReadRequest, signal: AbortSignal): Promise<Reading>;
  /** Restore a dump: one object in plain or custom format, or the files of a directory format. */
  restore(files: readonly BackupFile[], request: RestoreRequest, signal: AbortSignal): Promise<Restoration>;
}
