import { once } from 'node:events';
import { constants, createGunzip, createZstdDecompress, type Gunzip, type ZstdDecompress } from 'node:zlib';
import { letGo } from './let-go.ts';
import { Spoiled } from './spoiled.ts';

/** Compressions that are read here. */
export type Compression = 'gzip' | 'zstd';

type Engine = Gunzip | ZstdDecompress;

/** Bytes that come out at once: large enough that handing them on costs nothing. */
export const outputBytes = 128 * 1024;

const engines: Readonly<Record<Compression, () => Engine>> = {
  gzip: () => createGunzip({ chunkSize: outputBytes }),
  // a window of 128 MiB is what `zstd -d` takes without being asked
  zstd: () => createZstdDecompress({ chunkSize: outputBytes, params: { [constants.ZSTD_d_windowLogMax]: 27 } }),
};

/**
 * Decompress a whole stream, in a thread beside. Several gzip members or zstd frames in a row are one stream, as their
 * tools have it. Throws {@link Spoiled} where it ends early, is not intact, or anything else stands behind it: zeros too,
 * which gunzip(1) would only warn of.
 */
export async function* decompress(kind: Compression, input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = input[Symbol.asyncIterator]();
  try {
    let left: Uint8Array | undefined;
    do {
      const fed = new Fed(engines[kind](), source, left);
      yield* fed.output(kind);
      left = fed.left;
      if (left !== undefined && !beginsFrame(kind, left)) throw new Spoiled('compression', trailing(kind, left));
    } while (left !== undefined);
  } finally {
    await source.return?.();
  }
}

/** Further members of gzip are read by the engine itself; a frame of zstd may be a skippable one (RFC 8878, 3.1). */
function beginsFrame(kind: Compression, bytes: Uint8Array): boolean {
  if (kind === 'gzip') return false;
  const [first = 0, second, third, fourth] = bytes;
  if (first === 0x28) return second === 0xb5 && third === 0x2f && fourth === 0xfd;
  return first >= 0x50 && first <= 0x5f && second === 0x2a && third === 0x4d && fourth === 0x18;
}

const trailing = (kind: Compression, left: Uint8Array): string =>
  `behind the end of the ${kind} stream follow further bytes${left.every((byte) => byte === 0) ? ', all of them zero' : ''}`;

/** One engine and what it is fed with. */
class Fed {
  /** What the engine did not take, because its stream had ended before. */
  left: Uint8Array | undefined;
  readonly #engine: Engine;
  readonly #source: AsyncIterator<Uint8Array>;
  #next: Uint8Array | undefined;
  #given = 0;

  constructor(engine: Engine, source: AsyncIterator<Uint8Array>, first: Uint8Array | undefined) {
    this.#engine = engine;
    this.#source = source;
    this.#next = first;
  }

  async *output(kind: Compression): AsyncGenerator<Uint8Array> {
    let trouble: unknown;
    const feeding = this.#feed().catch((error: unknown) => {
      trouble = error;
      this.#engine.destroy();
    });
    try {
      for await (const chunk of this.#engine) yield chunk as Uint8Array;
      await feeding;
    } catch (error) {
      throw trouble ?? translated(kind, error);
    } finally {
      this.#engine.destroy();
    }
    if (trouble !== undefined) throw trouble;
  }

  async #feed(): Promise<void> {
    let ended = false;
    const end = new Promise<void>((resolve) => {
      for (const event of ['end', 'close'] as const) {
        this.#engine.once(event, () => {
          ended = true;
          resolve();
        });
      }
    });
    this.#engine.once('error', () => undefined);
    for (;;) {
      const chunk = this.#next ?? (await this.#pull());
      this.#next = undefined;
      if (chunk === undefined) {
        this.#engine.end();
        return;
      }
      this.#given += chunk.length;
      const taken = new Promise<void>((resolve) => {
        this.#engine.write(chunk, () => resolve());
      });
      await Promise.race([taken, end]);
      const missed = this.#given - this.#engine.bytesWritten;
      if (missed === 0) letGo(chunk);
      if (ended || missed > 0) {
        this.left = missed > 0 ? chunk.subarray(chunk.length - missed) : undefined;
        if (!ended) await Promise.race([end, once(this.#engine, 'end')]);
        return;
      }
    }
  }

  async #pull(): Promise<Uint8Array | undefined> {
    const { done, value } = await this.#source.next();
    return done === true ? undefined : value;
  }
}

/** zlib's and zstd's own words are fixed ones; only those pass. */
function translated(kind: Compression, error: unknown): unknown {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code !== 'string' || !/^(Z_|ZSTD_)/.test(code)) return error;
  if (code === 'Z_BUF_ERROR') return new Spoiled('compression', `the ${kind} stream ends before its end`);
  const why = typeof message === 'string' && /^[\w ()'-]{1,80}$/.test(message) ? `: ${message.toLowerCase()}` : '';
  return new Spoiled('compression', `the ${kind} stream is not intact${why}`);
}
