import type { DumpFault } from './dump/dump-reader.ts';
import type { DumpHead } from './dump/head.ts';
import type { Format } from './format.ts';

/** What may be read of one backup before it is given up: a small file can hold any number of zeros. */
export interface ReadBounds {
  /** Decompressed bytes. */
  readonly mostBytes: number;
  /** Decompressed bytes for each stored one, from the first MiB on. */
  readonly mostRatio: number;
}

/** Why a stream of bytes is not a good backup. */
export interface Damage {
  /**
   * - `empty`: there is nothing
   * - `compression`: the stream does not decompress to its end, or bytes follow it
   * - `encrypted`, `unsupported`: it cannot be read here
   * - `too-large`: more, or more for each stored byte, than is allowed
   * - `changed`: another number of bytes came than the store had said
   * - `program`, `damaged`, `incomplete`: as in {@link DumpFault}
   */
  readonly kind: 'empty' | 'compression' | 'encrypted' | 'too-large' | 'changed' | DumpFault['kind'];
  /** What is wrong, a sentence without a full stop. */
  readonly says: string;
}

/** What reading a stored object to its end has shown. */
export interface Reading {
  /** Outermost first: `gzip`, `plain`. */
  readonly formats: readonly Format[];
  readonly storedBytes: number;
  /** After decompression. */
  readonly bytes: number;
  /** SHA-256 of the stored bytes in hex, by the name of the object; only where it was asked for, and all of it was read. */
  readonly checksums: Readonly<Record<string, string>>;
  readonly head: DumpHead;
  /** Absent: it is whole, as far as reading shows it. */
  readonly damage?: Damage;
}

/** What a backup holds, as far as reading a dump shows it. */
export interface Inventory {
  readonly tables: readonly string[];
  /** Extensions that it creates. */
  readonly extensions: readonly string[];
  /** Roles that own or may use something in it. */
  readonly roles: readonly string[];
  /** Languages of its functions. */
  readonly languages: readonly string[];
  /** Foreign servers, foreign tables and subscriptions in it: ways to other systems. */
  readonly links: number;
}
