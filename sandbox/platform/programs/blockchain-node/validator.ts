import { createHash } from 'node:crypto';
import { type Block, type Chain, follows, seal } from './chain.ts';
import type { PeerState, Peers } from './peers.ts';

/** A slot's length in milliseconds: one validator may propose one block in it. */
export const SLOT = 1_000;
/** Blocks that a node may be behind its furthest peer before it is no longer ready. */
const ALLOWED_LAG = 5;
/** Transactions that one block holds at most, and that wait at most. */
const BLOCK_SIZE = 20_000;
const WAITING = 200_000;

/** What a validator tells its log. */
export type Tell = (level: 'info' | 'warn', message: string, fields: Record<string, unknown>) => void;

/**
 * One validator: in its slot it proposes a block of the transactions that wait with it, and appends and announces it when
 * more than two thirds agree; in the other slots it votes, follows and catches up.
 */
export class Validator {
  readonly chain: Chain;
  readonly name: string;
  private readonly peers: Peers;
  private readonly tell: Tell;
  private waiting: string[] = [];
  private readonly heights = new Map<string, number>();
  private voted = { height: 0, hash: '' };
  private hadQuorum = false;

  constructor(name: string, chain: Chain, peers: Peers, tell: Tell) {
    this.name = name;
    this.chain = chain;
    this.peers = peers;
    this.tell = tell;
  }

  /** Validators that answer, without this one. */
  get connected(): number {
    return this.heights.size;
  }

  get hasQuorum(): boolean {
    return this.connected + 1 >= this.peers.quorum;
  }

  /** Blocks behind the furthest peer. */
  get lag(): number {
    return Math.max(0, ...[...this.heights.values()].map((height) => height - this.chain.head.height));
  }

  get mempool(): number {
    return this.waiting.length;
  }

  /**
   * Ready unless it lags, or has lost a quorum that it had since it started. A node that has not met a quorum yet is
   * ready, since a StatefulSet starts its pods one after the other and the first would wait for ever.
   */
  readiness(): { readonly ready: boolean; readonly reason?: string } {
    if (this.lag > ALLOWED_LAG) return { ready: false, reason: `${this.lag} blocks behind` };
    if (this.hadQuorum && !this.hasQuorum) {
      return { ready: false, reason: `no quorum: ${this.connected + 1} of ${this.peers.names.length}` };
    }
    return { ready: true };
  }

  /** Takes transactions to wait; gives how many were taken. */
  submit(transactions: readonly string[]): number {
    const taken = transactions.slice(0, WAITING - this.waiting.length);
    this.waiting.push(...taken);
    return taken.length;
  }

  /** Whether this validator agrees to a proposal: it follows the head, and no other was agreed to at that height in this slot. */
  vote(block: Block): boolean {
    if (!follows(this.chain.head, block)) return false;
    if (block.proposer !== this.peers.proposer(Math.floor(block.time / SLOT))) return false;
    if (Math.abs(Date.now() - block.time) > 2 * SLOT) return false;
    this.voted = { height: block.height, hash: block.hash };
    return true;
  }

  /** Appends a block that more than two thirds agreed to; false when it does not follow and blocks are missing. */
  accept(block: Block, voters: readonly string[]): boolean {
    const known = voters.filter((name) => this.peers.names.includes(name));
    if (new Set(known).size < this.peers.quorum || !this.chain.append(block)) return false;
    this.heights.set(block.proposer, block.height);
    this.tell('info', 'block followed', { height: block.height, proposer: block.proposer, count: block.transactions });
    return true;
  }

  /** Looks at every peer: who answers, how far it is; catches up when one is further. */
  async meet(): Promise<void> {
    const answers = await this.peers.askAll('/status');
    this.heights.clear();
    for (const { name, body } of answers) this.heights.set(name, (body as PeerState).height);
    if (this.hasQuorum && !this.hadQuorum) this.tell('info', 'quorum reached', { validators: this.connected + 1 });
    if (this.hadQuorum && !this.hasQuorum) this.tell('warn', 'quorum lost', { validators: this.connected + 1 });
    this.hadQuorum ||= this.hasQuorum;
    const furthest = [...this.heights].sort((one, other) => other[1] - one[1])[0];
    if (furthest !== undefined && furthest[1] > this.chain.head.height) await this.catchUp(furthest[0]);
  }

  private async catchUp(peer: string): Promise<void> {
    const next = this.chain.head.height + 1;
    const blocks = await this.blocksOf(peer, `/blocks?from=${next}`);
    if (blocks === undefined) return;
    if (blocks.length === 0) {
      const [head] = (await this.blocksOf(peer, '/blocks?from=head')) ?? [];
      if (head !== undefined) this.chain.restart(head);
      return;
    }
    const appended = blocks.filter((block) => this.chain.append(block)).length;
    if (appended > 0) this.tell('info', 'caught up', { peer, blocks: appended, height: this.chain.head.height });
    else await this.giveWay(peer);
  }

  /** This node's head is on a branch that the others did not follow: it takes theirs. */
  private async giveWay(peer: string): Promise<void> {
    const [head] = (await this.blocksOf(peer, '/blocks?from=head')) ?? [];
    if (head === undefined || head.height <= this.chain.head.height) return;
    this.tell('warn', 'branch left', { peer, from: this.chain.head.height, to: head.height });
    this.chain.restart(head);
  }

  private async blocksOf(peer: string, path: string): Promise<Block[] | undefined> {
    const answer = await this.peers.ask(peer, path);
    return answer?.status === 200 ? (answer.body as Block[]) : undefined;
  }

  /** Proposes a block when the slot is this validator's. */
  async propose(slot: number): Promise<void> {
    if (this.peers.proposer(slot) !== this.name) return;
    const head = this.chain.head;
    const taken = this.waiting.slice(0, BLOCK_SIZE);
    const root = createHash('sha256').update(taken.join('')).digest('hex');
    const block = seal({
      height: head.height + 1,
      parent: head.hash,
      proposer: this.name,
      time: Date.now(),
      transactions: taken.length,
      root,
      total: head.total + taken.length,
    });
    if (this.voted.height > block.height) return;
    const votes = await this.peers.askAll('/vote', block);
    const voters = [this.name, ...votes.map(({ name }) => name)];
    if (voters.length < this.peers.quorum) {
      this.tell('warn', 'proposal without quorum', { height: block.height, voters: voters.length });
      return;
    }
    if (!this.chain.append(block)) return;
    this.waiting = this.waiting.slice(taken.length);
    this.tell('info', 'block proposed', { height: block.height, count: block.transactions, voters: voters.length });
    await this.peers.askAll('/blocks', { block, voters });
  }
}
