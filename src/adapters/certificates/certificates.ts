import type { Certificates } from '../../ports/certificates.ts';
import type { Endpoint, Reach } from '../../ports/endpoint.ts';
import { keyMatch } from './key-match.ts';
import { parsePem } from './parse-pem.ts';
import { servedChain } from './served.ts';
import { signatures } from './signatures.ts';
import { systemAuthorities } from './system-authorities.ts';

/** What the adapter is given. */
export interface CertificatesOptions {
  /** Opens the way to a pod's port. */
  readonly reach: Reach;
}

/**
 * Certificates by `@peculiar/asn1-x509` (reading), OpenSSL as Node brings it (keys, signatures, handshakes) and
 * `@peculiar/x509` (requests and issuing; loaded only when something is issued).
 * It never connects anywhere but to the endpoint that it is given.
 */
export function createCertificates({ reach }: CertificatesOptions): Certificates {
  return {
    parse: async (pem) => parsePem(pem),
    keyMatch: async (key, certificates) => keyMatch(key, certificates),
    signatures: async (pool) => signatures(pool),
    systemAuthorities: async (names) => systemAuthorities(names),
    served: async (endpoint, serverName, limits) => {
      const way = await open(endpoint, reach);
      try {
        return await servedChain(way, endpoint, serverName, limits);
      } finally {
        await way.close();
      }
    },
    request: async (like, key) => {
      const { makeRequest } = await import('./issue/request.ts');
      return makeRequest(like, key);
    },
    issue: async (terms) => {
      const { issueCertificate } = await import('./issue/issue.ts');
      return issueCertificate(terms);
    },
  };
}

async function open(endpoint: Endpoint, reach: Reach) {
  if (endpoint.kind === 'pod') return reach(endpoint);
  return { host: endpoint.host, port: endpoint.port, close: async () => undefined };
}
