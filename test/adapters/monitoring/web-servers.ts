import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';

/** Real servers on loopback, closed together. */
export class WebServers {
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<Socket>();
  #accepted = 0;

  /** An HTTP server. */
  http(listener: RequestListener): Promise<number> {
    return this.#listening(createServer(listener));
  }

  /** A server that was made elsewhere. */
  tls(server: Server): Promise<number> {
    return this.#listening(server);
  }

  /** How many connections the last {@link tcp} server has accepted. */
  accepted(): number {
    return this.#accepted;
  }

  /** Accepts connections and does with each what is said, or nothing. */
  tcp(accepted: (socket: Socket) => void = () => undefined): Promise<number> {
    this.#accepted = 0;
    const counting = (socket: Socket) => {
      this.#accepted += 1;
      accepted(socket);
    };
    return this.#listening(createTcpServer(counting));
  }

  /** A port on which nothing listens any more. */
  async silent(): Promise<number> {
    const server = createTcpServer();
    const port = await this.#listening(server);
    await new Promise((resolve) => server.close(resolve));
    return port;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(this.#servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
  }

  async #listening(server: Server): Promise<number> {
    this.#servers.push(server);
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new TypeError('no port');
    return address.port;
  }
}
