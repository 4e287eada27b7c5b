import { crc32, inflateRawSync } from 'node:zlib';

/** A zip that is not what was asked for: why, as a sentence. */
export class ZipError extends Error {}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;
const stored = 0;
const deflated = 8;
const encryptedFlag = 1;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

function onlyEntry(zip: Buffer): Entry {
  // Nothing may stand behind the directory: a comment could hide a second one.
  const end = zip.length - endLength;
  if (end < 0 || zip.readUInt32LE(end) !== endOfDirectory) throw new ZipError('it is no zip, or it is cut off');
  const count = zip.readUInt16LE(end + 10);
  if (count !== 1) throw new ZipError(`it holds ${count} files instead of one`);
  const at = zip.readUInt32LE(end + 16);
  if (at + entryLength > end || zip.readUInt32LE(at) !== directoryEntry) throw new ZipError('its directory is damaged');
  const nameLength = zip.readUInt16LE(at + 28);
  const next = at + entryLength + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  if (next !== end) throw new ZipError('its directory is damaged');
  return {
    name: zip.toString('utf8', at + entryLength, at + entryLength + nameLength),
    flags: zip.readUInt16LE(at + 8),
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    packed: zip.readUInt32LE(at + 20),
    unpacked: zip.readUInt32LE(at + 24),
    at: zip.readUInt32LE(at + 42),
  };
}

function packedBytes(zip: Buffer, entry: Entry): Buffer {
  const { at, packed } = entry;
  if (at + localLength > zip.length || zip.readUInt32LE(at) !== localEntry) throw new ZipError('it is damaged');
  const nameLength = zip.readUInt16LE(at + 26);
  const start = at + localLength + nameLength + zip.readUInt16LE(at + 28);
  const name = zip.toString('utf8', at + localLength, at + localLength + nameLength);
  if (name !== entry.name) throw new ZipError('it names its file in two ways');
  if (start + packed > zip.length) throw new ZipError('it is cut off');
  return zip.subarray(start, start + packed);
}

function unpack(bytes: Buffer, { method, unpacked }: Entry, mostBytes: number): Buffer {
  if (unpacked > mostBytes) throw new ZipError(`its file unpacks to more than ${mostBytes} bytes`);
  if (method === stored) return bytes;
  if (method !== deflated) throw new ZipError(`its file is packed by method ${method}`);
  try {
    // What the directory says of the size is anybody's word: the bound holds while unpacking.
    return inflateRawSync(bytes, { maxOutputLength: mostBytes });
  } catch {
    throw new ZipError(`its file does not unpack to at most ${mostBytes} bytes`);
  }
}

/**
 * The content of a zip that holds exactly one file of this name, unpacked in memory. Source of the format: PKWARE
 * APPNOTE 6.3.9, sections 4.3.7, 4.3.12, 4.3.16; no ZIP64, no encryption, no comment.
 *
 * @throws ZipError for anything else, and for what unpacks to more than `mostBytes`.
 */
export function onlyFile(zip: Buffer, name: string, mostBytes: number): Buffer {
  const entry = onlyEntry(zip);
  if (entry.name !== name) throw new ZipError(`its file is called ${JSON.stringify(entry.name.slice(0, 80))}`);
  if ((entry.flags & encryptedFlag) !== 0) throw new ZipError('its file is encrypted');
  const content = unpack(packedBytes(zip, entry), entry, mostBytes);
  if (content.length !== entry.unpacked || crc32(content) !== entry.crc) throw new ZipError('its file is damaged');
  return content;
}
