import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Blobs, blobPrefix, largestPart } from './blobs.ts';
import { answerControl, type Control, type ControlFile, controlFile, controlPath } from './control.ts';
import { openDescription } from './description.ts';
import { answerIdentity } from './identity.ts';
import { localControl } from './local-control.ts';
import { answerRest } from './rest.ts';
import { answerResults, resultsPrefix } from './results.ts';
import { Reviewer } from './reviewer.ts';
import { Store } from './state.ts';

/** Where a stand-in listens and keeps its memory. */
export interface GitHubOptions {
  /** A folder of its own; what it remembers survives a restart. */
  directory: string;
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** The clock, in milliseconds; tests move it. */
  now?: () => number;
}

/** A running stand-in for GitHub. */
export interface GitHub {
  /** Its address without a slash at the end: both `GITHUB_API_URL` and `ACTIONS_RESULTS_URL`. */
  url: string;
  control: Control;
  close(): Promise<void>;
}

/** The path that answers as soon as the stand-in does. */
const healthPath = '/_sandbox/health';

/** The most that a request outside the blob store may hold. */
const largestRequest = 2 * 1024 * 1024;

class TooLarge extends Error {}

async function read(request: IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw new TooLarge(`more than ${limit} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

async function send(response: ServerResponse, { status, headers, body }: Answer): Promise<void> {
  const common = { 'x-github-request-id': randomBytes(8).toString('hex').toUpperCase(), ...headers };
  if (body instanceof Readable) {
    response.writeHead(status, common);
    await pipeline(body, response);
    return;
  }
  const isText = typeof body === 'string' || body === undefined;
  const content = isText ? (body ?? '') : JSON.stringify(body);
  const type = isText ? {} : { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, 'content-length': String(Buffer.byteLength(content)), ...common });
  response.end(content);
}

function firstValues(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat()[0] ?? '']));
}

/**
 * Starts the stand-in: GitHub's REST API as its description has it, the results service that `@actions/artifact` talks
 * to, its blob store, the jobs' identity, and the control that only the sandbox may use. It writes how to reach it to `control.json`.
 */
export async function startGitHub({ directory, host, port, now = Date.now }: GitHubOptions): Promise<GitHub> {
  const description = await openDescription();
  const store = new Store(directory);
  let url = '';
  const blobs = new Blobs(store, () => url, now);
  const reviewer = new Reviewer(store, blobs, now);
  const control = localControl(store, blobs, reviewer, now);
  const secret = randomBytes(32).toString('base64url');
  const rest = {
    store,
    description,
    reviewer,
    now,
    get api() {
      return url;
    },
    download: (artifact: Parameters<Blobs['sign']>[0]) => blobs.sign(artifact, 'r', 1),
  };

  async function answer(request: IncomingMessage): Promise<Answer> {
    const asked = new URL(request.url ?? '/', url);
    const method = request.method ?? 'GET';
    if (asked.pathname.startsWith(blobPrefix)) {
      const body = await read(request, largestPart);
      return blobs.answer({ method, url: asked, headers: request.headers, body });
    }
    if (asked.pathname === healthPath) return { status: 200, body: { url } };
    const body = (await read(request, largestRequest)).toString('utf8');
    const authorization = request.headers.authorization ?? '';
    const identity = await answerIdentity({ store, reviewer, issuer: url, now }, asked, authorization);
    if (identity !== undefined) return identity;
    if (asked.pathname.startsWith(resultsPrefix)) {
      const contentType = request.headers['content-type'] ?? '';
      return answerResults({ store, blobs, now }, { method, path: asked.pathname, authorization, contentType, body });
    }
    if (asked.pathname === controlPath) return answerControl(control, secret, authorization, body);
    const query = Object.fromEntries(asked.searchParams);
    return answerRest(rest, { method, path: asked.pathname, query, headers: firstValues(request.headers), body });
  }

  const server = createServer((request, response) => {
    answer(request)
      .catch((error: Error): Answer => {
        if (error instanceof TooLarge) return { status: 413, body: { message: error.message } };
        console.error(`GitHub stand-in: ${request.method} ${request.url?.split('?')[0]}: ${error.message}`);
        return { status: 500, body: { message: `fault of the stand-in: ${error.message}` } };
      })
      .then((found) => send(response, found))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  url = `http://${host}:${(server.address() as AddressInfo).port}`;
  const reached: ControlFile = { url, pid: process.pid, secret };
  writeFileSync(controlFile(directory), JSON.stringify(reached), { mode: 0o600 });
  return {
    url,
    control,
    async close() {
      rmSync(controlFile(directory), { force: true });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
