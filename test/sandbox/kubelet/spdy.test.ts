import { Duplex } from 'node:stream';
import { constants, crc32, createDeflate, createInflate } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SpdySession, type SpdyStream } from '../../../sandbox/kubelet/server/spdy.ts';
import { DICTIONARY } from '../../../sandbox/kubelet/server/spdy-dictionary.ts';

/** The Adler-32 sum, by which zlib names a dictionary. */
function adler32(bytes: Buffer): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

/** A client's end: writes frames, collects what the session sends. */
class Client {
  readonly received: Buffer[] = [];
  readonly transport: Duplex;
  readonly #deflate = createDeflate({ dictionary: DICTIONARY });

  constructor() {
    this.transport = new Duplex({
      read: () => undefined,
      write: (chunk: Buffer, _, done) => {
        this.received.push(chunk);
        done();
      },
    });
  }

  async open(id: number, headers: Record<string, string>, flags = 0): Promise<void> {
    const pairs = Object.entries(headers).flat();
    const count = Buffer.alloc(4);
    count.writeUInt32BE(pairs.length / 2);
    const texts = pairs.map((text) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(Buffer.byteLength(text));
      return Buffer.concat([length, Buffer.from(text)]);
    });
    const block = await this.#compress(Buffer.concat([count, ...texts]));
    const body = Buffer.alloc(10);
    body.writeUInt32BE(id);
    this.control(1, Buffer.concat([body, block]), flags);
  }

  control(type: number, body: Buffer, flags = 0): void {
    const head = Buffer.alloc(8);
    head.writeUInt32BE((0x8003_0000 | type) >>> 0);
    head.writeUInt32BE(((flags << 24) | body.length) >>> 0, 4);
    this.transport.push(Buffer.concat([head, body]));
  }

  data(id: number, text: string, flags = 0): void {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(id);
    head.writeUInt32BE(((flags << 24) | text.length) >>> 0, 4);
    // Byte by byte: frames do not come whole.
    for (const byte of Buffer.concat([head, Buffer.from(text)])) this.transport.push(Buffer.from([byte]));
  }

  /** Types of control frames, and contents of data frames with a mark for the last. */
  frames(): string[] {
    return this.received.map((frame) => {
      if (frame.readUInt32BE(0) >>> 31 === 1) return `control ${frame.readUInt16BE(2)} of ${frame.readUInt32BE(8)}`;
      return `data ${frame.readUInt32BE(0)} ${frame.subarray(8).toString()}${(frame[4] ?? 0) & 1 ? ' end' : ''}`;
    });
  }

  async #compress(block: Buffer): Promise<Buffer> {
    const parts: Buffer[] = [];
    const collect = (part: Buffer): void => void parts.push(part);
    this.#deflate.on('data', collect);
    this.#deflate.write(block);
    await new Promise<void>((resolve) => this.#deflate.flush(constants.Z_SYNC_FLUSH, () => resolve()));
    this.#deflate.off('data', collect);
    return Buffer.concat(parts);
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

/** Waits until a list has as many items as expected (a busy machine takes its time), and a moment for one too many. */
async function count(list: () => readonly unknown[], expected: number): Promise<void> {
  for (let left = 100; left > 0 && list().length < expected; left--) await settle();
  await settle();
}
let client: Client;
let streams: SpdyStream[];
let log: string[];
beforeEach(() => {
  client = new Client();
  streams = [];
  const mine: string[] = [];
  log = mine;
  new SpdySession(client.transport, {
    opened: (stream) => {
      streams.push(stream);
      stream.received = (data) => void mine.push(`${stream.id} got ${data}`);
      stream.ended = () => void mine.push(`${stream.id} ended`);
      stream.wasReset = () => void mine.push(`${stream.id} reset`);
    },
    closed: () => void mine.push('closed'),
  });
});
afterEach(() => void client.transport.destroy());

test('the dictionary is the one that the protocol names', () => {
  expect(adler32(DICTIONARY)).toBe(0xe3c6a7c2);
  expect(crc32(DICTIONARY)).not.toBe(0);
});

describe('a session', () => {
  test('opens streams with their headers, whose compression goes on from block to block', async () => {
    await client.open(1, { streamtype: 'error', port: '8080', requestid: '0' });
    await client.open(3, { streamtype: 'data', port: '8080', requestid: '0' });
    await count(() => streams, 2);
    expect(streams.map(({ headers }) => [...headers])).toEqual([
      [
        ['streamtype', 'error'],
        ['port', '8080'],
        ['requestid', '0'],
      ],
      [
        ['streamtype', 'data'],
        ['port', '8080'],
        ['requestid', '0'],
      ],
    ]);
    expect(client.frames()).toEqual(['control 2 of 1', 'control 2 of 3']);
  });

  test('answers with header blocks that the client can read', async () => {
    await client.open(1, {});
    await count(() => client.received, 1);
    const inflate = createInflate({ dictionary: DICTIONARY, finishFlush: constants.Z_SYNC_FLUSH });
    const block = client.received[0]?.subarray(12) ?? Buffer.alloc(0);
    const read = new Promise<Buffer>((resolve) => inflate.once('data', resolve));
    inflate.end(block);
    expect((await read).readUInt32BE(0)).toBe(0);
  });

  test('carries data both ways, with its end', async () => {
    await client.open(1, {});
    client.data(1, 'hello');
    client.data(1, '', 1);
    await count(() => log, 2);
    streams[0]?.write(Buffer.from('answer'));
    streams[0]?.end();
    streams[0]?.write(Buffer.from('too late'));
    await settle();
    expect(log).toEqual(['1 got hello', '1 ended']);
    expect(client.frames().slice(1)).toEqual(['data 1 answer', 'data 1  end']);
  });

  test('waits for a slow receiver before it reads on', async () => {
    await client.open(1, {});
    await count(() => streams, 1);
    const { promise, resolve } = Promise.withResolvers<void>();
    const stream = streams[0];
    if (!stream) throw new Error('the stream was not opened');
    stream.received = (data) => {
      log.push(`slow ${data}`);
      return promise;
    };
    client.data(1, 'a');
    client.data(1, 'b');
    await count(() => log, 1);
    expect(log).toEqual(['slow a']);
    resolve();
    await count(() => log, 2);
    expect(log).toEqual(['slow a', 'slow b']);
  });

  test('echoes the questions of the client alone', async () => {
    const number = (value: number): Buffer => {
      const body = Buffer.alloc(4);
      body.writeUInt32BE(value);
      return body;
    };
    client.control(6, number(7));
    client.control(6, number(2));
    await count(() => client.received, 1);
    expect(client.frames()).toEqual(['control 6 of 7']);
  });

  test.each([
    ['when the client gives a stream up', () => client.control(3, Buffer.from([0, 0, 0, 1, 0, 0, 0, 5])), ['1 reset']],
    ['when the connection ends', () => client.transport.push(null), ['1 reset', 'closed']],
    [
      'when a frame is no SPDY',
      () => client.transport.push(Buffer.from('8001000000000000', 'hex')),
      ['1 reset', 'closed'],
    ],
  ])('tells its streams %s', async (_, act, expected) => {
    await client.open(1, {});
    await count(() => streams, 1);
    act();
    await count(() => log, expected.length);
    expect(log).toEqual(expected);
  });
});
