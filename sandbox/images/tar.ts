/** Tape archives in the ustar format: written so that equal content gives equal bytes, read without leaving the target. */

/** One entry of an archive. */
export interface TarEntry {
  /** Relative, with forward slashes, never beginning with one. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly content?: Buffer;
  /** Where a link leads. */
  readonly target?: string;
}

const BLOCK = 512;
const TYPES = { file: '0', folder: '5', link: '2' } as const;

/** The archive of these entries, sorted by path, every time stamp 0. */
export function writeTar(entries: readonly TarEntry[]): Buffer {
  const parts: Buffer[] = [];
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const entry of sorted) {
    const content = entry.content ?? Buffer.alloc(0);
    parts.push(header(entry, content.length), content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK));
  }
  parts.push(Buffer.alloc(2 * BLOCK));
  return Buffer.concat(parts);
}

function header(entry: TarEntry, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const [prefix, name] = splitName(entry.kind === 'folder' ? `${entry.path}/` : entry.path);
  const octal = (value: number, at: number, width: number): void => {
    block.write(value.toString(8).padStart(width - 1, '0'), at, 'latin1');
  };
  block.write(name, 0);
  octal(entry.mode, 100, 8);
  octal(entry.uid, 108, 8);
  octal(entry.gid, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  block.write('        ', 148, 'latin1');
  block.write(TYPES[entry.kind], 156, 'latin1');
  if (entry.target !== undefined) {
    if (Buffer.byteLength(entry.target) > 100) throw new Error(`The link ${entry.path} leads too far for an archive.`);
    block.write(entry.target, 157);
  }
  block.write('ustar\0', 257, 'latin1');
  block.write('00', 263, 'latin1');
  block.write(prefix, 345);
  let sum = 0;
  for (const byte of block) sum += byte;
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

function splitName(path: string): [prefix: string, name: string] {
  if (Buffer.byteLength(path) <= 100) return ['', path];
  for (let at = path.indexOf('/'); at !== -1 && at < path.length - 1; at = path.indexOf('/', at + 1)) {
    const prefix = path.slice(0, at);
    const name = path.slice(at + 1);
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(name) <= 100) return [prefix, name];
  }
  throw new Error(`The path ${path} is too long for an archive (255 bytes, 100 of them in the last part).`);
}

/** Reads an archive. Throws on a path that leaves the target, on a kind of entry that images here do not have, and on damage. */
export function readTar(archive: Buffer): TarEntry[] {
  const entries: TarEntry[] = [];
  let at = 0;
  while (at + BLOCK <= archive.length) {
    const block = archive.subarray(at, at + BLOCK);
    if (block.every((byte) => byte === 0)) return entries;
    const entry = readHeader(block);
    const size = readOctal(block, 124, 12);
    const from = at + BLOCK;
    if (from + size > archive.length) throw new Error(`The archive ends inside ${entry.path}.`);
    entries.push(entry.kind === 'file' ? { ...entry, content: archive.subarray(from, from + size) } : entry);
    at = from + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new Error('The archive has no end: it was cut off.');
}

function readHeader(block: Buffer): TarEntry {
  const prefix = readText(block, 345, 155);
  const name = readText(block, 0, 100);
  const path = (prefix ? `${prefix}/${name}` : name).replace(/^\.\//, '').replace(/\/+$/, '');
  if (path.startsWith('/') || path.split('/').includes('..')) {
    throw new Error(`The archive holds the path ${path}, which leaves its folder.`);
  }
  const type = String.fromCharCode(block[156] ?? 0);
  const common = {
    path,
    mode: readOctal(block, 100, 8),
    uid: readOctal(block, 108, 8),
    gid: readOctal(block, 116, 8),
  };
  if (type === '0' || type === '\0') return { ...common, kind: 'file' };
  if (type === '5') return { ...common, kind: 'folder' };
  if (type === '2') return { ...common, kind: 'link', target: readText(block, 157, 100) };
  throw new Error(
    `The archive holds ${path} of type ${JSON.stringify(type)}; only files, folders and links are known.`,
  );
}

function readText(block: Buffer, at: number, width: number): string {
  const field = block.subarray(at, at + width);
  const end = field.indexOf(0);
  return field.subarray(0, end === -1 ? width : end).toString('utf8');
}

function readOctal(block: Buffer, at: number, width: number): number {
  const text = readText(block, at, width).trim();
  const value = Number.parseInt(text || '0', 8);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`The archive holds the number ${text}.`);
  return value;
}
