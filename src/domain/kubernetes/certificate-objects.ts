import type { Condition, KubernetesObject } from './objects.ts';

/** A request to a signer of the Kubernetes CSR API (certificates.k8s.io/v1). */
export interface CertificateSigningRequest extends KubernetesObject {
  readonly spec: {
    /** Base64 of the PEM of a PKCS#10 request. */
    readonly request: string;
    readonly signerName: string;
    readonly usages: readonly string[];
    readonly expirationSeconds?: number;
  };
  readonly status?: {
    /** `Approved`, `Denied`, `Failed`. */
    readonly conditions?: readonly Condition[];
    /** Base64 of PEM: the certificate, and perhaps those between it and the root. */
    readonly certificate?: string;
  };
}

/** A Certificate of cert-manager (cert-manager.io/v1): what it keeps in a Secret. */
export interface CertManagerCertificate extends KubernetesObject {
  readonly spec: {
    readonly secretName: string;
    readonly issuerRef?: { readonly name: string; readonly kind?: string; readonly group?: string };
    readonly privateKey?: { readonly rotationPolicy?: 'Never' | 'Always' };
  };
  readonly status?: {
    readonly conditions?: readonly (Condition & { readonly observedGeneration?: number })[];
    /** Counts what was issued. */
    readonly revision?: number;
    readonly notAfter?: string;
    readonly renewalTime?: string;
    readonly lastFailureTime?: string;
    readonly failedIssuanceAttempts?: number;
  };
}
