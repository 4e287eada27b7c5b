import { isIP } from 'node:net';
import { connect, createSecureContext, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import type { Certificate, ServedChain } from '../../domain/certificate/certificate.ts';
import { maxPemCertificates } from '../../domain/certificate/pem.ts';
import { type Endpoint, endpointText, type Limits } from '../../ports/endpoint.ts';
import { PortError } from '../../ports/port-error.ts';
import { readCertificate, UnreadableCertificate } from './read-certificate.ts';

/**
 * Shake hands without trusting anybody, and keep what was presented. Security level 0, because a weak certificate is to
 * be seen and reported; no authority is given, so nothing is completed from a store that was not sent.
 */
export async function servedChain(
  at: { readonly host: string; readonly port: number },
  endpoint: Endpoint,
  serverName: string,
  limits: Limits,
): Promise<ServedChain> {
  const subject = endpointText(endpoint);
  const socket = await shakeHands(at, subject, serverName, limits);
  try {
    const certificates = presented(socket, subject);
    return { protocol: socket.getProtocol() ?? 'unknown', certificates };
  } finally {
    socket.destroy();
  }
}

function shakeHands(
  at: { readonly host: string; readonly port: number },
  subject: string,
  serverName: string,
  limits: Limits,
): Promise<TLSSocket> {
  const { signal, timeoutMs } = limits;
  return new Promise((resolve, reject) => {
    let connected = false;
    const socket = connect({
      host: at.host,
      port: at.port,
      ...(serverName !== '' && isIP(serverName) === 0 ? { servername: serverName } : {}),
      rejectUnauthorized: false,
      secureContext: createSecureContext({ ca: [], ciphers: 'DEFAULT@SECLEVEL=0', minVersion: 'TLSv1' }),
    });
    const end = (error: PortError | undefined) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancelled);
      if (error === undefined) return resolve(socket);
      socket.destroy();
      reject(error);
    };
    const cancelled = () => end(new PortError({ code: 'cancelled', subject, message: 'the run was asked to stop' }));
    const timer = setTimeout(() => end(tooSlow(subject, timeoutMs, connected)), timeoutMs);
    socket.once('connect', () => {
      connected = true;
    });
    socket.once('secureConnect', () => end(undefined));
    socket.on('error', (error) => end(translated(error, subject)));
    socket.once('close', () => end(closed(subject)));
    if (signal?.aborted) cancelled();
    else signal?.addEventListener('abort', cancelled, { once: true });
  });
}

const tooSlow = (subject: string, timeoutMs: number, connected: boolean): PortError =>
  new PortError({
    code: connected ? 'timeout' : 'unreachable',
    subject,
    message: `${subject} ${connected ? 'accepted the connection but did not finish the TLS handshake' : 'did not answer'} within ${timeoutMs} ms`,
  });

const closed = (subject: string): PortError =>
  new PortError({
    code: 'failed',
    subject,
    message: `${subject} closed the connection during the TLS handshake`,
    next: 'look whether it speaks TLS on this port, and at its log',
  });

const unreachable: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused the connection',
  EHOSTUNREACH: 'has no route to it',
  ENETUNREACH: 'has no route to it',
  ETIMEDOUT: 'did not answer',
  ENOTFOUND: 'has a name that does not resolve',
  EAI_AGAIN: 'has a name that could not be resolved now',
};

/** Node's error by its code alone; messages of OpenSSL are cut down to the reason that it names. */
function translated(error: Error & { code?: string; reason?: string }, subject: string): PortError {
  const code = error.code ?? '';
  const why = unreachable[code];
  if (why !== undefined) return new PortError({ code: 'unreachable', subject, message: `${subject} ${why}` });
  if (code === 'ECONNRESET' || code === 'EPIPE') return closed(subject);
  const reason = /^[\w -]{1,80}$/.test(error.reason ?? '') ? error.reason : /^[A-Z_0-9]{1,60}$/.exec(code)?.[0];
  return new PortError({
    code: 'failed',
    subject,
    message: `${subject} did not complete a TLS handshake (${reason ?? 'no reason given'})`,
    next: 'look whether it speaks TLS on this port, and at its log',
  });
}

/** The peer's certificate and its issuers as far as they were sent. */
function presented(socket: TLSSocket, subject: string): readonly Certificate[] {
  const found = new Map<string, Certificate>();
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  while (next?.raw !== undefined && found.size < maxPemCertificates) {
    const certificate = readPresented(next.raw, subject);
    if (found.has(certificate.fingerprint)) break;
    found.set(certificate.fingerprint, certificate);
    next = next.issuerCertificate;
  }
  if (found.size > 0) return [...found.values()];
  throw new PortError({ code: 'failed', subject, message: `${subject} presented no certificate` });
}

function readPresented(der: Uint8Array, subject: string): Certificate {
  try {
    return readCertificate(der);
  } catch (error) {
    const why = error instanceof UnreadableCertificate ? error.message : 'it cannot be read';
    throw new PortError({
      code: 'invalid',
      subject,
      message: `${subject} presents a certificate that cannot be read: ${why}`,
    });
  }
}
