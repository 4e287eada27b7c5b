import type { Issuer } from '../configuration/platform/issuers.ts';
import type { TextSource } from '../configuration/platform/references.ts';
import type { WorkloadRef } from '../step/kinds.ts';

/** A Secret with a certificate, as the plan saw it. */
export interface SecretRef {
  readonly namespace: string;
  readonly secret: string;
  readonly uid: string;
  /** Fingerprint of the server's own certificate in it. */
  readonly certificate: string;
}

/** A workload whose pods use a Secret, and what is known of how. */
export interface CertificateConsumer extends WorkloadRef {
  /** Whether its pods see a changed Secret without being made anew: mounted whole, not by `subPath` and not as environment. */
  readonly refreshed: boolean;
  /** Ports on which its pods serve the certificate; empty: what they do with it cannot be seen from outside. */
  readonly ports: readonly number[];
  /** What is asked for (SNI) when looking at what they serve. */
  readonly serverName: string;
  /** Whether its pods may be rolled when they do not take the certificate up by themselves. */
  readonly roll: boolean;
  /** The value of {@link reloadAnnotation} in its template before, null where there was none. */
  readonly mark: string | null;
}

/** How long things may take until every pod serves what the Secret holds, ms. */
export interface ReloadLimits {
  /** For pods to take a changed Secret up by themselves. */
  readonly pickUpWithinMs: number;
  /** For the next pod of a roll to become ready. */
  readonly readyWithinMs: number;
  /** For one handshake. */
  readonly handshakeMs: number;
}

/** Who uses a Secret, and how patiently they are waited for. */
export interface Reloading {
  readonly consumers: readonly CertificateConsumer[];
  readonly limits: ReloadLimits;
}

/**
 * Issue a new certificate and keep it, with what it takes the place of, in a Secret of the maintenance namespace; nothing
 * of the platform is changed. `resourceVersion`: the version of the Secret that was read.
 */
export interface IssueCertificateParameters extends SecretRef {
  readonly resourceVersion: string;
  readonly issuer: Issuer;
  readonly key: 'new' | 'keep';
  readonly lifetimeMs: number;
  /** How long a signer may take, ms; an authority whose key is here takes no time. */
  readonly waitMs: number;
  /** Authorities that the new chain must end in, besides what the Secret itself carries as `ca.crt`. */
  readonly trust: readonly TextSource[];
}

/** Put the kept certificate and key in the place of the present ones. */
export interface WriteCertificateParameters extends SecretRef, Reloading {
  readonly resourceVersion: string;
}

/**
 * Bring every pod that uses the Secret to serve what it holds now. `renewer`: who was to renew it where that is not us; then
 * there is nothing to take up while it has not.
 */
export interface ReloadConsumersParameters extends SecretRef, Reloading {
  readonly renewer?: 'cert-manager';
}

/** Have cert-manager renew a Certificate now; its Secret is never written by us. */
export interface RenewByCertManagerParameters extends SecretRef {
  /** Name and uid of the Certificate. */
  readonly name: string;
  readonly nameUid: string;
  /** How long cert-manager may take, ms. */
  readonly waitMs: number;
  readonly trust: readonly TextSource[];
}

/** The annotation of a template that rolls its pods; its value names the plan, so that twice is once. */
export const reloadAnnotation = 'rooivalk.maintenance/reloaded';

/** The annotation of a Secret that says which certificate (its fingerprint) was written there by us. */
export const writtenAnnotation = 'rooivalk.maintenance/certificate';
