import type { ReadBounds } from './reading.ts';

/** An object that a step reads, as it was listed; the checksum where one is stored with it. */
export interface PlannedObject {
  readonly key: string;
  readonly bytes: number;
  /** SHA-256 in hex. */
  readonly sha256?: string;
}

/** What a restored table must hold. */
export interface PlannedExpectation {
  /** As it is written: `public.sensors`. */
  readonly table: string;
  readonly atLeast: number;
  /** A row that must be there: this column with this value, compared as text. */
  readonly row?: { readonly column: string; readonly value: string };
}

/** Parameters of `restore-drill`: one dump, and how it is restored. */
export interface RestoreDrillParameters {
  /** One object, or the files of a directory format. */
  readonly objects: readonly PlannedObject[];
  readonly bounds: ReadBounds;
  readonly jobs: number;
  readonly extensions: readonly string[];
  readonly languages: readonly string[];
  /** The other objects of the backup: whether one of them holds the roles, its content says. */
  readonly beside: readonly PlannedObject[];
  readonly expectations: readonly PlannedExpectation[];
  readonly amcheck: boolean;
  readonly mostDiskBytes: number;
}

/** Parameters of `read-backup`: objects that are read to their end, without restoring anything. */
export interface ReadBackupParameters {
  readonly objects: readonly PlannedObject[];
  readonly bounds: ReadBounds;
  /**
   * `dump`: with a completion marker; `blocks`: those that are lines of JSON
   * with a height each (`areBlocks`), in order and without a gap.
   */
  readonly as: 'dump' | 'blocks' | 'bytes';
  /** The height that the manifest says. */
  readonly height?: number;
  /** The height that the manifest of the backup before says. */
  readonly heightBefore?: number;
}

/** Parameters of `dry-run-manifests`: documents that the API server is asked about, without writing them. */
export interface DryRunManifestsParameters {
  readonly objects: readonly PlannedObject[];
  readonly bounds: ReadBounds;
  /** Namespace of documents that name none. */
  readonly namespace: string;
}
