import { createServer as createPlainServer, type Server } from 'node:net';
import { createServer } from 'node:tls';
import type { Endpoint } from '../../../src/ports/endpoint.ts';
import type { Made } from '../../certificates/made.ts';

/** Real TLS servers on loopback, closed together. */
export class TlsServers {
  readonly #servers: Server[] = [];

  /** A server that sends this chain. */
  async serving(chain: readonly Made[]): Promise<Endpoint & { kind: 'address' }> {
    const [own] = chain;
    if (own === undefined) throw new TypeError('serving: an empty chain');
    const server = createServer({
      cert: chain.map((each) => each.pem).join(''),
      key: own.keyPem,
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    return this.#listening(server);
  }

  /** A server that accepts connections and does what `accepted` says, or nothing. */
  async plain(answer?: string): Promise<Endpoint & { kind: 'address' }> {
    const server = createPlainServer((socket) => {
      socket.on('error', () => undefined);
      if (answer !== undefined) socket.end(answer);
    });
    return this.#listening(server);
  }

  /** A port on which nothing listens any more. */
  async silent(): Promise<Endpoint & { kind: 'address' }> {
    const server = createPlainServer();
    const endpoint = await this.#listening(server);
    await new Promise((resolve) => server.close(resolve));
    return endpoint;
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
  }

  async #listening(server: Server): Promise<Endpoint & { kind: 'address' }> {
    const connections = new Set<{ destroy(): void }>();
    server.on('connection', (socket) => connections.add(socket));
    const close = server.close.bind(server);
    server.close = (done) => {
      for (const socket of connections) socket.destroy();
      return close(done);
    };
    this.#servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new TypeError('no port');
    return { kind: 'address', host: '127.0.0.1', port: address.port };
  }
}
