import { connect, type Socket } from 'node:net';

/** The longest answer that is waited for, in characters: this client asks for short ones only. */
const ANSWER_LIMIT = 64 * 1024;
/** How long to wait before connecting again, in milliseconds. */
const AGAIN = 1_000;

type Settle = (error: Error | undefined, value?: string) => void;

/** One command in Redis' own protocol (RESP2): an array of bulk strings. */
export function encode(command: readonly string[]): string {
  const parts = command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`);
  return `*${command.length}\r\n${parts.join('')}`;
}

/** Where the first complete answer of `text` ends, or undefined. Understands simple, error, integer and bulk answers. */
export function answerEnd(text: string): number | undefined {
  const line = text.indexOf('\r\n');
  if (line < 0) return undefined;
  if (text[0] !== '$') return line + 2;
  const length = Number(text.slice(1, line));
  if (length < 0) return line + 2;
  const end = line + 2 + length + 2;
  return text.length >= end ? end : undefined;
}

function settle(answer: string, done: Settle): void {
  const body = answer.slice(1).replace(/\r\n$/, '');
  if (answer[0] === '-') done(new Error(`Redis refused: ${body.split(' ')[0]}`));
  else done(undefined, answer[0] === '$' ? body.slice(body.indexOf('\r\n') + 2) : body);
}

/** A connection to Redis that comes back by itself; commands fail at once while it is away. */
export class Cache {
  private readonly address: () => Promise<string | undefined>;
  private readonly port: number;
  private readonly login: readonly string[];
  private socket: Socket | undefined;
  private ready = false;
  private pending: Settle[] = [];
  private text = '';

  constructor(address: () => Promise<string | undefined>, port: number, username: string, password: string) {
    this.address = address;
    this.port = port;
    this.login = ['AUTH', username, password];
    void this.open();
  }

  get connected(): boolean {
    return this.ready;
  }

  private async open(): Promise<void> {
    const host = await this.address();
    if (host === undefined) return this.later();
    const socket = connect({ host, port: this.port, noDelay: true });
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => this.read(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => this.closed());
    socket.on('connect', () => {
      this.socket = socket;
      this.push(this.login, (error) => {
        if (error === undefined) this.ready = true;
        else socket.destroy();
      });
    });
  }

  private later(): void {
    setTimeout(() => void this.open(), AGAIN);
  }

  private closed(): void {
    const lost = this.pending;
    this.pending = [];
    this.text = '';
    this.ready = false;
    this.socket = undefined;
    for (const done of lost) done(new Error('The connection to Redis was lost.'));
    this.later();
  }

  private push(command: readonly string[], done: Settle): void {
    this.pending.push(done);
    this.socket?.write(encode(command), 'utf8');
  }

  private read(chunk: string): void {
    this.text += chunk;
    for (let end = answerEnd(this.text); end !== undefined; end = answerEnd(this.text)) {
      const answer = this.text.slice(0, end);
      this.text = this.text.slice(end);
      const done = this.pending.shift();
      if (done !== undefined) settle(answer, done);
    }
    if (this.text.length > ANSWER_LIMIT) this.socket?.destroy();
  }

  /** Sends one command and gives its answer as text. */
  send(...command: string[]): Promise<string> {
    if (!this.ready) return Promise.reject(new Error('Redis is away.'));
    return new Promise((resolve, reject) => {
      this.push(command, (error, value) => (error === undefined ? resolve(value ?? '') : reject(error)));
    });
  }
}
