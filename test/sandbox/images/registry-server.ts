/** A registry in this process, with as much of the distribution API as the client uses; it counts what it is sent. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { digestOf } from '../../../sandbox/images/build.ts';

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Blobs and manifests by digest, tags by `name:tag`. */
export class TestRegistry {
  readonly blobs = new Map<string, Buffer>();
  readonly tags = new Map<string, string>();
  /** `METHOD path` of every request. */
  readonly requests: string[] = [];
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://registry');
    this.requests.push(`${request.method} ${url.pathname}`);
    const [, name = '', kind = '', reference = ''] = /^\/v2\/(.+)\/(blobs|manifests)\/(.*)$/.exec(url.pathname) ?? [];
    const body = await bodyOf(request);
    if (request.method === 'POST') {
      response.writeHead(202, { location: `${url.pathname}upload?state=1` }).end();
    } else if (request.method === 'PUT') {
      const target = kind === 'manifests' ? `${name}:${reference}` : undefined;
      response.writeHead(this.#take(body, target, url.searchParams.get('digest')) ? 201 : 400).end();
    } else {
      const digest = this.tags.get(`${name}:${reference}`) ?? reference;
      const bytes = this.blobs.get(digest);
      const shown = request.method === 'HEAD' ? undefined : bytes;
      response.writeHead(bytes ? 200 : 404, { 'docker-content-digest': digest }).end(shown);
    }
  }

  /** A manifest gets its tag; a blob must have the digest that it was announced with. */
  #take(body: Buffer, tag: string | undefined, announced: string | null): boolean {
    const digest = digestOf(body);
    if (tag === undefined && announced !== digest) return false;
    this.blobs.set(digest, body);
    if (tag !== undefined) this.tags.set(tag, digest);
    return true;
  }
}
