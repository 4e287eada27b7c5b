import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { Access } from './access.ts';
import type { ClientCertificate } from './credentials.ts';

/** An error of our own while a connection was made; `code` is what {@link networkError} reads. */
export class DialError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Makes connections to one API server: directly or through a proxy, with TLS sessions resumed. */
export class Dialer {
  readonly #access: Access;
  readonly #proxy: URL | undefined;
  readonly #timeoutMs: number;
  #session: Buffer | undefined;
  #sessionOf: ClientCertificate | undefined;

  constructor(access: Access, proxy: URL | undefined, timeoutMs: number) {
    this.#access = access;
    this.#proxy = access.proxy ?? proxy;
    this.#timeoutMs = timeoutMs;
  }

  /** A connection that is ready for HTTP. Rejects with an error that has a `code`. */
  async dial(certificate: ClientCertificate | undefined): Promise<Socket> {
    const { server } = this.#access;
    const secure = server.protocol === 'https:';
    const host = hostOf(server);
    const raw =
      this.#proxy === undefined
        ? await this.#open(hostOf(server), portOf(server))
        : await this.#tunnel(this.#proxy, `${host.includes(':') ? `[${host}]` : host}:${portOf(server)}`);
    return secure ? this.#handshake(raw, certificate) : raw;
  }

  #open(host: string, port: number): Promise<Socket> {
    const socket = connectTcp({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 30_000 });
    return this.#settled(socket, 'connect', () => socket);
  }

  async #tunnel(proxy: URL, target: string): Promise<Socket> {
    const plain = await this.#open(hostOf(proxy), portOf(proxy));
    let socket: Socket = plain;
    if (proxy.protocol === 'https:') {
      const tls = connectTls({ socket: plain, servername: isIP(hostOf(proxy)) ? '' : hostOf(proxy) });
      socket = await this.#settled(tls, 'secureConnect', () => tls);
    }
    const user = decodeURIComponent(proxy.username);
    const pair = Buffer.from(`${user}:${decodeURIComponent(proxy.password)}`).toString('base64');
    const authorization = user === '' ? '' : `Proxy-Authorization: Basic ${pair}\r\n`;
    socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${authorization}\r\n`);
    return this.#proxyAnswer(socket);
  }

  /** Reads the proxy's answer up to the blank line; nothing follows it before we speak. */
  #proxyAnswer(socket: Socket): Promise<Socket> {
    let head = '';
    const read = new Promise<Socket>((resolve, reject) => {
      const onData = (chunk: Buffer): void => {
        head += chunk.toString('latin1');
        if (!head.includes('\r\n\r\n') && head.length < 16_384) return;
        socket.off('data', onData);
        socket.pause();
        if (/^HTTP\/1\.[01] 2\d\d/.test(head)) resolve(socket);
        else reject(new DialError('PROXY_REFUSED'));
      };
      socket.on('data', onData);
      socket.once('close', () => reject(new DialError('PROXY_REFUSED')));
    });
    return this.#bounded(socket, read);
  }

  #handshake(socket: Socket, certificate: ClientCertificate | undefined): Promise<TLSSocket> {
    const { ca, serverName, server, verify } = this.#access;
    const name = serverName ?? hostOf(server);
    if (this.#sessionOf !== certificate) this.#session = undefined;
    this.#sessionOf = certificate;
    const tls = connectTls({
      socket,
      ...(isIP(name) ? { host: name } : { servername: name }),
      ALPNProtocols: ['http/1.1'],
      rejectUnauthorized: verify,
      ...(ca === undefined ? {} : { ca }),
      ...certificate,
      ...(this.#session === undefined ? {} : { session: this.#session }),
    });
    tls.on('session', (session) => {
      this.#session = session;
    });
    return this.#settled(tls, 'secureConnect', () => tls);
  }

  #settled<S extends Socket>(socket: S, event: 'connect' | 'secureConnect', value: () => S): Promise<S> {
    const ready = new Promise<S>((resolve, reject) => {
      socket.once(event, () => resolve(value()));
      socket.once('error', reject);
      socket.once('close', () => reject(new DialError('ECONNRESET')));
    });
    return this.#bounded(socket, ready);
  }

  async #bounded<T>(socket: Socket, work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new DialError('CONNECT_TIMEOUT')), this.#timeoutMs);
    });
    try {
      return await Promise.race([work, late]);
    } catch (error) {
      socket.destroy();
      throw error;
    } finally {
      clearTimeout(timer);
      // A late error of a socket that is given up, or handed over, must not end the process.
      socket.on('error', () => undefined);
    }
  }
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');
const portOf = (url: URL): number => Number(url.port) || (url.protocol === 'http:' ? 80 : 443);
