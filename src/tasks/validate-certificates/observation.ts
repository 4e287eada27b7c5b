import type { Certificate, KeyMatch, PemContent, ServedChain, SignedBy } from '../../domain/certificate/certificate.ts';
import type { Json } from '../../domain/json.ts';
import type { Trouble } from '../../observation/trouble.ts';

/** Certificates together with what was verified among them and the authorities that were found for them. */
export interface Judgeable {
  readonly content: PemContent;
  /** Authorities that the subject itself carries (`ca.crt`) and those of the system's store that may be meant. */
  readonly anchors: readonly Certificate[];
  /** Whether the subject says itself whom to trust (`ca.crt`). */
  readonly statesTrust: boolean;
  readonly signatures: readonly SignedBy[];
}

/** A Secret with a server certificate. Of its private key nothing is kept but which certificate it belongs to. */
export interface HeldSecret {
  readonly name: string;
  readonly state: 'read' | 'absent' | 'unreadable';
  /** Who names it, for one that is absent: `the configuration`, `ingress/portal`. */
  readonly namedBy?: string;
  readonly trouble?: Trouble;
  /** Absent when the Secret has no `tls.crt`. */
  readonly certificates?: Judgeable;
  readonly key?: KeyMatch;
  /** Who renews it in the cluster (`cert-manager`), by its own marks. */
  readonly renewedBy?: string;
  readonly type?: string;
}

/** A bundle of authorities: a ConfigMap's or Secret's key, or the `caBundle` of a webhook. */
export interface Bundle {
  readonly subject: string;
  readonly content?: PemContent;
  readonly trouble?: Trouble;
  /** A caBundle that is not there is no error: the system's store counts. */
  readonly absent: boolean;
}

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

/** Hosts that a Secret's certificate must cover. */
export interface RequiredHosts {
  /** By Secret: hosts of Ingresses, each with where it stands. */
  readonly byIngress: Readonly<Record<string, readonly { readonly host: string; readonly ingress: string }[]>>;
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
