import type { Certificate, ServedChain, SignedBy } from '../../domain/certificate/certificate.ts';
import type { Json } from '../../domain/json.ts';
import type { HeldSecret } from '../../observation/certificates/held-secret.ts';
import type { Bundle } from '../../observation/certificates/read-bundle.ts';
import type { RequiredHosts } from '../../observation/certificates/read-hosts.ts';
import type { Trouble } from '../../observation/trouble.ts';

/** What one end of an endpoint presented. */
export interface Presented {
  /** `pod/api-gateway-x`, or the address. */
  readonly from: string;
  readonly chain?: ServedChain;
  readonly anchors: readonly Certificate[];
  readonly signatures: readonly SignedBy[];
  readonly trouble?: Trouble;
}

/** An endpoint and everything that answers for it. */
export interface ObservedEndpoint {
  /** Stable: `deployment/api-gateway`, `api.example:443`. */
  readonly subject: string;
  readonly serverName: string;
  /** The Secret whose certificate it ought to serve. */
  readonly secret?: string;
  readonly presented: readonly Presented[];
  readonly skipped: readonly { readonly pod: string; readonly why: string }[];
  /** Set when it could not even be told which pods there are. */
  readonly trouble?: Trouble;
}

/** What validate-certificates saw. */
export interface CertificatesObservation {
  readonly basis: Json;
  readonly measurements: {
    readonly secrets: readonly HeldSecret[];
    /** Whether every TLS Secret was looked at, or the named ones alone. */
    readonly everySecret: boolean;
    readonly listTrouble?: Trouble;
    readonly bundles: readonly Bundle[];
    readonly endpoints: readonly ObservedEndpoint[];
    readonly hosts: RequiredHosts;
    /** Configured authorities; `configured` says whether there are any to go by. */
    readonly trust: {
      readonly configured: boolean;
      readonly anchors: readonly Certificate[];
      readonly troubles: readonly Trouble[];
    };
  };
}
