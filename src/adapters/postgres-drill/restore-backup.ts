import { freemem } from 'node:os';
import { archiveHead } from '../../domain/backup/archive-head.ts';
import { DumpReader } from '../../domain/backup/dump/dump-reader.ts';
import { type DumpHead, versionOf } from '../../domain/backup/dump/head.ts';
import type { Damage } from '../../domain/backup/reading.ts';
import type { BackupFile, Restoration, RestoreRequest } from '../../ports/drill.ts';
import { PortError } from '../../ports/port-error.ts';
import { asPlain, feedInput, walked } from './archive.ts';
import { Cell, type CellLimits } from './cell.ts';
import { Decoded } from './decode.ts';
import { Directory, isDirectory } from './directory.ts';
import { watchDisk } from './disk-watch.ts';
import { checkStorage, examine } from './examine.ts';
import { diskFull, exhausted } from './exhausted.ts';
import type { DrillHost } from './host.ts';
import { type Installation, installationFor } from './installations.ts';
import { emptyWords, refuseUnreadable, spoiledBy } from './read-backup.ts';
import { RestoreSession } from './restore-session.ts';
import { Server } from './server.ts';
import { Spoiled } from './spoiled.ts';
import { TarDirectory } from './tar-directory.ts';

/** A backup on its way to becoming a plain dump. */
export interface Opened {
  /** What its head says. */
  readonly head: DumpHead;
  /** The plain dump, once there is a cell for the programs that make it. */
  readonly sql: (cell: Cell, installation: Installation) => AsyncIterable<Uint8Array>;
  readonly reading: () => Pick<Restoration['reading'], 'formats' | 'storedBytes' | 'bytes' | 'checksums'>;
  /** Let go of what is open, where the dump is not read. */
  readonly close: () => Promise<void>;
}

/** Address space of each process in a cell, bytes: PostgreSQL's shared memory counts for each. */
const mostMemoryBytes = 4 * 2 ** 30;
/** How much larger a restored database is taken to be than its backup, at the most likely. */
const growth = 12;
/** Enough of a dump for its head. */
const headBytes = 16 * 1024;

/** Restore into a throw-away server; in memory if it is likely to fit, else on the disk. */
export async function restoreBackup(
  host: DrillHost,
  files: readonly BackupFile[],
  request: RestoreRequest,
  signal: AbortSignal,
): Promise<Restoration> {
  const stored = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const room = Math.min(request.mostDiskBytes, Math.floor(freemem() / 2));
  if (stored * growth < room) {
    try {
      return await restoreIn(
        host,
        files,
        request,
        { workspace: 'memory', mostDiskBytes: room, mostMemoryBytes },
        signal,
      );
    } catch (error) {
      if (!(error instanceof PortError) || error.code !== 'busy' || room === request.mostDiskBytes) throw error;
    }
  }
  const limits: CellLimits = { workspace: 'disk', mostDiskBytes: request.mostDiskBytes, mostMemoryBytes };
  return restoreIn(host, files, request, limits, signal);
}

async function restoreIn(
  host: DrillHost,
  files: readonly BackupFile[],
  request: RestoreRequest,
  limits: CellLimits,
  signal: AbortSignal,
): Promise<Restoration> {
  let opened: Opened | undefined;
  const early = await spoiledBy(async () => {
    opened = await (isDirectory(files) ? openDirectory(files, request, signal) : openSingle(files, request, signal));
  });
  if (opened === undefined) return notBegun(early ?? { kind: 'empty', says: 'it has no objects' }, limits.workspace);
  try {
    const version = versionOf(opened.head.server ?? '') ?? { major: 0, minor: 0 };
    const made = versionOf(opened.head.dump ?? '') ?? version;
    const installation = await installationFor(made.major > version.major ? made : version);
    return await inCell(host, limits, signal, async (cell) =>
      restoreInto(
        cell,
        await Server.start(cell, installation, host),
        opened as Opened,
        installation,
        host,
        request,
        limits,
      ),
    );
  } finally {
    await opened.close();
  }
}

/** Work in a cell that ends with the signal, and when the folder of its files holds more than it may. */
async function inCell(
  host: DrillHost,
  limits: CellLimits,
  signal: AbortSignal,
  work: (cell: Cell) => Promise<Restoration>,
): Promise<Restoration> {
  await using cell = await Cell.open(host, limits);
  const ended = new AbortController();
  let overfull = false;
  const stop = () => void cell.close();
  signal.addEventListener('abort', stop, { once: true });
  if (limits.workspace === 'disk') {
    void watchDisk(cell.folders.files, limits.mostDiskBytes, host, ended.signal, () => {
      overfull = true;
      stop();
    });
  }
  try {
    const restoration = await work(cell);
    overfull ||= restoration.databaseBytes > limits.mostDiskBytes;
    if (signal.aborted || overfull) throw cancelled();
    return restoration;
  } catch (error) {
    if (overfull) throw exhausted(diskFull);
    throw signal.aborted ? cancelled() : error;
  } finally {
    ended.abort();
    signal.removeEventListener('abort', stop);
  }
}

async function restoreInto(
  cell: Cell,
  server: Server,
  opened: Opened,
  installation: Installation,
  host: DrillHost,
  request: RestoreRequest,
  { workspace }: CellLimits,
): Promise<Restoration> {
  const reader = new DumpReader();
  let session: RestoreSession | undefined;
  const started = host.clock.monotonic();
  try {
    const damage = await spoiledBy(async () => {
      for await (const chunk of opened.sql(cell, installation)) {
        session ??= await begin(server, request, chunk);
        for (const event of reader.push(chunk)) await session.take(event);
        if (reader.fault !== undefined) return;
      }
      for (const event of reader.finish()) await session?.take(event);
      if (reader.fault === undefined) await session?.finish();
    });
    const restoreMs = host.clock.monotonic() - started;
    const fault: Damage | undefined = damage ?? (reader.fault && { kind: reader.fault.kind, says: reader.fault.says });
    const whole = fault === undefined;
    const head = { ...reader.head, ...opened.head };
    return {
      ...nothing,
      ...session?.progress,
      reading: { ...opened.reading(), head, ...(fault === undefined ? {} : { damage: fault }) },
      server: server.version,
      workspace,
      restoreMs,
      ...(whole ? await examine(server, request.expectations) : {}),
      ...(whole && request.amcheck ? { amcheck: await checkStorage(server, cell, request.jobs) } : {}),
    };
  } finally {
    await session?.close();
  }
}

/** The database takes the encoding that the dump names at its beginning. */
async function begin(server: Server, request: RestoreRequest, first: Uint8Array): Promise<RestoreSession> {
  const text = Buffer.from(first.subarray(0, headBytes)).toString('latin1');
  await server.createDatabase(/^SET client_encoding = '(\w+)';$/m.exec(text)?.[1] ?? 'UTF8');
  return RestoreSession.open(server, request);
}

async function openDirectory(
  files: readonly BackupFile[],
  request: RestoreRequest,
  signal: AbortSignal,
): Promise<Opened> {
  const directory = await Directory.open(files, request, signal);
  return {
    head: directory.head,
    reading: () => directory.reading(),
    sql: (cell, installation) => asPlain(cell, installation, ['--format=custom'], feedInput(directory.chunks())),
    close: async () => undefined,
  };
}

/** One object: plain or custom, maybe compressed. */
async function openSingle(
  [file]: readonly BackupFile[],
  request: RestoreRequest,
  signal: AbortSignal,
): Promise<Opened | undefined> {
  if (file === undefined) return undefined;
  const decoded = new Decoded(file, request.bounds, request.sha256);
  const chunks = decoded.chunks(signal);
  const first: Uint8Array[] = [];
  for (let length = 0; length < headBytes; ) {
    const { done, value } = await chunks.next();
    if (done === true) break;
    first.push(value);
    length += value.length;
  }
  const begun = Buffer.concat(first);
  if (begun.length === 0) throw new Spoiled('empty', emptyWords(decoded));
  refuseUnreadable(decoded.format);
  const rest = withFirst(begun, chunks);
  const common = { reading: () => decoded.reading(), close: async () => void (await chunks.return(undefined)) };
  if (decoded.format === 'plain') {
    const reader = new DumpReader();
    reader.push(begun);
    return { ...common, head: reader.head, sql: () => rest };
  }
  if (decoded.format === 'tar') {
    const archive = await TarDirectory.open(file, rest, request, signal);
    return {
      ...common,
      head: archive.head,
      sql: (cell, installation) => asPlain(cell, installation, ['--format=custom'], feedInput(archive.chunks())),
    };
  }
  const head = archiveHead(begun);
  if (head === undefined || head.layout !== 'custom')
    throw new Spoiled('unsupported', 'an archive of a form that is not known here');
  return {
    ...common,
    head,
    sql: (cell, installation) => asPlain(cell, installation, ['--format=custom'], feedInput(walked(rest))),
  };
}

async function* withFirst(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

const nothing = {
  refused: [],
  refusedCount: 0,
  leftOut: 0,
  missingExtensions: [],
  tables: 0,
  rows: 0,
  databaseBytes: 0,
  expected: [],
  inventory: { tables: [], extensions: [], roles: [], languages: [], links: 0 },
} as const;

function notBegun(damage: Damage, workspace: Restoration['workspace']): Restoration {
  const reading = { formats: [], storedBytes: 0, bytes: 0, checksums: {}, head: {}, damage };
  return { ...nothing, reading, server: '', workspace, restoreMs: 0 };
}

function cancelled(): PortError {
  return new PortError({
    code: 'cancelled',
    subject: 'restore drill',
    message: 'the run was asked to stop, or its time was up',
  });
}
