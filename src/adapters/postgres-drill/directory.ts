import { execFile } from 'node:child_process';
import { closeSync, constants, mkdirSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { archiveHead } from '../../domain/backup/archive-head.ts';
import type { Format } from '../../domain/backup/format.ts';
import type { BackupFile, RestoreRequest } from '../../ports/drill.ts';
import { asPlain } from './archive.ts';
import type { Cell } from './cell.ts';
import { Decoded } from './decode.ts';
import type { Opened } from './restore-backup.ts';
import { Spoiled } from './spoiled.ts';

const execute = promisify(execFile);

/** The table of contents, and the map of large objects, are held in memory; bytes. */
const mostHeldBytes = 64 * 2 ** 20;
/** How long to wait before looking again which file pg_restore wants next, ms. */
const pollMs = 2;

/** Names that pg_dump gives to files of a directory (pg_backup_directory.c), with the suffix of their compression. */
const dataName = /^(\d{1,10}\.dat|blob_\d{1,10}\.dat)(\.gz|\.zst|\.lz4)?$/;
const heldName = /^(toc\.dat|blobs(_\d{1,10})?\.toc)$/;

/** Whether these objects are the files of one directory format. */
export function isDirectory(files: readonly BackupFile[]): boolean {
  return files.some(({ name }) => name === 'toc.dat');
}

/** A file on its way into the directory that pg_restore reads. */
interface Piece {
  readonly name: string;
  readonly decoded: Decoded;
}

/**
 * The files of a directory format. pg_restore reads them from pipes, each filled with what the store brings, decompressed,
 * when it is opened: nothing of the rows is on the disk. It reads one after the other, since it only writes a plain dump.
 */
export async function openDirectory(
  files: readonly BackupFile[],
  request: RestoreRequest,
  signal: AbortSignal,
): Promise<Opened> {
  const pieces = files.filter(({ name }) => dataName.test(name)).map((file) => pieceOf(file, request));
  const held = files.filter(({ name }) => heldName.test(name)).map((file) => pieceOf(file, request));
  const contents = new Map<string, Buffer>();
  for (const { name, decoded } of held) contents.set(name, await whole(decoded, signal));
  const head = archiveHead(contents.get('toc.dat') ?? new Uint8Array());
  if (head === undefined || head.layout !== 'directory') {
    throw new Spoiled('damaged', 'its toc.dat is not the table of contents of a directory format');
  }
  const all = [...pieces, ...held];
  return {
    head,
    reading: () => ({
      formats: formatsOf(all),
      storedBytes: sum(all, ({ storedBytes }) => storedBytes),
      bytes: sum(all, ({ bytes }) => bytes),
      checksums: Object.assign({}, ...all.map(({ decoded }) => decoded.reading().checksums)) as Record<string, string>,
    }),
    sql: (cell, installation) =>
      plainOf(cell, pieces, contents, (folder) =>
        asPlain(cell, installation, ['--format=directory', folder], (child) =>
          feedPipes(folder, pieces, signal, () => child.exitCode !== null),
        ),
      ),
    close: async () => undefined,
  };
}

const pieceOf = (file: BackupFile, { bounds, sha256 }: RestoreRequest): Piece => ({
  name: file.name.replace(/\.(gz|zst|lz4)$/, ''),
  decoded: new Decoded(file, bounds, sha256),
});

const sum = (pieces: readonly Piece[], of: (decoded: Decoded) => number): number =>
  pieces.reduce((total, { decoded }) => total + of(decoded), 0);

/** `directory`, and how its files are compressed. */
const formatsOf = (pieces: readonly Piece[]): readonly Format[] => [
  'directory',
  ...new Set(
    pieces.flatMap(({ decoded }) => decoded.formats.filter((format) => format === 'gzip' || format === 'zstd')),
  ),
];

async function whole(decoded: Decoded, signal: AbortSignal): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of decoded.chunks(signal)) {
    chunks.push(chunk);
    if (decoded.bytes > mostHeldBytes) throw new Spoiled('too-large', 'its table of contents is larger than 64 MiB');
  }
  return Buffer.concat(chunks);
}

async function* plainOf(
  cell: Cell,
  pieces: readonly Piece[],
  contents: ReadonlyMap<string, Buffer>,
  read: (folder: string) => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const folder = join(cell.folders.root, 'archive');
  mkdirSync(folder, { mode: 0o755 });
  for (const [name, content] of contents) cell.put(join('archive', name), content);
  const pipes = pieces.map(({ name }) => join(folder, name));
  for (let from = 0; from < pipes.length; from += 500) {
    await execute('mkfifo', ['--mode=644', '--', ...pipes.slice(from, from + 500)], { env: { PATH: '/usr/bin:/bin' } });
  }
  yield* read(folder);
  const unread = pieces.find(({ decoded }) => decoded.formats.length === 0);
  if (unread !== undefined) throw new Spoiled('damaged', `${unread.name} is not in its table of contents`);
}

/** Fill each pipe when it is opened, until pg_restore has ended. */
async function feedPipes(
  folder: string,
  pieces: readonly Piece[],
  signal: AbortSignal,
  ended: () => boolean,
): Promise<void> {
  const waiting = new Set(pieces);
  while (waiting.size > 0 && !ended()) {
    const wanted = [...waiting].find(({ name }) => isOpened(join(folder, name)));
    if (wanted === undefined) await new Promise((resolve) => setTimeout(resolve, pollMs));
    else {
      waiting.delete(wanted);
      await fill(join(folder, wanted.name), wanted.decoded, signal);
    }
  }
}

/** Whether somebody reads from a pipe: only then it can be opened for writing without waiting. It stays open meanwhile. */
const kept = new Map<string, number>();

function isOpened(pipe: string): boolean {
  try {
    kept.set(pipe, openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK));
    return true;
  } catch {
    return false;
  }
}

async function fill(pipe: string, decoded: Decoded, signal: AbortSignal): Promise<void> {
  const file = await open(pipe, 'w');
  closeSync(kept.get(pipe) ?? -1);
  kept.delete(pipe);
  try {
    for await (const chunk of decoded.chunks(signal)) await file.writeFile(chunk);
  } finally {
    await file.close();
  }
}
