import type { Certificate, KeyMatch, PemContent, ServedChain, SignedBy } from '../domain/certificate/certificate.ts';
import type { Endpoint, Limits } from './endpoint.ts';

/**
 * Certificates: reading them, checking keys and signatures, and seeing what an endpoint serves. Nothing that a
 * certificate refers to (AIA, CRL, OCSP) is ever fetched. Broken input is a result; only `served` rejects (PortError).
 */
export interface Certificates {
  /** Every certificate of a PEM text: at most 1 MiB and 20 certificates; text between the blocks is no error. */
  parse(pem: Uint8Array): Promise<PemContent>;
  /** Which of the certificates a private key (PEM) belongs to: RSA, EC, Ed25519, Ed448. The key is not kept. */
  keyMatch(key: Uint8Array, certificates: readonly Certificate[]): Promise<KeyMatch>;
  /** Who signed whom among these, verified: names chain and the signature is right. */
  signatures(pool: readonly Certificate[]): Promise<readonly SignedBy[]>;
  /** Authorities of the system's store whose (normalised) subject is one of these names. */
  systemAuthorities(names: readonly string[]): Promise<readonly Certificate[]>;
  /**
   * What an endpoint presents to `serverName` (empty: no name is asked for), whether trusted or not. `unreachable`,
   * `timeout`, or `failed` when the handshake itself is refused.
   */
  served(endpoint: Endpoint, serverName: string, limits: Limits): Promise<ServedChain>;
}
