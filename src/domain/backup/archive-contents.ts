import { ArchiveCursor, type ArchiveHead } from './archive-head.ts';

/** An entry of an archive's table of contents, as far as it matters here. */
export interface ArchiveEntry {
  readonly id: number;
  /** Whether rows or large objects of it are in the archive. */
  readonly hasData: boolean;
  /** `TABLE DATA`, `BLOBS`, `EXTENSION` … */
  readonly kind: string;
  /** In a table of contents that is a file of its own: the file with its data, or empty. */
  readonly file: string;
  /** Where it stands in the bytes, without what its layout adds at its end. */
  readonly begin: number;
  readonly end: number;
}

/** The table of contents of an archive. */
export interface ArchiveContents {
  readonly entries: readonly ArchiveEntry[];
  /** Where it ends: in custom format the data begins there. */
  readonly end: number;
}

/** More entries than any catalogue has. */
const mostEntries = 5_000_000;

/**
 * Read the table of contents behind the head (pg_backup_archiver.c, ReadToc). `more`: it goes on behind these bytes;
 * `damaged`: these bytes are none.
 */
export function archiveContents(data: Uint8Array, head: ArchiveHead): ArchiveContents | 'more' | 'damaged' {
  const cursor = new ArchiveCursor(data, head.length, head.numberBytes);
  const count = cursor.number();
  if (count === undefined) return 'more';
  if (count < 0 || count > mostEntries) return 'damaged';
  const entries: ArchiveEntry[] = [];
  const ids = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(cursor, head);
    if (entry === undefined) return cursor.overrun ? 'more' : 'damaged';
    if (entry.id <= 0 || ids.has(entry.id)) return 'damaged';
    ids.add(entry.id);
    entries.push(entry);
  }
  return { entries, end: cursor.at };
}

function readEntry(cursor: ArchiveCursor, head: ArchiveHead): ArchiveEntry | undefined {
  const begin = cursor.at;
  const [id, dumper] = [cursor.number(), cursor.number()];
  // table oid, oid, tag
  skipTexts(cursor, 3);
  const kind = cursor.text();
  // section; definition, drop statement, copy statement, schema, tablespace
  cursor.number();
  skipTexts(cursor, 5);
  const minor = Number(head.form.split('.')[1]);
  if (minor >= 14) cursor.text();
  if (minor >= 16) cursor.number();
  // owner, with oids; dependencies
  skipTexts(cursor, 2);
  while (typeof cursor.text() === 'string');
  const end = cursor.at;
  const file = head.layout === 'custom' ? skipOffset(cursor, head.offsetBytes) : cursor.text();
  if (cursor.overrun || id === undefined || typeof kind !== 'string') return undefined;
  return { id, hasData: dumper !== undefined && dumper !== 0, kind, file: file ?? '', begin, end };
}

function skipTexts(cursor: ArchiveCursor, count: number): void {
  for (let index = 0; index < count; index += 1) cursor.text();
}

/** A byte that says whether the offset is known, and the offset. */
function skipOffset(cursor: ArchiveCursor, offsetBytes: number): string {
  for (let index = 0; index <= offsetBytes; index += 1) cursor.byte();
  return '';
}
