import type pg from 'pg';
import type { Connection, Submittable } from 'pg';

/** How a statement ended: the server's command tag, or the SQLSTATE of its refusal. */
export type Answer = { readonly tag: string } | { readonly refused: string };

interface Reply {
  readonly text?: string;
  readonly code?: unknown;
  /** Only what the server itself says has one. */
  readonly severity?: unknown;
}

/**
 * One request in the simple query protocol, sent as the bytes that it is: a dump's text in its own encoding would not
 * survive becoming a string. With COPY … FROM stdin the server then asks for rows.
 */
class RawQuery implements Submittable {
  readonly ended: Promise<Answer>;
  readonly asked: Promise<boolean>;
  readonly #bytes: Uint8Array;
  #settle: (answer: Answer) => void = () => undefined;
  #ask: (asked: boolean) => void = () => undefined;
  #answer: Answer = { tag: '' };
  #copied: string | undefined;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.ended = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.asked = new Promise((resolve) => {
      this.#ask = resolve;
    });
  }

  submit(connection: Connection): void {
    connection.stream.write(message('Q', this.#bytes.length + 1));
    connection.stream.write(this.#bytes);
    connection.stream.write(nul);
  }

  handleCopyInResponse(): void {
    this.#ask(true);
  }

  handleCommandComplete({ text = '' }: Reply): void {
    if (text.startsWith('COPY ')) this.#copied = text;
    this.#answer = { tag: this.#copied ?? text };
  }

  /** The client tells nothing more of a request after this. */
  handleError({ code, severity }: Reply): void {
    const said = severity !== undefined && typeof code === 'string';
    this.#ask(false);
    this.#settle({ refused: said ? code : lostConnection });
  }

  handleReadyForQuery(): void {
    this.#ask(false);
    this.#settle(this.#answer);
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
  handleCopyData(): void {}
}

/** SQLSTATE for a connection that is no more (class 08). */
export const lostConnection = '08006';

const nul = Buffer.of(0);

/** The head of a message: its type, and its length with the four bytes of the length. */
function message(type: 'Q' | 'd' | 'c', length: number): Buffer {
  const head = Buffer.allocUnsafe(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(length + 4, 1);
  return head;
}

/** A session that takes statements and rows as bytes. */
export class RawSession {
  readonly client: pg.Client;
  #copy: RawQuery | undefined;

  constructor(client: pg.Client) {
    this.client = client;
  }

  /** Run one request to its end. */
  run(bytes: Uint8Array): Promise<Answer> {
    return this.#submit(bytes).ended;
  }

  /** Begin a COPY; whether the server takes rows. Those that it does not take are dropped by {@link rows}. */
  async beginCopy(bytes: Uint8Array): Promise<boolean> {
    const query = this.#submit(bytes);
    this.#copy = query;
    return query.asked;
  }

  /** Hand rows on; waits while the server is behind. */
  async rows(bytes: Uint8Array): Promise<void> {
    const { stream } = this.#connection;
    stream.cork();
    stream.write(message('d', bytes.length));
    const room = stream.write(bytes);
    stream.uncork();
    if (!room && !stream.destroyed) await drained(stream);
  }

  /** All rows are there: how the COPY ended. */
  async endCopy(): Promise<Answer> {
    const query = this.#copy;
    this.#copy = undefined;
    if (query === undefined) return { tag: '' };
    this.#connection.stream.write(message('c', 0));
    return query.ended;
  }

  /** Wait for a COPY that the server refused at its beginning. */
  async refusedCopy(): Promise<Answer> {
    const query = this.#copy;
    this.#copy = undefined;
    return query?.ended ?? { tag: '' };
  }

  get #connection(): Connection {
    return (this.client as unknown as { readonly connection: Connection }).connection;
  }

  #submit(bytes: Uint8Array): RawQuery {
    const query = new RawQuery(bytes);
    this.client.query(query);
    return query;
  }
}

function drained(stream: Connection['stream']): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      for (const event of ['drain', 'close', 'error']) stream.off(event, done);
      resolve();
    };
    for (const event of ['drain', 'close', 'error']) stream.on(event, done);
  });
}
