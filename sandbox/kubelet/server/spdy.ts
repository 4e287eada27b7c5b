/** The server's side of SPDY/3.1 as Kubernetes uses it: streams that the client opens, without flow control. */
import type { Duplex } from 'node:stream';
import { constants, createDeflate, createInflate } from 'node:zlib';
import { DICTIONARY } from './spdy-dictionary.ts';

const TYPE = { synStream: 1, synReply: 2, reset: 3, ping: 6, goAway: 7, headers: 8 } as const;
const FIN = 0x01;
const VERSION = 0x8003;
const HEADER_BYTES = 8;
/** No frame of a sensible client is longer; data frames of the Go client hold at most 32 KiB. */
const LONGEST_FRAME = 1 << 22;
const CANCEL = 5;

/** What a session tells its owner. */
export interface SpdyListener {
  /** A stream was opened. Its listeners must be set before this returns. */
  opened(stream: SpdyStream): void;
  /** The connection has ended, for whatever reason. */
  closed(): void;
}

/** A stream that the client opened. */
export class SpdyStream {
  readonly id: number;
  readonly headers: ReadonlyMap<string, string>;
  /** Takes data; the session reads on when the promise resolves. */
  received: (data: Buffer) => Promise<void> | void = () => undefined;
  /** The client sends no more. */
  ended: () => void = () => undefined;
  /** The client gave the stream up. */
  wasReset: () => void = () => undefined;
  readonly #session: SpdySession;
  #open = true;

  constructor(session: SpdySession, id: number, headers: ReadonlyMap<string, string>) {
    this.#session = session;
    this.id = id;
    this.headers = headers;
  }

  /** Sends data; false when the caller should wait for `drained` of the session. */
  write(data: Buffer): boolean {
    return this.#open ? this.#session.send(dataFrame(this.id, 0, data)) : true;
  }

  /** Sends no more. */
  end(): void {
    if (this.#open) this.#session.send(dataFrame(this.id, FIN, Buffer.alloc(0)));
    this.#open = false;
  }

  /** Gives the stream up. */
  reset(): void {
    if (this.#open) this.#session.send(resetFrame(this.id));
    this.#open = false;
  }
}

/** One connection. */
export class SpdySession {
  readonly #transport: Duplex;
  readonly #listener: SpdyListener;
  readonly #streams = new Map<number, SpdyStream>();
  readonly #inflate = createInflate({ dictionary: DICTIONARY });
  readonly #deflate = createDeflate({ dictionary: DICTIONARY });

  constructor(transport: Duplex, listener: SpdyListener) {
    this.#transport = transport;
    this.#listener = listener;
    transport.on('error', () => undefined);
    void this.#run();
  }

  /** Sends a frame; false when the transport is full. */
  send(frame: Buffer): boolean {
    return this.#transport.writable ? this.#transport.write(frame) : true;
  }

  /** Resolves when the transport takes more, or is closed. */
  async drained(): Promise<void> {
    if (!this.#transport.writableNeedDrain || this.#transport.destroyed) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#transport.once('drain', resolve).once('close', resolve);
    await promise;
    this.#transport.off('drain', resolve).off('close', resolve);
  }

  close(): void {
    this.#transport.end();
  }

  async #run(): Promise<void> {
    let rest: Buffer = Buffer.alloc(0);
    try {
      for await (const chunk of this.#transport) {
        rest = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
        for (let frame = firstFrame(rest); frame; frame = firstFrame(rest)) {
          rest = rest.subarray(frame.length);
          await this.#take(frame);
        }
      }
    } catch {
      // A broken connection or frame ends the session as a closed one does.
    }
    this.#transport.destroy();
    for (const stream of this.#streams.values()) stream.wasReset();
    this.#listener.closed();
  }

  async #take(frame: Buffer): Promise<void> {
    const first = frame.readUInt32BE(0);
    if (first >>> 31 === 0) return this.#takeData(first, frame);
    if (first >>> 16 !== VERSION) throw new Error('not SPDY/3');
    switch (first & 0xffff) {
      case TYPE.synStream:
        return this.#open(frame);
      case TYPE.headers:
        await this.#headers(frame.subarray(HEADER_BYTES + 4));
        return;
      case TYPE.reset:
        return this.#reset(frame.readUInt32BE(HEADER_BYTES));
      case TYPE.ping:
        // Odd numbers are the client's questions; this side asks none.
        if (frame.readUInt32BE(HEADER_BYTES) % 2 === 1) this.send(frame);
        return;
      case TYPE.goAway:
        this.close();
        return;
      default: // settings and window updates say nothing to a side without flow control
    }
  }

  async #takeData(id: number, frame: Buffer): Promise<void> {
    const stream = this.#streams.get(id);
    if (!stream) return;
    if (frame.length > HEADER_BYTES) await stream.received(frame.subarray(HEADER_BYTES));
    if ((frame[4] ?? 0) & FIN) stream.ended();
  }

  async #open(frame: Buffer): Promise<void> {
    const id = frame.readUInt32BE(HEADER_BYTES) & 0x7fffffff;
    const headers = await this.#headers(frame.subarray(HEADER_BYTES + 10));
    const stream = new SpdyStream(this, id, headers);
    this.#streams.set(id, stream);
    this.send(await this.#reply(id));
    this.#listener.opened(stream);
    if ((frame[4] ?? 0) & FIN) stream.ended();
  }

  #reset(id: number): void {
    const stream = this.#streams.get(id);
    this.#streams.delete(id);
    stream?.wasReset();
  }

  /** All header blocks of a connection are one compressed stream, so each must be read, also of unknown streams. */
  async #headers(block: Buffer): Promise<Map<string, string>> {
    return readPairs(await through(this.#inflate, block));
  }

  async #reply(id: number): Promise<Buffer> {
    const block = await through(this.#deflate, Buffer.alloc(4));
    const body = Buffer.alloc(4 + block.length);
    body.writeUInt32BE(id);
    block.copy(body, 4);
    return controlFrame(TYPE.synReply, body);
  }
}

/** Everything that comes out of a compressor when this goes in and is flushed. */
async function through(
  stream: ReturnType<typeof createInflate> | ReturnType<typeof createDeflate>,
  input: Buffer,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  const collect = (part: Buffer): void => void parts.push(part);
  stream.on('data', collect);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  stream.once('error', reject);
  stream.write(input);
  stream.flush(constants.Z_SYNC_FLUSH, () => resolve());
  await promise;
  stream.off('error', reject);
  stream.off('data', collect);
  return Buffer.concat(parts);
}

/** Name and value pairs; names are lower case, values of one name are joined by NUL. */
function readPairs(block: Buffer): Map<string, string> {
  let at = 0;
  const number = (): number => {
    at += 4;
    return block.readUInt32BE(at - 4);
  };
  const text = (): string => {
    const length = number();
    at += length;
    return block.toString('utf8', at - length, at);
  };
  const pairs = new Map<string, string>();
  for (let left = number(); left > 0; left--) {
    const name = text();
    pairs.set(name.toLowerCase(), text());
  }
  return pairs;
}

/** The first whole frame of what was received, if there is one. */
function firstFrame(received: Buffer): Buffer | undefined {
  if (received.length < HEADER_BYTES) return undefined;
  const length = HEADER_BYTES + (received.readUInt32BE(4) & 0xffffff);
  if (length > LONGEST_FRAME) throw new Error('a frame that is too long');
  return received.length < length ? undefined : received.subarray(0, length);
}

function dataFrame(id: number, flags: number, data: Buffer): Buffer {
  const head = Buffer.alloc(HEADER_BYTES);
  head.writeUInt32BE(id);
  head.writeUInt32BE(((flags << 24) | data.length) >>> 0, 4);
  return Buffer.concat([head, data]);
}

function controlFrame(type: number, body: Buffer): Buffer {
  const head = Buffer.alloc(HEADER_BYTES);
  head.writeUInt16BE(VERSION);
  head.writeUInt16BE(type, 2);
  head.writeUInt32BE(body.length, 4);
  return Buffer.concat([head, body]);
}

function resetFrame(id: number): Buffer {
  const body = Buffer.alloc(8);
  body.writeUInt32BE(id);
  body.writeUInt32BE(CANCEL, 4);
  return controlFrame(TYPE.reset, body);
}
