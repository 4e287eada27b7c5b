import { ArchiveWalker } from '../../domain/backup/archive-walker.ts';
import { DumpReader } from '../../domain/backup/dump/dump-reader.ts';
import type { DumpHead } from '../../domain/backup/dump/head.ts';
import type { Format } from '../../domain/backup/format.ts';
import type { Damage, Reading } from '../../domain/backup/reading.ts';
import type { BackupFile, ReadRequest } from '../../ports/drill.ts';
import { Decoded } from './decode.ts';
import { letGo } from './let-go.ts';
import { Spoiled } from './spoiled.ts';

/** Read one object to its end. Where it is a dump, its reader, or the walker of its archive, looks at what passes. */
export async function readBackup(file: BackupFile, request: ReadRequest, signal: AbortSignal): Promise<Reading> {
  const decoded = new Decoded(file, request.bounds, request.sha256);
  const looker = request.as === 'dump' ? new DumpLooker(decoded) : undefined;
  const spoiled = await spoiledBy(async () => {
    for await (const chunk of decoded.chunks(signal)) {
      request.look?.(chunk);
      looker?.push(chunk);
      letGo(chunk);
    }
    if (decoded.bytes === 0) throw new Spoiled('empty', emptyWords(decoded));
    looker?.finish();
  });
  const damage = spoiled ?? looker?.damage;
  return { ...decoded.reading(), head: looker?.head ?? {}, ...(damage === undefined ? {} : { damage }) };
}

/** What looks at a dump, by the format that it turns out to have. It reads on behind a fault, for the checksum. */
class DumpLooker {
  readonly #decoded: Decoded;
  readonly #reader = new DumpReader();
  readonly #walker = new ArchiveWalker();

  constructor(decoded: Decoded) {
    this.#decoded = decoded;
  }

  get head(): DumpHead {
    return this.#walker.head ?? this.#reader.head;
  }

  get damage(): Damage | undefined {
    const { fault } = this.#reader;
    if (fault !== undefined) return { kind: fault.kind, says: fault.says };
    return this.#walker.fault === undefined ? undefined : { kind: 'damaged', says: this.#walker.fault };
  }

  push(chunk: Uint8Array): void {
    refuseUnreadable(this.#decoded.format);
    if (this.#decoded.format === 'plain') this.#reader.push(chunk);
    else if (this.#decoded.format === 'custom') this.#walker.push(chunk);
    else throw new Spoiled('unsupported', 'a tar archive is only looked into by restoring it');
  }

  finish(): void {
    if (this.#decoded.format === 'plain') this.#reader.finish();
    else this.#walker.finish();
  }
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
