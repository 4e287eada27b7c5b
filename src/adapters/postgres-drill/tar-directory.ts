import { type ArchiveContents, type ArchiveEntry, archiveContents } from '../../domain/backup/archive-contents.ts';
import { type ArchiveHead, archiveHead } from '../../domain/backup/archive-head.ts';
import { archiveNumber, customHead, objectsHead, rowsHead } from '../../domain/backup/archive-writer.ts';
import type { BackupFile, RestoreRequest } from '../../ports/drill.ts';
import { Decoded } from './decode.ts';
import { Spoiled } from './spoiled.ts';
import { type OpenMember, tarFiles } from './tar.ts';

/** The table of contents is held in memory; bytes. */
const mostHeldBytes = 64 * 2 ** 20;
const mostMembers = 200_000;

const plainName = (name: string): string => name.replace(/(?<=\.dat)\.(gz|zst|lz4)$/, '');
const isRows = (name: string): boolean => /^\d{1,10}\.dat$/.test(name);
const objectOf = (name: string): number | undefined => {
  const oid = /^blob_(\d{1,10})\.dat$/.exec(name)?.[1];
  return oid === undefined ? undefined : Number(oid);
};

/**
 * A tar archive of a directory format, or pg_dump's own tar format, as one stream in custom format. It is read twice: the
 * table of contents may stand anywhere in it, and has to come first. The second time the rows come in the order of the
 * archive, and the entries of the table of contents are put into that order.
 */
export class TarDirectory {
  readonly head: ArchiveHead;
  readonly #toc: Uint8Array;
  readonly #contents: ArchiveContents;
  readonly #order: readonly ArchiveEntry[];
  readonly #again: () => AsyncIterable<Uint8Array>;
  readonly #request: RestoreRequest;

  private constructor(parts: {
    head: ArchiveHead;
    toc: Uint8Array;
    contents: ArchiveContents;
    order: readonly ArchiveEntry[];
    again: () => AsyncIterable<Uint8Array>;
    request: RestoreRequest;
  }) {
    this.head = parts.head;
    this.#toc = parts.toc;
    this.#contents = parts.contents;
    this.#order = parts.order;
    this.#again = parts.again;
    this.#request = parts.request;
  }

  /** Read the archive to its end a first time: what is in it, and in which order. */
  static async open(
    file: BackupFile,
    decoded: AsyncIterable<Uint8Array>,
    request: RestoreRequest,
    signal: AbortSignal,
  ): Promise<TarDirectory> {
    const names: string[] = [];
    let toc: Uint8Array = new Uint8Array();
    for await (const member of tarFiles(decoded)) {
      names.push(plainName(member.name));
      if (names.length > mostMembers)
        throw new Spoiled('unsupported', `a tar archive of more than ${mostMembers} files`);
      if (member.name === 'toc.dat') toc = await held(member);
    }
    const head = archiveHead(toc);
    const contents = head === undefined ? 'damaged' : archiveContents(toc, head);
    if (head === undefined || head.layout !== 'files' || typeof contents === 'string') {
      throw new Spoiled('damaged', 'the tar archive holds no intact toc.dat of pg_dump');
    }
    const order = inOrder(contents, names);
    const again = () => new Decoded(file, request.bounds, false).chunks(signal);
    return new TarDirectory({ head, toc, contents, order, again, request });
  }

  /** The archive in custom format. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    const { head } = this;
    yield* customHead(this.#toc, head, this.#contents, this.#order);
    const byFile = new Map(this.#order.flatMap((entry) => (entry.hasData ? [[entry.file, entry] as const] : [])));
    const objects = this.#order.find(({ kind, hasData }) => kind === 'BLOBS' && hasData);
    let inObjects = false;
    for await (const member of tarFiles(this.#again())) {
      const name = plainName(member.name);
      const oid = objectOf(name);
      if (oid !== undefined && objects !== undefined) {
        if (!inObjects) yield* objectsHead(objects, head);
        inObjects = true;
        yield archiveNumber(oid, head);
        yield* this.#pieces(member);
      } else if (isRows(name)) {
        if (inObjects) yield archiveNumber(0, head);
        inObjects = false;
        yield* rowsHead(byFile.get(name) as ArchiveEntry, head);
        yield* this.#pieces(member);
      }
    }
    if (inObjects) yield archiveNumber(0, head);
  }

  async *#pieces(member: OpenMember): AsyncGenerator<Uint8Array> {
    const { name, bytes } = member;
    const file: BackupFile = { name, bytes, open: async () => ({ bytes, chunks: member.chunks() }) };
    const decoded = new Decoded(file, this.#request.bounds, false);
    for await (const chunk of decoded.chunks(new AbortController().signal)) {
      yield archiveNumber(chunk.length, this.head);
      yield chunk;
    }
    yield archiveNumber(0, this.head);
  }
}

async function held(member: OpenMember): Promise<Uint8Array> {
  if (member.bytes > mostHeldBytes) throw new Spoiled('too-large', 'its table of contents is larger than 64 MiB');
  const chunks: Uint8Array[] = [];
  for await (const chunk of member.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * The entries with those that have data in the order of their files: each takes the place of another one with data, so that
 * what defines tables stays before them and what builds indexes behind. Large objects must stand together.
 */
function inOrder({ entries }: ArchiveContents, names: readonly string[]): readonly ArchiveEntry[] {
  const withData = entries.filter(({ hasData }) => hasData);
  const places = new Map(names.map((name, index) => [name, index]));
  const objects = names.flatMap((name, index) => (objectOf(name) === undefined ? [] : [index]));
  const [first = 0, last = 0] = [objects[0], objects.at(-1)];
  const between = names.slice(first, last + 1).some(isRows);
  if (objects.length > 0 && between) {
    throw new Spoiled(
      'unsupported',
      'large objects stand between tables in the tar archive: make it with `tar --sort=name`',
    );
  }
  const placeOf = (entry: ArchiveEntry): number => (entry.kind === 'BLOBS' ? first : (places.get(entry.file) ?? -1));
  const missing = withData.find((entry) => (entry.kind === 'BLOBS' ? objects.length === 0 : placeOf(entry) < 0));
  if (missing !== undefined) throw new Spoiled('incomplete', `${missing.file.slice(0, 60)} is not in the tar archive`);
  const named = new Set(withData.map(({ file }) => file));
  const strange = names.find((name) => isRows(name) && !named.has(name));
  if (strange !== undefined) throw new Spoiled('damaged', `${strange} is not in its table of contents`);
  const sorted = withData.toSorted((a, b) => placeOf(a) - placeOf(b)).values();
  return entries.map((entry) => (entry.hasData ? (sorted.next().value as ArchiveEntry) : entry));
}
