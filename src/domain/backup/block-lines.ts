/** A line longer than this is none of a block, bytes. */
const longestLine = 16 * 2 ** 20;
const lineFeed = 10;

/** Whether an object holds blocks as lines: other objects of a chain (its genesis, archives of a node) show no height. */
export const areBlocks = (key: string): boolean => /\.jsonl(\.(gz|zst))?$/.test(key);

/**
 * Looks at exported blocks as they pass: lines of JSON, each with the `height` of its block, in order and without a gap,
 * over all objects of a backup. What a block holds is the chain's own business.
 */
export class BlockLines {
  #begun = '';
  #first: number | undefined;
  #last: number | undefined;
  #count = 0;
  #fault: string | undefined;

  /** The first thing that is wrong. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** What was seen: lowest and highest height, and how many blocks. */
  get seen(): { readonly first?: number; readonly last?: number; readonly count: number } {
    return {
      count: this.#count,
      ...(this.#first === undefined ? {} : { first: this.#first }),
      ...(this.#last === undefined ? {} : { last: this.#last }),
    };
  }

  /** Read on within an object. */
  push(bytes: Uint8Array): void {
    let from = 0;
    while (this.#fault === undefined) {
      const end = bytes.indexOf(lineFeed, from);
      const piece = latin1(bytes.subarray(from, end < 0 ? bytes.length : end));
      if (end < 0) {
        this.#begun += piece;
        if (this.#begun.length > longestLine) this.#fault = 'a line is longer than any block';
        return;
      }
      this.#line(this.#begun + piece);
      this.#begun = '';
      from = end + 1;
    }
  }

  /** An object has ended; a block does not go on in the next one. */
  endObject(): void {
    if (this.#begun.trim() !== '') this.#line(this.#begun);
    this.#begun = '';
  }

  #line(line: string): void {
    if (line.trim() === '') return;
    const height = heightOf(line);
    if (height === undefined) {
      this.#fault = `line ${this.#count + 1} is no block: JSON with a height`;
      return;
    }
    if (this.#last !== undefined && height !== this.#last + 1) {
      this.#fault = `block ${height} follows block ${this.#last}`;
      return;
    }
    this.#first ??= height;
    this.#last = height;
    this.#count += 1;
  }
}

function heightOf(line: string): number | undefined {
  try {
    const { height } = JSON.parse(line) as { readonly height?: unknown };
    return typeof height === 'number' && Number.isSafeInteger(height) && height >= 0 ? height : undefined;
  } catch {
    return undefined;
  }
}

/** Heights are digits: how other characters are encoded does not matter. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return text;
}
