import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createObjectStore } from '../../../src/adapters/s3/index.ts';
import { customerKey } from '../../../src/ports/object-store.ts';

const content = Buffer.from(Array.from({ length: 50_000 }, (_, index) => index % 253));

/** A server that speaks enough of S3 for one object, as each case says. */
async function storeAnswering(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const credentials = async () => ({ accessKeyId: 'KEYOFATEST', secretAccessKey: 'secret-of-a-test' });
  const store = createObjectStore({ endpoint: `http://127.0.0.1:${port}`, region: 'x', bucket: 'b1b', credentials });
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { store, close };
}

const from = (request: IncomingMessage): number => Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);

/** Send from where it was asked to, and break the connection off after so many bytes. */
function sendPart(request: IncomingMessage, response: ServerResponse, bytes: number, etag = '"one"'): void {
  const begin = from(request);
  response.writeHead(begin > 0 ? 206 : 200, {
    'content-length': content.length - begin,
    etag,
    ...(begin > 0 ? { 'content-range': `bytes ${begin}-${content.length - 1}/${content.length}` } : {}),
  });
  response.write(content.subarray(begin, begin + bytes), () => {
    if (begin + bytes >= content.length) response.end();
    else setTimeout(() => response.destroy(), 20);
  });
}

describe('content of an object', () => {
  let close = (): void => undefined;
  afterEach(() => close());

  async function read(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Buffer> {
    const made = await storeAnswering(answer);
    close = made.close;
    const { chunks } = await made.store.open('some/key', new AbortController().signal);
    const pieces: Uint8Array[] = [];
    for await (const chunk of chunks) pieces.push(chunk);
    return Buffer.concat(pieces);
  }

  test('a connection that breaks off is taken up where it ended, of the same version', async () => {
    const asked: (string | undefined)[] = [];
    const whole = await read((request, response) => {
      asked.push(request.headers['if-match'] as string | undefined);
      sendPart(request, response, 20_000);
    });
    expect(whole.equals(content)).toBe(true);
    expect(asked).toEqual([undefined, '"one"', '"one"']);
  });

  test('one that brings nothing three times is unreachable', async () => {
    const broken = read((request, response) => sendPart(request, response, from(request) === 0 ? 10 : 0));
    await expect(broken).rejects.toMatchObject({ name: 'PortError', code: 'unreachable' });
  });

  test('an object that was written anew meanwhile is a conflict', async () => {
    const changed = read((request, response) => {
      if (from(request) === 0) return sendPart(request, response, 10);
      response.writeHead(412, { 'content-type': 'application/xml' });
      response.end('<Error><Code>PreconditionFailed</Code></Error>');
    });
    await expect(changed).rejects.toMatchObject({ code: 'conflict' });
  });

  test('a server that ignores the range does not get its first bytes taken for the rest', async () => {
    const ignored = read((request, response) => {
      request.headers.range = undefined;
      sendPart(request, response, 10);
    });
    await expect(ignored).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('an object that needs a key of its owner says so, and is neither denied nor missing', async () => {
    const encrypted = read((_request, response) => {
      response.writeHead(400, { 'content-type': 'application/xml' });
      const says = 'The object was stored using a form of Server Side Encryption. planted-secret';
      response.end(`<Error><Code>InvalidRequest</Code><Message>${says}</Message></Error>`);
    });
    const error = await encrypted.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'unauthorized', subject: customerKey });
    expect(JSON.stringify(error) + String(error)).not.toContain('planted-secret');
  });
});
