import { type ArchiveContents, archiveContents } from './archive-contents.ts';
import { type ArchiveHead, archiveHead } from './archive-head.ts';

/** Longest table of contents that is read, bytes: it is held in memory. */
export const longestContents = 64 * 2 ** 20;

type Expecting = 'block' | 'id' | 'length' | 'bytes' | 'object';

/**
 * Walks through an archive in custom format without decoding its data (pg_backup_custom.c): whether every entry with data has
 * its block, every block comes to its end, and nothing follows the last one. What is inside of the blocks only pg_restore sees.
 */
export class ArchiveWalker {
  #begun: Uint8Array = new Uint8Array();
  #head: ArchiveHead | undefined;
  #contents: ArchiveContents | undefined;
  #missing = new Set<number>();
  #expecting: Expecting = 'block';
  #objects = false;
  #number: number[] = [];
  #left = 0;
  #fault: string | undefined;

  /** The first thing that is wrong. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** Known once the head has been read. */
  get head(): ArchiveHead | undefined {
    return this.#head;
  }

  /** Read on. */
  push(chunk: Uint8Array): void {
    if (this.#fault !== undefined) return;
    if (this.#contents !== undefined) this.#walk(chunk, 0);
    else this.#begin(chunk);
  }

  /** No bytes follow; {@link fault} says whether it is whole. */
  finish(): void {
    if (this.#fault !== undefined) return;
    if (this.#contents === undefined) this.#fault = 'it ends within its table of contents';
    else if (this.#expecting !== 'block') this.#fault = 'it ends within a block of data';
    else if (this.#missing.size > 0) this.#fault = `the data of ${this.#missing.size} of its entries is not there`;
  }

  #begin(chunk: Uint8Array): void {
    const data = new Uint8Array(this.#begun.length + chunk.length);
    data.set(this.#begun);
    data.set(chunk, this.#begun.length);
    this.#begun = data;
    this.#head ??= archiveHead(data);
    if (this.#head === undefined) {
      if (data.length > 4096) this.#fault = 'its head is not one of pg_dump';
      return;
    }
    const contents = archiveContents(data, this.#head);
    if (contents === 'damaged' || (contents === 'more' && data.length > longestContents)) {
      this.#fault = 'its table of contents is not intact';
    } else if (contents !== 'more') {
      this.#contents = contents;
      this.#missing = new Set(contents.entries.filter(({ hasData }) => hasData).map(({ id }) => id));
      this.#begun = new Uint8Array();
      this.#walk(data, contents.end);
    }
  }

  #walk(data: Uint8Array, from: number): void {
    let at = from;
    while (at < data.length && this.#fault === undefined) {
      if (this.#expecting === 'bytes') {
        const taken = Math.min(this.#left, data.length - at);
        this.#left -= taken;
        at += taken;
        if (this.#left === 0) this.#expecting = 'length';
      } else if (this.#expecting === 'block') this.#block(data[at++] as number);
      else this.#digit(data[at++] as number);
    }
  }

  #block(kind: number): void {
    if (kind !== 1 && kind !== 3) this.#fault = 'behind its data stands what is none';
    this.#objects = kind === 3;
    this.#expecting = 'id';
  }

  #digit(byte: number): void {
    this.#number.push(byte);
    if (this.#number.length <= (this.#head?.numberBytes ?? 4)) return;
    const [sign, ...bytes] = this.#number;
    const value = bytes.reduce((sum, each, index) => sum + each * 256 ** index, 0);
    this.#number = [];
    if (sign !== 0) this.#fault = 'a block of data has a length that none has';
    else if (this.#expecting === 'id') this.#identify(value);
    else if (this.#expecting === 'object') this.#expecting = value === 0 ? 'block' : 'length';
    else this.#measure(value);
  }

  #identify(id: number): void {
    if (!this.#missing.delete(id)) this.#fault = 'a block of data belongs to no entry, or stands there twice';
    this.#expecting = this.#objects ? 'object' : 'length';
  }

  /** A piece of so many bytes, or the end of the rows or of a large object. */
  #measure(length: number): void {
    this.#left = length;
    if (length > 0) this.#expecting = 'bytes';
    else this.#expecting = this.#objects ? 'object' : 'block';
  }
}
