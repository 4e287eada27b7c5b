import { DumpReader } from '../../domain/backup/dump/dump-reader.ts';
import type { ReadBounds } from '../../domain/backup/reading.ts';
import type { RestoreDrillParameters } from '../../domain/backup/step-parameters.ts';
import type { BackupFile } from '../../ports/drill.ts';
import type { Ports } from '../../ports/index.ts';
import { PortError } from '../../ports/port-error.ts';
import { storedFiles } from './files.ts';

/** The measurement that says that an object holds roles alone: its size after decompression. */
export const rolesSize = 'roles-size';

/** Bytes of a dump after which its first comment has passed. */
const headBytes = 4096;

/** Thrown to stop reading. */
const enough = Symbol('the head has been read');

interface Context {
  readonly ports: Pick<Ports, 'objectStore' | 'drill'>;
  readonly signal: AbortSignal;
}

/** Whether pg_dumpall wrote an object, as its first lines say. Rejects with a PortError where it cannot be read. */
export async function isClusterDump(context: Context, file: BackupFile, bounds: ReadBounds): Promise<boolean> {
  const reader = new DumpReader();
  const look = (piece: Uint8Array): void => {
    reader.push(piece.subarray(0, headBytes));
    if (reader.bytes >= headBytes) throw enough;
  };
  try {
    await context.ports.drill.read(file, { bounds, sha256: false, as: 'bytes', look }, context.signal);
  } catch (error) {
    if (error !== enough) throw error;
  }
  return reader.head.cluster === true;
}

/** Whether an object beside a dump holds the roles. One that cannot be read holds none: its own step says why. */
export async function rolesAreKept(context: Context, { beside, bounds }: RestoreDrillParameters): Promise<boolean> {
  for (const file of storedFiles(context.ports.objectStore, beside).files) {
    try {
      if (await isClusterDump(context, file, bounds)) return true;
    } catch (error) {
      if (!(error instanceof PortError) || error.code === 'cancelled') throw error;
    }
  }
  return false;
}
