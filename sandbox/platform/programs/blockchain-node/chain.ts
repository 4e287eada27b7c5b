import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';

/** A block of the ledger: the transactions themselves are kept by their root, as in a pruned node. */
export interface Block {
  readonly height: number;
  readonly parent: string;
  readonly proposer: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly transactions: number;
  /** SHA-256 over the block's transactions. */
  readonly root: string;
  /** Transactions of the whole ledger up to and with this block. */
  readonly total: number;
  readonly hash: string;
}

/** Blocks that a node keeps; older ones are dropped from its file when it starts. */
const KEPT = 20_000;

/** Where the ledger stands when a network is new: Phoenix Rooivalk has run for a while. */
const GENESIS: Block = seal({
  height: 1_204_800,
  parent: '0'.repeat(64),
  proposer: 'genesis',
  time: 0,
  transactions: 0,
  root: '0'.repeat(64),
  total: 912_402_117,
});

/** Computes a block's hash over its fields in a fixed order. */
export function seal(block: Omit<Block, 'hash'>): Block {
  const { height, parent, proposer, time, transactions, root, total } = block;
  const text = JSON.stringify([height, parent, proposer, time, transactions, root, total]);
  return { ...block, hash: createHash('sha256').update(text).digest('hex') };
}

/** Whether `block` follows `head` and its hash is its own. */
export function follows(head: Block, block: Block): boolean {
  return (
    block.height === head.height + 1 &&
    block.parent === head.hash &&
    block.total === head.total + block.transactions &&
    seal(block).hash === block.hash
  );
}

/** The ledger of one node: a file of JSON lines in its volume, read at start and appended to. */
export class Chain {
  private readonly path: string;
  private blocks: Block[];
  private descriptor: number;

  constructor(path: string) {
    this.path = path;
    this.blocks = Chain.read(path);
    this.descriptor = openSync(path, 'a', 0o640);
  }

  /** Reads the file up to the first line that does not follow: a torn write at a crash loses no more than its block. */
  private static read(path: string): Block[] {
    const blocks: Block[] = [GENESIS];
    if (!existsSync(path)) {
      writeFileSync(path, `${JSON.stringify(GENESIS)}\n`, { mode: 0o640 });
      return blocks;
    }
    const kept = Chain.parse(readFileSync(path, 'utf8'));
    if (kept.length === 0) return blocks;
    const latest = kept.slice(-KEPT);
    writeFileSync(`${path}.new`, latest.map((block) => `${JSON.stringify(block)}\n`).join(''), { mode: 0o640 });
    renameSync(`${path}.new`, path);
    return latest;
  }

  private static parse(text: string): Block[] {
    const blocks: Block[] = [];
    for (const line of text.split('\n')) {
      const block = parseLine(line);
      const head = blocks.at(-1);
      if (block === undefined || (head !== undefined && !follows(head, block))) break;
      blocks.push(block);
    }
    return blocks;
  }

  get head(): Block {
    return this.blocks.at(-1) ?? GENESIS;
  }

  /** Appends a block that follows the head; false when it does not. */
  append(block: Block): boolean {
    if (!follows(this.head, block)) return false;
    writeSync(this.descriptor, `${JSON.stringify(block)}\n`);
    this.blocks.push(block);
    if (this.blocks.length > 2 * KEPT) this.blocks = this.blocks.slice(-KEPT);
    return true;
  }

  /** Blocks from a height on, at most `limit`; empty when that height is not kept. */
  from(height: number, limit: number): readonly Block[] {
    const first = this.blocks[0];
    if (first === undefined || height < first.height) return [];
    const index = height - first.height;
    return this.blocks.slice(index, index + limit);
  }

  /** Takes a peer's later state as the start when the gap is longer than what peers keep. */
  restart(block: Block): void {
    this.blocks = [block];
    closeSync(this.descriptor);
    writeFileSync(this.path, `${JSON.stringify(block)}\n`, { mode: 0o640 });
    this.descriptor = openSync(this.path, 'a', 0o640);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}

function parseLine(line: string): Block | undefined {
  if (line === '') return undefined;
  try {
    return JSON.parse(line) as Block;
  } catch {
    return undefined;
  }
}
