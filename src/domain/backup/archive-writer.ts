import type { ArchiveContents, ArchiveEntry } from './archive-contents.ts';
import type { ArchiveHead } from './archive-head.ts';

/** Number of the custom format, of a block of rows, and of a block of large objects (pg_backup_archiver.h). */
const [customFormat, rowsBlock, objectsBlock] = [1, 1, 3];
/** `K_OFFSET_POS_NOT_SET`: where the data is must be found by reading on. */
const positionUnknown = 1;

/** A number as pg_dump writes it. */
export function archiveNumber(value: number, { numberBytes }: ArchiveHead): Uint8Array {
  const bytes = new Uint8Array(1 + numberBytes);
  let rest = value;
  for (let index = 1; index <= numberBytes; index += 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

/**
 * Head and table of contents of the custom format for an archive in files: the same entries in this order, to be followed by
 * the uncompressed data of those that have some, in the same order. So a directory becomes one stream, and nobody needs the
 * files as files.
 */
export function customHead(
  data: Uint8Array,
  head: ArchiveHead,
  contents: ArchiveContents,
  order: readonly ArchiveEntry[],
): readonly Uint8Array[] {
  const begun = new Uint8Array(data.subarray(0, head.length));
  begun[10] = customFormat;
  // uncompressed: before 1.15 a number, a byte since
  begun.fill(0, 11, 11 + (Number(head.form.split('.')[1]) >= 15 ? 1 : 1 + head.numberBytes));
  const offset = new Uint8Array(1 + head.offsetBytes);
  offset[0] = positionUnknown;
  const entries = order.flatMap(({ begin, end }) => [data.subarray(begin, end), offset]);
  return [begun, archiveNumber(contents.entries.length, head), ...entries];
}

/** What stands before the rows of an entry. */
export function rowsHead({ id }: ArchiveEntry, head: ArchiveHead): readonly Uint8Array[] {
  return [Uint8Array.of(rowsBlock), archiveNumber(id, head)];
}

/** What stands before the large objects of an entry. */
export function objectsHead({ id }: ArchiveEntry, head: ArchiveHead): readonly Uint8Array[] {
  return [Uint8Array.of(objectsBlock), archiveNumber(id, head)];
}
