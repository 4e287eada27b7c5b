import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import {
  appendFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Artifact, Store } from './state.ts';
import { timestamp } from './state.ts';

/** The path below which blobs are kept and fetched: an account and a container, as Azure's client takes it apart. */
export const blobPrefix = '/sandboxresults/actions-results/';

/** The most that one block or one whole upload may hold. Azure allows 4,000 MiB; nothing here comes near. */
export const largestPart = 64 * 1024 * 1024;

/** An answer of the blob service. */
export interface BlobAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Readable;
}

class BlobError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * A block-blob store as `@azure/storage-blob` talks to it (Put Block, Put Block List, Put Blob, Get Blob), with addresses
 * that carry their own permission and end (`sp`, `se`, `sig`).
 * Source: https://learn.microsoft.com/rest/api/storageservices/operations-on-blobs
 */
export class Blobs {
  readonly #store: Store;
  readonly #origin: () => string;
  readonly #now: () => number;

  constructor(store: Store, origin: () => string, now: () => number) {
    this.#store = store;
    this.#origin = origin;
    this.#now = now;
  }

  #file(blob: string): string {
    return join(this.#store.blobDirectory, `${blob}.content`);
  }

  #blocks(blob: string): string {
    return join(this.#store.blobDirectory, `${blob}.blocks`);
  }

  #signature(path: string, permission: string, end: string): string {
    return createHmac('sha256', this.#store.state.key).update(`${path}\n${permission}\n${end}`).digest('base64');
  }

  /** An address of an artifact's content for `minutes`, to read (`r`) or to create and write (`cw`). */
  sign(artifact: Artifact, permission: 'r' | 'cw', minutes: number): string {
    const suffix = artifact.mimeType === 'application/zip' ? '.zip' : '';
    const path = `${blobPrefix}${artifact.blob}/artifact${suffix}`;
    const end = timestamp(this.#now() + minutes * 60_000);
    const query = { sv: '2025-11-05', sr: 'b', sp: permission, se: end, sig: this.#signature(path, permission, end) };
    return `${this.#origin()}${path}?${new URLSearchParams(query)}`;
  }

  /** Size and digest of a blob whose upload is complete. */
  describe(blob: string): { size: number; digest: string } | undefined {
    const file = this.#file(blob);
    if (!existsSync(file)) return undefined;
    return {
      size: statSync(file).size,
      digest: `sha256:${createHash('sha256').update(readFileSync(file)).digest('hex')}`,
    };
  }

  /** The file that holds a complete blob. */
  fileOf(blob: string): string {
    return this.#file(blob);
  }

  /** Forgets a blob and what was begun of it. */
  remove(blob: string): void {
    rmSync(this.#file(blob), { force: true });
    rmSync(this.#blocks(blob), { recursive: true, force: true });
  }

  #permitted(path: string, query: URLSearchParams, needed: 'r' | 'w'): Artifact {
    const permission = query.get('sp') ?? '';
    const end = query.get('se') ?? '';
    const given = Buffer.from(query.get('sig') ?? '', 'base64');
    const expected = Buffer.from(this.#signature(path, permission, end), 'base64');
    const genuine = given.length === expected.length && timingSafeEqual(given, expected);
    if (!genuine || !(Date.parse(end) > this.#now())) {
      throw new BlobError(403, 'AuthenticationFailed', 'Server failed to authenticate the request.');
    }
    if (!permission.includes(needed)) {
      throw new BlobError(
        403,
        'AuthorizationPermissionMismatch',
        'This request is not authorized to perform this operation.',
      );
    }
    const blob = path.slice(blobPrefix.length).split('/')[0] ?? '';
    const artifact = this.#store.state.artifacts.find((known) => known.blob === blob);
    if (artifact === undefined) throw new BlobError(404, 'BlobNotFound', 'The specified blob does not exist.');
    return artifact;
  }

  /** Answers one request below `blobPrefix`. */
  answer(request: { method: string; url: URL; headers: IncomingHttpHeaders; body: Buffer }): BlobAnswer {
    try {
      const { method, url, headers, body } = request;
      const query = url.searchParams;
      if (method === 'GET' || method === 'HEAD') return this.#get(this.#permitted(url.pathname, query, 'r'));
      if (method !== 'PUT') throw new BlobError(405, 'UnsupportedHttpVerb', 'The resource does not support this verb.');
      const artifact = this.#permitted(url.pathname, query, 'w');
      if (artifact.finalized)
        throw new BlobError(409, 'BlobImmutableDueToPolicy', 'The blob can no longer be changed.');
      checkMd5(headers, body);
      if (query.get('comp') === 'block') this.#putBlock(artifact.blob, query.get('blockid') ?? '', body);
      else if (query.get('comp') === 'blocklist') this.#putBlockList(artifact.blob, body.toString('utf8'));
      else if (query.has('comp')) throw new BlobError(400, 'InvalidQueryParameterValue', 'comp is not known here.');
      else this.#putBlob(artifact.blob, headers, body);
      return { status: 201, headers: this.#headers(artifact.blob), body: '' };
    } catch (error) {
      if (!(error instanceof BlobError)) throw error;
      const xml = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${error.code}</Code><Message>${error.message}</Message></Error>`;
      return {
        status: error.status,
        headers: { 'content-type': 'application/xml', 'x-ms-error-code': error.code },
        body: xml,
      };
    }
  }

  #headers(blob: string): Record<string, string> {
    return {
      etag: `"0x${blob}"`,
      'last-modified': new Date(this.#now()).toUTCString(),
      'x-ms-request-server-encrypted': 'true',
    };
  }

  #get(artifact: Artifact): BlobAnswer {
    const stored = this.describe(artifact.blob);
    if (stored === undefined) throw new BlobError(404, 'BlobNotFound', 'The specified blob does not exist.');
    const name = `${artifact.name}${artifact.mimeType === 'application/zip' ? '.zip' : ''}`;
    return {
      status: 200,
      headers: {
        ...this.#headers(artifact.blob),
        'content-type': artifact.mimeType,
        'content-length': String(stored.size),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      },
      body: createReadStream(this.#file(artifact.blob)),
    };
  }

  #putBlock(blob: string, id: string, body: Buffer): void {
    const raw = Buffer.from(id, 'base64');
    if (raw.length === 0 || raw.length > 64 || raw.toString('base64') !== id) {
      throw new BlobError(400, 'InvalidQueryParameterValue', 'blockid is not Base64 of 1 to 64 bytes.');
    }
    if (body.length === 0) throw new BlobError(400, 'InvalidHeaderValue', 'A block must not be empty.');
    const folder = this.#blocks(blob);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const other = readdirSync(folder)[0];
    if (other !== undefined && other.length !== raw.toString('hex').length) {
      throw new BlobError(400, 'InvalidBlobOrBlock', 'All block ids of a blob must have the same length.');
    }
    writeFileSync(join(folder, raw.toString('hex')), body, { mode: 0o600 });
  }

  #putBlockList(blob: string, xml: string): void {
    const list = /<BlockList>([\s\S]*)<\/BlockList>/.exec(xml)?.[1];
    if (list === undefined) throw new BlobError(400, 'InvalidXmlDocument', 'XML specified is not syntactically valid.');
    const ids = [...list.matchAll(/<(?:Latest|Uncommitted)>([A-Za-z0-9+/=]+)<\/(?:Latest|Uncommitted)>/g)].map(
      ([, id]) => Buffer.from(id as string, 'base64').toString('hex'),
    );
    const folder = this.#blocks(blob);
    if (ids.some((id) => !existsSync(join(folder, id)))) {
      throw new BlobError(400, 'InvalidBlockList', 'The specified block list is invalid.');
    }
    const whole = `${this.#file(blob)}.new`;
    writeFileSync(whole, '', { mode: 0o600 });
    for (const id of ids) appendFileSync(whole, readFileSync(join(folder, id)));
    renameSync(whole, this.#file(blob));
    rmSync(folder, { recursive: true, force: true });
  }

  #putBlob(blob: string, headers: IncomingHttpHeaders, body: Buffer): void {
    if (headers['x-ms-blob-type'] !== 'BlockBlob') {
      throw new BlobError(400, 'MissingRequiredHeader', 'x-ms-blob-type must be BlockBlob.');
    }
    writeFileSync(this.#file(blob), body, { mode: 0o600 });
  }
}

function checkMd5(headers: IncomingHttpHeaders, body: Buffer): void {
  const given = headers['content-md5'];
  if (given !== undefined && given !== createHash('md5').update(body).digest('base64')) {
    throw new BlobError(400, 'Md5Mismatch', 'The MD5 value specified does not match the MD5 of the content received.');
  }
}
