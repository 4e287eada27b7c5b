import { ArchiveWalker } from '../../domain/backup/archive-walker.ts';
import { DumpReader } from '../../domain/backup/dump/dump-reader.ts';
import type { Format } from '../../domain/backup/format.ts';
import type { Damage, Reading } from '../../domain/backup/reading.ts';
import type { BackupFile, ReadRequest } from '../../ports/drill.ts';
import { Decoded } from './decode.ts';
import { Spoiled } from './spoiled.ts';

/** Read one object to its end. A dump's reader looks at it where it is a plain one. */
export async function readBackup(file: BackupFile, request: ReadRequest, signal: AbortSignal): Promise<Reading> {
  const decoded = new Decoded(file, request.bounds, request.sha256);
  const reader = new DumpReader();
  const walker = new ArchiveWalker();
  const damage = await spoiledBy(async () => {
    for await (const chunk of decoded.chunks(signal)) {
      request.look?.(chunk);
      if (request.as === 'bytes') continue;
      refuseUnreadable(decoded.format);
      if (decoded.format === 'plain') reader.push(chunk);
      else if (decoded.format === 'custom') walker.push(chunk);
    }
    if (decoded.bytes === 0) throw new Spoiled('empty', emptyWords(decoded));
    if (request.as === 'bytes') return;
    if (decoded.format === 'plain') reader.finish();
    else if (decoded.format === 'custom') walker.finish();
    if (walker.fault !== undefined) throw new Spoiled('damaged', walker.fault);
  });
  const fault = damage ?? reader.fault;
  return {
    ...decoded.reading(),
    head: walker.head ?? reader.head,
    ...(fault === undefined ? {} : { damage: { kind: fault.kind, says: fault.says } }),
  };
}

/** What a piece of work found to be wrong, if that is all that kept it from its end. */
export async function spoiledBy(work: () => Promise<void>): Promise<Damage | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof Spoiled) return error.damage;
    throw error;
  }
}

/** Why nothing was in it: no bytes at all, or a compressed nothing (20 bytes of gzip). */
export function emptyWords({ storedBytes }: { readonly storedBytes: number }): string {
  return storedBytes === 0 ? 'it has no bytes' : `its ${storedBytes} bytes decompress to nothing`;
}

const encrypted: Readonly<Partial<Record<Format, string>>> = {
  age: 'encrypted with age: the identity (private key) is not here',
  gpg: 'encrypted with OpenPGP: the private key, or the passphrase, is not here',
  openssl: 'encrypted with openssl enc: the passphrase is not here',
};

/** Throws for what a dump cannot be read from. */
export function refuseUnreadable(format: Format): void {
  const says = encrypted[format];
  if (says !== undefined) throw new Spoiled('encrypted', says);
  if (['xz', 'bzip2', 'lz4', 'zip', 'gzip', 'zstd'].includes(format)) {
    throw new Spoiled('unsupported', `${format} is not read here: gzip and zstd are, once`);
  }
  if (format === 'unknown') throw new Spoiled('damaged', 'its first bytes are those of no dump and of no compression');
}
