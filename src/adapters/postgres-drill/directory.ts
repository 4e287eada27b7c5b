import { type ArchiveContents, type ArchiveEntry, archiveContents } from '../../domain/backup/archive-contents.ts';
import { type ArchiveHead, archiveHead } from '../../domain/backup/archive-head.ts';
import { archiveNumber, customHead, objectsHead, rowsHead } from '../../domain/backup/archive-writer.ts';
import type { Format } from '../../domain/backup/format.ts';
import type { BackupFile, RestoreRequest } from '../../ports/drill.ts';
import { Decoded } from './decode.ts';
import { Spoiled } from './spoiled.ts';

/** The table of contents, and the map of large objects, are held in memory; bytes. */
const mostHeldBytes = 64 * 2 ** 20;

/** Whether these objects are the files of one directory format. */
export function isDirectory(files: readonly BackupFile[]): boolean {
  return files.some(({ name }) => name === 'toc.dat');
}

/**
 * The files of a directory format as one stream in custom format: table of contents first, then the rows of each table,
 * decompressed and checked on their way. pg_restore takes no pipes for files, and rows are not laid on the disk for it.
 */
export class Directory {
  readonly head: ArchiveHead;
  readonly #toc: Uint8Array;
  readonly #contents: ArchiveContents;
  readonly #files: ReadonlyMap<string, BackupFile>;
  readonly #request: RestoreRequest;
  readonly #signal: AbortSignal;
  readonly #read: Decoded[];

  private constructor(parts: {
    head: ArchiveHead;
    toc: Uint8Array;
    contents: ArchiveContents;
    files: ReadonlyMap<string, BackupFile>;
    request: RestoreRequest;
    signal: AbortSignal;
    read: Decoded[];
  }) {
    this.head = parts.head;
    this.#toc = parts.toc;
    this.#contents = parts.contents;
    this.#files = parts.files;
    this.#request = parts.request;
    this.#signal = parts.signal;
    this.#read = parts.read;
  }

  /** Read the table of contents, and compare it with the files that are there. */
  static async open(files: readonly BackupFile[], request: RestoreRequest, signal: AbortSignal): Promise<Directory> {
    const byName = new Map(files.map((file) => [file.name.replace(/(?<=\.dat)\.(gz|zst|lz4)$/, ''), file]));
    const tocFile = byName.get('toc.dat');
    if (tocFile === undefined) throw new Spoiled('incomplete', 'its toc.dat is not there');
    const decoded = new Decoded(tocFile, request.bounds, request.sha256);
    const toc = await whole(decoded, signal);
    const head = archiveHead(toc);
    if (head === undefined || head.layout !== 'files') throw notContents();
    const contents = archiveContents(toc, head);
    if (contents === 'more') throw new Spoiled('incomplete', 'its toc.dat ends within the table of contents');
    if (contents === 'damaged' || contents.end !== toc.length) throw notContents();
    compare(contents, byName);
    return new Directory({ head, toc, contents, files: byName, request, signal, read: [decoded] });
  }

  /** The archive in custom format. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    yield* customHead(this.#toc, this.head, this.#contents, this.#contents.entries);
    for (const entry of this.#contents.entries) {
      if (!entry.hasData) continue;
      if (entry.kind === 'BLOBS') yield* this.#objects(entry);
      else {
        yield* rowsHead(entry, this.head);
        yield* this.#pieces(entry.file);
      }
    }
  }

  /** What was read of all files so far. */
  reading(): { formats: readonly Format[]; storedBytes: number; bytes: number; checksums: Record<string, string> } {
    const compressions = this.#read.flatMap(({ formats }) =>
      formats.filter((each) => each === 'gzip' || each === 'zstd'),
    );
    return {
      formats: ['directory', ...new Set(compressions)],
      storedBytes: this.#read.reduce((sum, { storedBytes }) => sum + storedBytes, 0),
      bytes: this.#read.reduce((sum, { bytes }) => sum + bytes, 0),
      checksums: Object.assign({}, ...this.#read.map((decoded) => decoded.reading().checksums)) as Record<
        string,
        string
      >,
    };
  }

  async *#objects(entry: ArchiveEntry): AsyncGenerator<Uint8Array> {
    yield* objectsHead(entry, this.head);
    const map = await whole(this.#open(entry.file), this.#signal);
    for (const line of map.toString('latin1').split('\n')) {
      if (line === '') continue;
      const [, oid, file] = /^(\d{1,10}) (blob_\d{1,10}\.dat)$/.exec(line) ?? [];
      if (oid === undefined || file === undefined)
        throw new Spoiled('damaged', `${entry.file} is no map of large objects`);
      yield archiveNumber(Number(oid), this.head);
      yield* this.#pieces(file);
    }
    yield archiveNumber(0, this.head);
  }

  /** The data of a file: each piece after its length, and a length of zero at the end. */
  async *#pieces(file: string): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#open(file).chunks(this.#signal)) {
      yield archiveNumber(chunk.length, this.head);
      yield chunk;
    }
    yield archiveNumber(0, this.head);
  }

  #open(name: string): Decoded {
    const file = this.#files.get(name);
    if (file === undefined) throw new Spoiled('incomplete', `${name.slice(0, 60)} is not there`);
    const decoded = new Decoded(file, this.#request.bounds, this.#request.sha256);
    this.#read.push(decoded);
    return decoded;
  }
}

const notContents = (): Spoiled => new Spoiled('damaged', 'its toc.dat is not an intact table of contents');

/** Every file that is named is there; files with rows that nothing names belong to another dump. */
function compare({ entries }: ArchiveContents, files: ReadonlyMap<string, BackupFile>): void {
  const named = new Set(entries.filter(({ hasData }) => hasData).map(({ file }) => file));
  const missing = [...named].filter((name) => !files.has(name));
  if (missing.length > 0) {
    throw new Spoiled(
      'incomplete',
      `${missing.length} of its ${named.size} files are not there, such as ${missing[0]?.slice(0, 60)}`,
    );
  }
  const strange = [...files.keys()].find((name) => /^\d{1,10}\.dat$/.test(name) && !named.has(name));
  if (strange !== undefined) throw new Spoiled('damaged', `${strange} is not in its table of contents`);
}

async function whole(decoded: Decoded, signal: AbortSignal): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of decoded.chunks(signal)) {
    chunks.push(chunk);
    if (decoded.bytes > mostHeldBytes) throw new Spoiled('too-large', 'its table of contents is larger than 64 MiB');
  }
  return Buffer.concat(chunks);
}
