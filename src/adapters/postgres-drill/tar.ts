import { type TarMember, tarBlock, tarHeader } from '../../domain/backup/tar-header.ts';
import { Spoiled } from './spoiled.ts';

/** A member with its content, which is passed over as far as it is not read. */
export interface OpenMember extends TarMember {
  readonly chunks: () => AsyncGenerator<Uint8Array>;
}

/** Bytes of a stream, as many as are wanted at a time. */
class Bytes {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();

  constructor(source: AsyncIterator<Uint8Array>) {
    this.#source = source;
  }

  /** Up to so many bytes, at least one; none at the end. */
  async some(most: number): Promise<Uint8Array> {
    if (this.#rest.length === 0) {
      const { done, value } = await this.#source.next();
      if (done === true) return new Uint8Array();
      this.#rest = value;
    }
    const taken = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(taken.length);
    return taken;
  }

  /** Exactly so many bytes. Throws {@link Spoiled} where there are fewer, unless there are none at all. */
  async exactly(length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const part = await this.some(length - filled);
      if (part.length === 0) break;
      bytes.set(part, filled);
      filled += part.length;
    }
    if (filled > 0 && filled < length) throw cutOff();
    return bytes.subarray(0, filled);
  }
}

const cutOff = (): Spoiled => new Spoiled('incomplete', 'the tar archive ends within a member');

/** The files of a tar archive in their order. Throws {@link Spoiled} where it is not whole, or holds what must not be read. */
export async function* tarFiles(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<OpenMember> {
  const source = chunks[Symbol.asyncIterator]();
  const bytes = new Bytes(source);
  try {
    for (;;) {
      const block = await bytes.exactly(tarBlock);
      if (block.length === 0) throw new Spoiled('incomplete', 'the end of the tar archive is not there');
      const header = tarHeader(block);
      if (header === 'end') return await untilEnd(bytes);
      if (typeof header === 'string') throw new Spoiled('damaged', header);
      let left = header.bytes;
      const content = async function* (): AsyncGenerator<Uint8Array> {
        while (left > 0) {
          const part = await bytes.some(left);
          if (part.length === 0) throw cutOff();
          left -= part.length;
          yield part;
        }
      };
      if (header.kind === 'file') yield { ...header, chunks: content };
      for await (const _ of content());
      await bytes.exactly((tarBlock - (header.bytes % tarBlock)) % tarBlock);
    }
  } finally {
    await source.return?.();
  }
}

/** Behind the first block of zeros stand only others. */
async function untilEnd(bytes: Bytes): Promise<void> {
  for (;;) {
    const part = await bytes.some(65_536);
    if (part.length === 0) return;
    if (part.some((byte) => byte !== 0))
      throw new Spoiled('damaged', 'something stands behind the end of the tar archive');
  }
}
