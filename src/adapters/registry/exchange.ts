import { type IncomingHttpHeaders, Agent as PlainAgent, request as requestPlain } from 'node:http';
import { request as requestTls, Agent as TlsAgent } from 'node:https';
import { isIP } from 'node:net';
import { PortError } from '../../ports/port-error.ts';

/** One GET, on a connection to a given address. */
export interface Exchange {
  readonly url: URL;
  /** Where to connect: resolved and checked before. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly ca?: string | undefined;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
  /** What errors are about. */
  readonly subject: string;
}

/** The answer, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const kept = { keepAlive: true, maxSockets: 4, timeout: 15_000 } as const;
const plainAgent = new PlainAgent(kept);
const tlsAgent = new TlsAgent(kept);

/** Ask once. Nothing is followed or repeated. Rejects with a PortError; no text of the other side is part of it. */
export function exchange(asked: Exchange): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { subject, timeoutMs, signal, maxBytes } = asked;
    const request = open(asked);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancelled);
      settle();
    };
    const fail = (error: PortError) =>
      end(() => {
        request.destroy();
        reject(error);
      });
    const cancelled = () => fail(new PortError({ code: 'cancelled', subject, message: 'the run was asked to stop' }));
    const late = new PortError({
      code: 'timeout',
      subject,
      message: `${subject} did not answer within ${timeoutMs} ms`,
    });
    const timer = setTimeout(() => fail(late), timeoutMs);
    request.on('error', (error) => fail(translated(error, subject)));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength;
        if (bytes <= maxBytes) chunks.push(chunk);
        else fail(tooLong(subject, maxBytes));
      });
      response.on('error', (error) => fail(translated(error, subject)));
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        end(() => resolve({ status, headers, body: Buffer.concat(chunks) }));
      });
    });
    if (signal?.aborted) cancelled();
    else signal?.addEventListener('abort', cancelled, { once: true });
    request.end();
  });
}

function open({ url, address, headers, ca }: Exchange) {
  const isTls = url.protocol === 'https:';
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const common = {
    method: 'GET',
    host: address,
    port: url.port === '' ? (isTls ? 443 : 80) : Number(url.port),
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host, 'user-agent': 'rooivalk-maintenance', ...headers },
  };
  if (!isTls) return requestPlain({ ...common, agent: plainAgent });
  const servername = isIP(name) === 0 ? name : '';
  return requestTls({ ...common, agent: tlsAgent, servername, ...(ca === undefined ? {} : { ca }) });
}

const tooLong = (subject: string, maxBytes: number): PortError =>
  new PortError({ code: 'invalid', subject, message: `${subject} answered more than ${maxBytes} bytes` });

const ways: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused the connection',
  ECONNRESET: 'closed the connection before it answered',
  EPIPE: 'closed the connection before it answered',
  EHOSTUNREACH: 'cannot be reached: no route',
  ENETUNREACH: 'cannot be reached: no route',
  ETIMEDOUT: 'did not answer',
};

/** A foreign error by its code alone. */
function translated(error: Error & { code?: string }, subject: string): PortError {
  const code = /^[A-Z][A-Z0-9_]{2,60}$/.test(error.code ?? '') ? (error.code ?? '') : 'no code';
  const why = ways[code];
  if (why !== undefined) return new PortError({ code: 'unreachable', subject, message: `${subject} ${why}` });
  if (/^(HPE_|ERR_HTTP|EPROTO)/.test(code)) {
    return new PortError({ code: 'invalid', subject, message: `${subject} does not speak the expected protocol` });
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME|^ERR_(TLS|SSL)_/.test(code)) {
    return new PortError({
      code: 'untrusted',
      subject,
      message: `the certificate of ${subject} is not trusted (${code})`,
      next: 'name the authority that signed it as `ca` of the registry under `platform.registries`',
    });
  }
  return new PortError({ code: 'failed', subject, message: `${subject} could not be asked (${code})` });
}
