/** Reading a zip, as `@actions/artifact` writes them: stored or deflated entries, no encryption, no ZIP64. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/** The most that one entry may unpack to. */
const largestEntry = 256 * 1024 * 1024;

interface Entry {
  name: string;
  method: number;
  packed: number;
  at: number;
}

function entries(zip: Buffer): Entry[] {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== endOfDirectory) end -= 1;
  if (end < 0) throw new Error('this is no zip: it has no central directory');
  const found: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== directoryEntry) throw new Error('the central directory of the zip is damaged');
    const length = zip.readUInt16LE(at + 28);
    found.push({
      name: zip.toString('utf8', at + 46, at + 46 + length),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      at: zip.readUInt32LE(at + 42),
    });
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return found;
}

function content(zip: Buffer, { name, method, packed, at }: Entry): Buffer {
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const data = zip.subarray(start, start + packed);
  if (method === 0) return data;
  if (method === 8) return inflateRawSync(data, { maxOutputLength: largestEntry });
  throw new Error(`${name} is packed by method ${method}, which is not read here`);
}

/** The files in a zip, with their content. @throws Error for a damaged zip, and for an entry that lies outside. */
export function unzipped(file: string): { readonly name: string; readonly content: Buffer }[] {
  const zip = readFileSync(file);
  return entries(zip)
    .map((entry) => {
      const parts = entry.name.split('/');
      if (entry.name.startsWith('/') || entry.name.includes('\\') || parts.includes('..')) {
        throw new Error(`the zip holds ${JSON.stringify(entry.name)}, which is outside its folder`);
      }
      return entry;
    })
    .filter(({ name }) => !name.endsWith('/'))
    .map((entry) => ({ name: entry.name, content: content(zip, entry) }));
}

/** The files in a zip; undefined for one that must not be unpacked. */
export function unzippedIfSound(file: string): ReturnType<typeof unzipped> | undefined {
  try {
    return unzipped(file);
  } catch {
    return undefined;
  }
}

/** Unpacks a zip into a folder. @throws Error for a damaged zip, and for an entry that would land outside the folder. */
export function unzip(file: string, target: string): void {
  for (const { name, content } of unzipped(file)) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    writeFileSync(join(target, name), content);
  }
}
