import { Agent } from 'node:http';
import { AddressBook, type Answer, call } from '../pod-runtime/call.ts';

/** How long a peer may take to answer, in milliseconds: less than a slot. */
const PEER_TIMEOUT = 700;

/** The state that a peer tells about itself. */
export interface PeerState {
  readonly name: string;
  readonly height: number;
  readonly hash: string;
}

/** The other validators of the network, found by the names that the headless Service gives them. */
export class Peers {
  readonly names: readonly string[];
  private readonly self: string;
  private readonly domain: string;
  private readonly port: number;
  private readonly book = new AddressBook();
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 });

  constructor(self: string, size: number, domain: string, port: number) {
    this.self = self;
    this.domain = domain;
    this.port = port;
    const base = self.replace(/-\d+$/, '');
    this.names = Array.from({ length: size }, (_, index) => `${base}-${index}`);
  }

  get others(): readonly string[] {
    return this.names.filter((name) => name !== this.self);
  }

  /** Validators that must agree before a block is final: more than two thirds. */
  get quorum(): number {
    return Math.floor((2 * this.names.length) / 3) + 1;
  }

  /** Whose turn a slot is. */
  proposer(slot: number): string {
    return this.names[slot % this.names.length] ?? this.self;
  }

  /** Asks one peer; undefined when it does not answer in time. */
  async ask(name: string, path: string, body?: unknown): Promise<Answer | undefined> {
    const host = `${name}.${this.domain}`;
    const [address] = await this.book.all(host);
    if (address === undefined) return undefined;
    try {
      const method = body === undefined ? 'GET' : 'POST';
      return await call({ address, port: this.port, path, method, body, timeout: PEER_TIMEOUT, agent: this.agent });
    } catch {
      this.book.doubt(host);
      return undefined;
    }
  }

  /** Asks every other validator at once and gives the answers with status 200. */
  async askAll(path: string, body?: unknown): Promise<{ readonly name: string; readonly body: unknown }[]> {
    const answers = await Promise.all(
      this.others.map(async (name) => ({ name, answer: await this.ask(name, path, body) })),
    );
    return answers.flatMap(({ name, answer }) => (answer?.status === 200 ? [{ name, body: answer.body }] : []));
  }
}
