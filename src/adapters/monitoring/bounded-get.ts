import { request as requestPlain } from 'node:http';
import { type RequestOptions, request as requestTls } from 'node:https';
import { isIP } from 'node:net';
import { PortError } from '../../ports/port-error.ts';

/** One GET. No redirect is followed, nothing is sent but the request line, Host, Accept and User-Agent. */
export interface Get {
  /** Where to connect. */
  readonly host: string;
  readonly port: number;
  readonly scheme: 'http' | 'https';
  readonly path: string;
  /** Host header, and the name asked for in TLS. */
  readonly serverName: string;
  /** Whether the certificate must be trusted. */
  readonly verify: boolean;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
  /** What errors are about. */
  readonly subject: string;
  readonly accept?: string;
}

/** The answer, whatever its status. */
export interface Got {
  readonly status: number;
  readonly body: Buffer;
}

/** Ask once, on a connection of its own. Rejects with a PortError; the body of an error is never part of it. */
export function boundedGet(get: Get): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { signal, subject, timeoutMs } = get;
    const request = (get.scheme === 'https' ? requestTls : requestPlain)(optionsOf(get));
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancelled);
      request.destroy();
      settle();
    };
    const fail = (error: PortError) => end(() => reject(error));
    const cancelled = () => fail(new PortError({ code: 'cancelled', subject, message: 'the run was asked to stop' }));
    const timer = setTimeout(
      () =>
        fail(new PortError({ code: 'timeout', subject, message: `${subject} did not answer within ${timeoutMs} ms` })),
      timeoutMs,
    );
    request.on('error', (error) => fail(translated(error, subject)));
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength;
        if (bytes > get.maxBytes) fail(tooLong(get));
        else chunks.push(chunk);
      });
      response.on('error', (error) => fail(translated(error, subject)));
      response.on('end', () => end(() => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) })));
    });
    if (signal?.aborted) cancelled();
    else signal?.addEventListener('abort', cancelled, { once: true });
    request.end();
  });
}

function optionsOf(get: Get): RequestOptions {
  const plain = get.serverName.replace(/^\[|\]$/g, '');
  return {
    host: get.host,
    port: get.port,
    path: get.path,
    method: 'GET',
    agent: false,
    headers: {
      Host: get.serverName,
      Accept: get.accept ?? '*/*',
      'User-Agent': 'rooivalk-maintenance',
      Connection: 'close',
    },
    ...(get.scheme === 'https' ? { rejectUnauthorized: get.verify, servername: isIP(plain) === 0 ? plain : '' } : {}),
  };
}

const tooLong = ({ subject, maxBytes }: Get): PortError =>
  new PortError({ code: 'invalid', subject, message: `${subject} answered more than ${maxBytes} bytes` });

const ways: Readonly<Record<string, readonly [PortError['code'], string]>> = {
  ECONNREFUSED: ['unreachable', 'refused the connection'],
  ECONNRESET: ['unreachable', 'closed the connection before it answered'],
  EPIPE: ['unreachable', 'closed the connection before it answered'],
  EHOSTUNREACH: ['unreachable', 'cannot be reached: no route'],
  ENETUNREACH: ['unreachable', 'cannot be reached: no route'],
  ETIMEDOUT: ['unreachable', 'did not answer'],
  ENOTFOUND: ['unreachable', 'has a name that does not resolve'],
  EAI_AGAIN: ['unreachable', 'has a name that could not be resolved now'],
};

/** A foreign error by its code alone. */
export function translated(error: Error & { code?: string }, subject: string): PortError {
  const code = error.code ?? '';
  const [ours, why] = ways[code] ?? [];
  if (ours !== undefined) return new PortError({ code: ours, subject, message: `${subject} ${why}` });
  if (/^(HPE_|ERR_HTTP)/.test(code)) {
    return new PortError({ code: 'invalid', subject, message: `${subject} does not speak HTTP` });
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_/.test(code)) {
    return new PortError({
      code: 'untrusted',
      subject,
      message: `the certificate of ${subject} is not trusted (${code.slice(0, 60)})`,
    });
  }
  const known = /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : 'no code';
  return new PortError({ code: 'failed', subject, message: `${subject} could not be asked (${known})` });
}
