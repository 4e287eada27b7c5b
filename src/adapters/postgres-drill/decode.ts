import { createHash, type Hash } from 'node:crypto';
import { type Format, formatOf, sniffLength } from '../../domain/backup/format.ts';
import type { ReadBounds, Reading } from '../../domain/backup/reading.ts';
import { formatBytes } from '../../domain/quantities.ts';
import type { BackupFile } from '../../ports/drill.ts';
import { type Compression, decompress } from './decompress.ts';
import { Spoiled } from './spoiled.ts';

/** A stored object on its way through decompression; what has been seen of it so far. */
export class Decoded {
  readonly formats: Format[] = [];
  storedBytes = 0;
  bytes = 0;
  readonly #file: BackupFile;
  readonly #bounds: ReadBounds;
  readonly #hash: Hash | undefined;
  #complete = false;

  constructor(file: BackupFile, bounds: ReadBounds, sha256: boolean) {
    this.#file = file;
    this.#bounds = bounds;
    this.#hash = sha256 ? createHash('sha256') : undefined;
  }

  /** What it is in the end: the innermost format. Known from the first chunk on. */
  get format(): Format {
    return this.formats.at(-1) ?? 'empty';
  }

  /** The decompressed bytes in order. Throws {@link Spoiled}, or a PortError of the store. */
  async *chunks(signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const outer = await peeked(this.#stored(signal));
    this.formats.push(outer.format);
    if (outer.format !== 'gzip' && outer.format !== 'zstd') {
      yield* this.#counted(outer.chunks);
      return;
    }
    const inner = await peeked(decompress(outer.format as Compression, outer.chunks));
    this.formats.push(inner.format);
    yield* this.#counted(inner.chunks);
  }

  /** What is known after the last byte. */
  reading(): Pick<Reading, 'formats' | 'storedBytes' | 'bytes' | 'checksums'> {
    const whole = this.#hash !== undefined && this.#complete;
    return {
      formats: this.formats,
      storedBytes: this.storedBytes,
      bytes: this.bytes,
      checksums: whole ? { [this.#file.name]: this.#hash.copy().digest('hex') } : {},
    };
  }

  /** The stored bytes as they come. */
  async *#stored(signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const { chunks } = await this.#file.open(signal);
    for await (const chunk of chunks) {
      this.storedBytes += chunk.length;
      this.#hash?.update(chunk);
      yield chunk;
    }
    if (this.storedBytes !== this.#file.bytes) {
      throw new Spoiled('changed', `${this.storedBytes} bytes came, and ${this.#file.bytes} were listed before`);
    }
    this.#complete = true;
  }

  async *#counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const { mostBytes, mostRatio } = this.#bounds;
    for await (const chunk of chunks) {
      this.bytes += chunk.length;
      if (this.bytes > mostBytes) {
        throw new Spoiled('too-large', `it decompresses to more than ${formatBytes(mostBytes)}`);
      }
      if (this.bytes > 2 ** 20 + mostRatio * this.storedBytes) {
        throw new Spoiled('too-large', `it decompresses to more than ${mostRatio} bytes for each stored one`);
      }
      yield chunk;
    }
  }
}

/** A stream whose first bytes have been looked at. */
async function peeked(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly format: Format; readonly chunks: AsyncIterable<Uint8Array> }> {
  const source = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < sniffLength) {
    const { done, value } = await source.next();
    if (done === true) break;
    first.push(value);
    length += value.length;
  }
  const format = formatOf(Buffer.concat(first).subarray(0, sniffLength));
  return { format, chunks: resumed(first, source) };
}

async function* resumed(first: readonly Uint8Array[], source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* first;
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
  } finally {
    await source.return?.();
  }
}
