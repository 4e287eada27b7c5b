import type { DumpHead } from './dump/head.ts';
import { textOf } from './dump/token.ts';

/** What stands at the beginning of an archive of pg_dump, in custom and directory format alike. */
export interface ArchiveHead extends DumpHead {
  /** Version of the archive's own form: `1.14`. */
  readonly form: string;
  /** `files`: tar and directory format, whose table of contents is a file of its own. */
  readonly layout: 'custom' | 'files';
  /** Bytes that it takes; the table of contents follows. */
  readonly length: number;
  /** Bytes of a number, and of an offset. */
  readonly numberBytes: number;
  readonly offsetBytes: number;
}

/** The directory format writes the number of the tar format into its head (pg_backup_directory.c, _CloseArchive). */
const layouts: Readonly<Record<number, ArchiveHead['layout']>> = { 1: 'custom', 3: 'files' };

/**
 * Reads numbers and strings as pg_dump writes them (pg_backup_archiver.c: ReadInt, ReadStr). Past the end of the bytes it
 * answers undefined, and says so from then on; a length that no string has counts as past the end of anything.
 */
export class ArchiveCursor {
  at: number;
  /** Whether the bytes were not enough. */
  overrun = false;
  readonly #data: Uint8Array;
  readonly #numberBytes: number;

  constructor(data: Uint8Array, at: number, numberBytes: number) {
    this.#data = data;
    this.at = at;
    this.#numberBytes = numberBytes;
  }

  byte(): number | undefined {
    return this.#has(1) ? this.#data[this.at++] : undefined;
  }

  /** A sign, and the bytes from the lowest on. */
  number(): number | undefined {
    if (!this.#has(1 + this.#numberBytes)) return undefined;
    const negative = this.byte() !== 0;
    let value = 0;
    for (let index = 0; index < this.#numberBytes; index += 1) value += (this.byte() ?? 0) * 256 ** index;
    return negative ? -value : value;
  }

  /** A string, or `null` for none (a length of -1). */
  text(): string | null | undefined {
    const length = this.number();
    if (length === undefined) return undefined;
    if (length < 0) return null;
    if (!this.#has(length)) return undefined;
    this.at += length;
    return textOf(this.#data.subarray(this.at - length, this.at));
  }

  #has(bytes: number): boolean {
    this.overrun ||= this.at + bytes > this.#data.length;
    return !this.overrun;
  }
}

/**
 * Read the head of an archive (pg_backup_archiver.c, ReadHead). Undefined where it is none, is cut off, or is of a form
 * from before PostgreSQL 9.3 or after 18 (1.12 to 1.16 are known).
 */
export function archiveHead(data: Uint8Array): ArchiveHead | undefined {
  if (textOf(data.subarray(0, 5)) !== 'PGDMP') return undefined;
  const [major = 0, minor = 0, revision = 0, numberBytes = 0, offsetBytes = 0, layoutByte = 0] = data.subarray(5);
  const layout = layouts[layoutByte];
  if (major !== 1 || minor < 12 || minor > 16 || layout === undefined) return undefined;
  if (revision > 50 || numberBytes < 1 || numberBytes > 8 || offsetBytes < 1 || offsetBytes > 8) return undefined;
  const cursor = new ArchiveCursor(data, 11, numberBytes);
  // since 1.15 the compression is a byte that names its algorithm, before that a level
  if (minor >= 15) cursor.byte();
  else cursor.number();
  // the time of the dump: seconds, minutes, hours, day, month, year, daylight saving
  for (let index = 0; index < 7; index += 1) cursor.number();
  const [database, server, dump] = [cursor.text(), cursor.text(), cursor.text()];
  if (database === undefined || typeof server !== 'string' || typeof dump !== 'string') return undefined;
  return { form: `${major}.${minor}`, layout, length: cursor.at, numberBytes, offsetBytes, server, dump };
}
