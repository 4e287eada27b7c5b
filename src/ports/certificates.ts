import type { Certificate, KeyMatch, PemContent, ServedChain, SignedBy } from '../domain/certificate/certificate.ts';
import type { Endpoint, Limits } from './endpoint.ts';

/** A private key and the request for a certificate of it. Key material: never printed, never part of a plan. */
export interface MadeRequest {
  /** PEM, PKCS#8; the given one as it was where none was made. */
  readonly key: Uint8Array;
  /** PEM, PKCS#10 (RFC 2986). */
  readonly request: Uint8Array;
}

/** What an authority is to issue. */
export interface IssueTerms {
  /** PEM, PKCS#10: whose key. */
  readonly request: Uint8Array;
  /** Subject, names, uses and policies are this one's. */
  readonly like: Certificate;
  readonly authority: {
    readonly certificate: Certificate;
    /** PEM; PKCS#8, PKCS#1 or SEC 1, not encrypted. */
    readonly key: Uint8Array;
  };
  /** Epoch ms, cut to the second. */
  readonly notBefore: number;
  readonly notAfter: number;
}

/**
 * Certificates: reading them, checking keys and signatures, and seeing what an endpoint serves. Nothing that a
 * certificate refers to (AIA, CRL, OCSP) is ever fetched. Broken input is a result; only `served`, `request` and `issue`
 * reject (PortError).
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
  /**
   * Make a request for a certificate like this one: its subject and names. The key is the given one (PEM), or a new one of
   * the same kind and at least as strong: RSA from 2048 bits, P-256 for what no client in general knows. `invalid` for a
   * key that cannot be read.
   */
  request(like: Certificate, key?: Uint8Array): Promise<MadeRequest>;
  /**
   * Issue a certificate (PEM) with the authority's key and a random serial. Nothing is judged here but that the authority's
   * key is its own and the request proves its key: else `invalid`.
   */
  issue(terms: IssueTerms): Promise<Uint8Array>;
}
