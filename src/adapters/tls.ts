import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import type { TlsOptions } from '../ports/reach.ts';

/** What `tls.connect` is told beside host and port. */
export interface TlsSettings {
  readonly rejectUnauthorized: boolean;
  readonly checkServerIdentity: (host: string, certificate: PeerCertificate) => Error | undefined;
  readonly ca?: string;
  readonly servername?: string;
}

/** What each of libpq's modes checks; undefined where TLS is not spoken. */
export function tlsSettings(tls: TlsOptions): TlsSettings | undefined {
  if (tls.mode === 'disable') return undefined;
  return {
    rejectUnauthorized: tls.mode !== 'require',
    // we connect to an address: the name to hold the certificate against is the configured one
    checkServerIdentity: (_host, certificate) =>
      tls.mode === 'verify-full' ? checkServerIdentity(tls.serverName, certificate) : undefined,
    ...(tls.ca === undefined ? {} : { ca: tls.ca }),
    ...(isIP(tls.serverName) === 0 ? { servername: tls.serverName } : {}),
  };
}

/** Resolve once and connect to that: a name whose answer changes cannot lead elsewhere. */
export async function addressOf(host: string): Promise<string> {
  return isIP(host) === 0 ? (await lookup(host)).address : host;
}

/** Whether an error's code says that a certificate could not be verified. */
export function isTlsFailure(code: string): boolean {
  return /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|ERR_OSSL_)/.test(
    code,
  );
}
