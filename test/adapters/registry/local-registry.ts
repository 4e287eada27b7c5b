import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { manifestTypes } from '../../../src/domain/image/manifest.ts';
import type { MadeImages } from '../../fakes/registry/made-images.ts';

/** How the registry of a test behaves. */
export interface LocalOptions {
  readonly auth?: 'basic' | 'token';
  /** Answers a request instead of the registry; false: it does not. */
  readonly instead?: (request: IncomingMessage, response: ServerResponse, url: URL) => boolean;
  readonly pageSize?: number;
  /** Whether it has the referrers API. */
  readonly referrers?: boolean;
}

/** The user of a registry that asks for one. */
export const localUser = { username: 'reader', password: 'planted-password-of-a-registry' } as const;

/** A registry in this process, over HTTP, with as much of the distribution API as is read. */
export class LocalRegistry {
  readonly images: MadeImages;
  /** `path` of every request, and what was presented with it. */
  readonly requests: { readonly path: string; readonly authorization: string | undefined }[] = [];
  readonly #options: LocalOptions;
  readonly #server: Server;

  constructor(images: MadeImages, options: LocalOptions = {}) {
    this.images = images;
    this.#options = options;
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this.host;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '', `http://${this.host}`);
    const { authorization } = request.headers;
    this.requests.push({ path: `${url.pathname}${url.search}`, authorization });
    if (this.#options.instead?.(request, response, url)) return;
    if (url.pathname === '/token') this.#token(url, authorization, response);
    else this.#content(url, authorization, response);
  }

  #content(url: URL, authorization: string | undefined, response: ServerResponse): void {
    const [, name = '', kind = '', reference = ''] =
      /^\/v2\/(.+)\/(blobs|manifests|tags|referrers)\/(.*)$/.exec(url.pathname) ?? [];
    if (!this.#admits(name, authorization)) this.#challenge(name, response);
    else if (kind === 'tags') this.#tags(name, url, response);
    else if (kind === 'referrers') this.#referrers(name, reference, response);
    else this.#document((kind === 'manifests' && this.images.tags.get(`${name}:${reference}`)) || reference, response);
  }

  #admits(name: string, authorization: string | undefined): boolean {
    if (this.#options.auth === undefined) return true;
    return authorization === (this.#options.auth === 'basic' ? basic : `Bearer token-for-${name.replace('/', '.')}`);
  }

  #challenge(name: string, response: ServerResponse): void {
    const bearer = `Bearer realm="http://${this.host}/token",service="local",scope="repository:${name}:pull,push,delete"`;
    const header = this.#options.auth === 'basic' ? 'Basic realm="local"' : bearer;
    response.writeHead(401, { 'www-authenticate': header }).end('{"errors":[{"code":"UNAUTHORIZED"}]}');
  }

  #token(url: URL, authorization: string | undefined, response: ServerResponse): void {
    const [, name = ''] = /^repository:(.+):pull$/.exec(url.searchParams.get('scope') ?? '') ?? [];
    if (authorization !== basic || name === '') response.writeHead(401).end();
    else response.writeHead(200).end(JSON.stringify({ token: `token-for-${name.replace('/', '.')}` }));
  }

  #tags(name: string, url: URL, response: ServerResponse): void {
    const all = [...this.images.tagsOf(name)].sort();
    if (all.length === 0) return void response.writeHead(404).end('{}');
    const last = url.searchParams.get('last') ?? '';
    const size = this.#options.pageSize ?? 1_000;
    const rest = all.filter((tag) => tag > last);
    const page = rest.slice(0, size);
    const link =
      rest.length > size ? { link: `</v2/${name}/tags/list?last=${page.at(-1)}&n=${size}>; rel="next"` } : {};
    response.writeHead(200, { 'content-type': 'application/json', ...link }).end(JSON.stringify({ name, tags: page }));
  }

  #referrers(name: string, digest: string, response: ServerResponse): void {
    const index = this.images.tags.get(`${name}:${digest.replace(':', '-')}`);
    if (this.#options.referrers !== true) response.writeHead(404).end();
    else if (index !== undefined) this.#document(index, response);
    else {
      response.writeHead(200, { 'content-type': manifestTypes.ociIndex });
      response.end(JSON.stringify({ schemaVersion: 2, mediaType: manifestTypes.ociIndex, manifests: [] }));
    }
  }

  #document(digest: string, response: ServerResponse): void {
    const found = this.images.documents.get(digest as never);
    if (found === undefined) response.writeHead(404).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}');
    else response.writeHead(200, { 'content-type': found.type, 'docker-content-digest': digest }).end(found.bytes);
  }
}

const basic = `Basic ${Buffer.from(`${localUser.username}:${localUser.password}`).toString('base64')}`;
