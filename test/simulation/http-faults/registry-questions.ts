import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRegistry } from '../../../src/adapters/registry/index.ts';
import { PortError } from '../../../src/ports/port-error.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { LocalRegistry, localUser } from '../../adapters/registry/local-registry.ts';
import { makeContent } from '../../contracts/registry-content.ts';
import { PassingTime } from '../api-faults/time.ts';
import { Moving } from '../forward-faults/moving.ts';
import type { Strike } from './bad-proxy.ts';
import type { HttpFault } from './http-faults.ts';

/** How every question ended: its answer as text, or a trouble. */
export interface Answered {
  readonly ended: Readonly<Record<string, string | PortError>>;
  readonly requests: readonly string[];
  readonly tookMs: number;
}

const content = makeContent();

/** Ask a registry with tokens, small pages and the referrers API everything, through one request that is treated badly. */
export async function askEverything(strike?: Strike): Promise<Answered> {
  using moving = new Moving();
  using time = new PassingTime(moving, Date.parse('2026-11-24T02:10:00Z'));
  let asked = 0;
  const server = new LocalRegistry(content.images, {
    auth: 'token',
    pageSize: 2,
    referrers: true,
    instead: (request, response) => {
      asked += 1;
      if (strike?.request !== asked) return false;
      treat(request, response, strike.fault);
      return true;
    },
  });
  const host = await server.start();
  const startedAt = systemClock.monotonic();
  const ended: Record<string, string | PortError> = {};
  try {
    for (const [name, ask] of Object.entries(questions(host))) ended[name] = await time.pass(endOf(ask));
  } finally {
    server.stop();
  }
  const requests = server.requests.map(({ path }) => path);
  return { ended, requests, tookMs: systemClock.monotonic() - startedAt };
}

function questions(host: string): Readonly<Record<string, () => Promise<unknown>>> {
  const registry = createRegistry({
    servers: [{ host, tokenRealms: [], privateAddress: true, plainHttp: true, credentials: async () => localUser }],
    keys: async () => [content.trusted],
    clock: systemClock,
  });
  const at = { registry: host, repository: content.repository };
  const { index, single, bundled, strange, attested } = content.digests;
  return {
    tags: () => registry.tags(at),
    'a tag': () => registry.resolve(at, '1.4.3'),
    'a digest': () => registry.resolve(at, single),
    'a signature under its tag': () => registry.signature(at, index),
    'a signature among the referrers': () => registry.signature(at, bundled),
    'a signature of a stranger': () => registry.signature(at, strange),
    'no signature': () => registry.signature(at, single),
    'scans under their tag': () => registry.scan(at, index),
    'a scan among the referrers': () => registry.scan(at, attested),
  };
}

async function endOf(ask: () => Promise<unknown>): Promise<string | PortError> {
  try {
    return JSON.stringify(await ask()) ?? 'nothing';
  } catch (error) {
    if (error instanceof PortError) return error;
    throw error;
  }
}

function treat(request: IncomingMessage, response: ServerResponse, { status, how }: HttpFault): void {
  if (status !== undefined) {
    const after = status === 429 ? { 'retry-after': '1' } : {};
    response.writeHead(status, { 'content-type': 'text/html', ...after }).end('<html>Sign in</html>');
  } else if (how === 'reset half-way') {
    response.writeHead(200, { 'content-length': '1000' }).write('{"tags":["1.4.2"', () => request.socket.destroy());
  } else if (how === 'reset') {
    request.socket.destroy();
  }
}
